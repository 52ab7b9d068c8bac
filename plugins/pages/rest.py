"""Pages that stand by themselves, and the one for an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.page import Page as ContentPage
from plugins.model.site import Site
from plugins.pages.page import Face, Page, picture_of


def pages(site: Site) -> Iterator[Page]:
    """Yield the content pages, then the page of a missing address."""
    for entry in site.pages:
        yield Page(entry.address, "page", page_face, {"entry": entry, "html": site.html.get(entry.path, "")})
    yield Page("/404.html", "404", missing_face)


def page_face(entry: ContentPage, html: str) -> Face:
    """Return a page that stands by itself."""
    return Face(entry.title, entry.summary, picture_of(entry), {"entry": entry, "html": html})


def missing_face() -> Face:
    """Return the page of an address that does not exist."""
    return Face("Page introuvable", "Cette page n’existe pas, ou plus.")
