"""Pages that stand by themselves, and the one for an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.site import Site
from plugins.pages.page import Page, picture_of


def pages(site: Site) -> Iterator[Page]:
    """Yield the content pages, then the page of a missing address."""
    for page in site.pages:
        given = {"entry": page, "html": site.html.get(page.path, "")}
        yield Page(page.address, "page", page.title, page.summary, picture_of(page), given)
    yield Page("/404.html", "404", "Page introuvable", "Cette page n’existe pas, ou plus.")
