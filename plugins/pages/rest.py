"""Pages that stand by themselves, and the one for an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.conformity import ADDRESS
from plugins.model.page import Page as ContentPage
from plugins.model.site import Site
from plugins.pages import search, statement
from plugins.pages.heads import opening
from plugins.pages.page import Face, Page, picture_of


def pages(site: Site, has_index: bool) -> Iterator[Page]:
    """Yield the content pages, the page of the search, the statement of accessibility, then the page of a missing address."""
    for entry in site.pages:
        if entry.address not in {search.ADDRESS, ADDRESS}:
            yield Page(entry.address, "page", page_face, {"entry": entry, "html": site.html.get(entry.path, "")})
    yield search.search_page(site, has_index)
    yield statement.statement_page(site)
    yield Page("/404.html", "404", missing_face)


def page_face(entry: ContentPage, html: str) -> Face:
    """Return a page that stands by itself."""
    return Face(entry.title, entry.summary or opening(html), picture_of(entry), {"entry": entry, "html": html})


def missing_face() -> Face:
    """Return the page of an address that does not exist."""
    return Face("Page introuvable", "Cette page n’existe pas, ou plus.", is_findable=False)
