"""The page where one searches the site; without script or index it offers the ways that lead to nearly everything."""

from __future__ import annotations

from plugins.model.page import Page as ContentPage
from plugins.model.site import Site
from plugins.pages.page import Face, Page, picture_of

ADDRESS = "/recherche/"
INDEX = "/recherche/index/"
"""Where the index is that the page's script asks."""


def search_page(site: Site, has_index: bool) -> Page:
    """Return the page of the search, with a field when there is an index; a text of that address is its help."""
    entry = next((entry for entry in site.pages if entry.address == ADDRESS), None)
    html = site.html.get(entry.path, "") if entry else ""
    return Page(ADDRESS, "search", search_face, {"entry": entry, "html": html, "has_index": has_index})


def search_face(entry: ContentPage | None, html: str, has_index: bool) -> Face:
    """Return the page of the search; without a text of its own the help is made of what every page knows: the agenda, the houses, an address."""
    given = {"html": html, "index": INDEX if has_index else ""}
    if entry is None:
        return Face("Chercher", "Trouver une activité, un article, une émission ou une maison.", given=given)
    return Face(entry.title, entry.summary, picture_of(entry), given)
