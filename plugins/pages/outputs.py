"""All pages of the site as outputs, and the style sheet of the houses' colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from plugins.build.output import Output, page_path
from plugins.model.site import Site
from plugins.pages import agenda, events, home, letters, magazine, places, radio, rest
from plugins.pages.frame import Frame, frame
from plugins.pages.months import by_month
from plugins.pages.page import Page, shown

Render = Callable[..., str]
"""Takes the name of a template and what it is given; returns the page's text."""


def pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site."""
    months = by_month(site.events)
    return chain(
        home.pages(site, months),
        agenda.pages(site, months),
        events.pages(site),
        places.pages(site, months),
        magazine.pages(site),
        radio.pages(site),
        letters.pages(site, months),
        rest.pages(site),
    )


def outputs(site: Site, render: Render) -> Iterator[Output]:
    """Yield an output for each page and one for the colours."""
    around = frame(site)
    make = partial(make_page, render)
    for page in pages(site):
        yield Output(page_path(page.address), make, {"page": page, "frame": around})
    yield Output("theme/maisons.css", make_colors, {"colors": tuple((house.key, house.color) for house in site.houses)})


def make_page(render: Render, page: Page, frame: Frame) -> bytes:
    """Return the page, in UTF-8."""
    face = page.face
    return render(page.template, page=shown(page, face), frame=frame, **face.given).encode()


def make_colors(colors: tuple[tuple[str, str], ...]) -> bytes:
    """Return the style sheet that gives each house its colour, by class: inline styles would not pass a strict policy."""
    return "".join(f".maison-{key}{{--house:{color}}}\n" for key, color in colors).encode()
