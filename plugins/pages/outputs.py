"""All pages of the site as outputs, and the style sheet of the houses' colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from plugins.build.output import Output, page_path
from plugins.model.site import Site
from plugins.pages import agenda, events, home, letters, magazine, places, radio, rest
from plugins.pages.frame import Frame, frame
from plugins.pages.page import Page

Render = Callable[..., str]
"""Takes the name of a template and what it is given; returns the page's text."""
SECTIONS = (home.pages, agenda.pages, events.pages, places.pages, magazine.pages, radio.pages, letters.pages, rest.pages)


def pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site."""
    return chain.from_iterable(section(site) for section in SECTIONS)


def outputs(site: Site, render: Render) -> Iterator[Output]:
    """Yield an output for each page and one for the colours."""
    around = frame(site)
    make = partial(make_page, render)
    for page in pages(site):
        yield Output(page_path(page.address), make, {"page": page, "frame": around})
    yield Output("theme/maisons.css", make_colors, {"colors": tuple((house.key, house.color) for house in site.houses)})


def make_page(render: Render, page: Page, frame: Frame) -> bytes:
    """Return the page, in UTF-8."""
    return render(page.template, page=page, frame=frame, **page.given).encode()


def make_colors(colors: tuple[tuple[str, str], ...]) -> bytes:
    """Return the style sheet that gives each house its colour, by class: inline styles would not pass a strict policy."""
    return "".join(f".maison-{key}{{--house:{color}}}\n" for key, color in colors).encode()
