"""All pages of the site as outputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain

from msgspec import Struct

from plugins.build.again import the_same
from plugins.build.output import Group, Output, Thing, page_path
from plugins.model.site import Site
from plugins.pages import agenda, embed, events, home, letters, magazine, offline, paper, places, radio, rest
from plugins.pages.frame import Frame, frame
from plugins.pages.months import by_month
from plugins.pages.page import Page, Pages
from plugins.pages.shown import shown

Render = Callable[..., str]
"""Takes the name of a template and what it is given; returns the page's text."""
Digest = Callable[[str], bytes]
"""Takes the name of a template; returns the digest of all that is laid out by it."""


def pages(site: Site, has_index: bool = False) -> Iterator[Page | Pages]:
    """Return every page; with `has_index` there is an index to search in. Those of which there are many are declared together."""
    coming = site.agenda.events_between(site.today, site.today + agenda.AHEAD)
    found: tuple[Iterator[Page | Pages], ...] = (
        home.pages(site, coming),
        agenda.pages(site, by_month(site.agenda), coming),
        embed.pages(site, coming),
        paper.pages(site),
        offline.pages(site),
        places.pages(site, coming),
        magazine.pages(site),
        radio.pages(site),
        letters.pages(site),
        rest.pages(site, has_index),
        events.months(site),
    )
    return chain.from_iterable(found)


def outputs(site: Site, render: Render, digest: Digest, has_index: bool = False) -> Iterator[Thing]:
    """Yield an output for each page, and a group for those that are declared together."""
    around, make = the_same("frame", frame(site)), the_same("pages", PageMaker(render))
    template = cache(digest)
    for found in pages(site, has_index):
        if isinstance(found, Page):
            yield _output(found, make, around, template(found.template))
        else:
            yield Group(f"pages {found.name}", _together, {"found": found, "make": make, "frame": around, "template": template(found.template)})


def _together(found: Pages, make: PageMaker, frame: Frame, template: bytes) -> Iterator[Output]:
    return (_output(page, make, frame, template) for page in found.declare(**found.of))


def _output(page: Page, make: PageMaker, frame: Frame, template: bytes) -> Output:
    return Output(page_path(page.address), make, {"page": page, "frame": frame, "template": template})


class PageMaker(Struct, frozen=True):
    """Makes pages with the templates of a theme."""

    render: Render

    def __call__(self, page: Page, frame: Frame, template: bytes) -> bytes:  # noqa: ARG002  # the digest is what the page depends on
        """Return the page, in UTF-8."""
        face = page.face
        return self.render(page.template, page=shown(page, face, frame), frame=frame, **face.given).encode()
