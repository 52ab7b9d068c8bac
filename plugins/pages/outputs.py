"""All pages of the site as outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from plugins.build.again import same_again, the_same
from plugins.build.output import Output, page_path
from plugins.model.site import Site
from plugins.pages import agenda, embed, events, home, letters, magazine, paper, places, radio, rest
from plugins.pages.frame import Frame, frame
from plugins.pages.months import by_month
from plugins.pages.page import Page, shown

Render = Callable[..., str]
"""Takes the name of a template and what it is given; returns the page's text."""
Digest = Callable[[str], bytes]
"""Takes the name of a template; returns the digest of all that is laid out by it."""


def groups(site: Site) -> Iterator[tuple[str, tuple[Page, ...]]]:
    """Yield every page of the site in named groups of one template: a group of which nothing changed is known as a whole."""
    coming = site.agenda.events_between(site.today, site.today + agenda.AHEAD)
    single = chain(
        home.pages(site, coming),
        agenda.pages(site, by_month(site.agenda), coming),
        embed.pages(site, coming),
        paper.pages(site),
        places.pages(site, coming),
        magazine.pages(site),
        radio.pages(site),
        letters.pages(site),
        rest.pages(site),
    )
    yield from ((page.address, (page,)) for page in single)
    yield from events.groups(site)


def outputs(site: Site, render: Render, digest: Digest) -> Iterator[Output]:
    """Yield an output for each page."""
    around, make = the_same("frame", frame(site)), the_same("pages", PageMaker(render))
    template = cache(digest)
    for name, pages in groups(site):
        yield from _outputs(name, make, pages, around, template(pages[0].template))


@same_again
def _outputs(_: str, make: PageMaker, pages: tuple[Page, ...], frame: Frame, template: bytes) -> tuple[Output, ...]:
    return tuple(Output(page_path(page.address), make, {"page": page, "frame": frame, "template": template}) for page in pages)


@dataclass(frozen=True)
class PageMaker:
    """Makes pages with the templates of a theme."""

    render: Render

    def __call__(self, page: Page, frame: Frame, template: bytes) -> bytes:  # noqa: ARG002  # the digest is what the page depends on
        """Return the page, in UTF-8."""
        face = page.face
        return self.render(page.template, page=shown(page, face), frame=frame, **face.given).encode()
