"""« On en parle à la radio »: an article leads to the episodes that speak of it."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.model.site import Site
from plugins.pages.frame import Link
from plugins.pages.on_air import spoken_links
from tests.pages.radios import FULL
from tests.pages.sites import article, event, pages
from tests.towns import IDENTITY, read_site

TEXTS = {
    "bobine/2026-2027/2026-10-01-onde.md": FULL,
    "evenements/2026/soupe.md": event("debut: 28/11/2026 10h"),
    "actualites/haies.md": article("Les haies", "01/10/2026"),
    "actualites/autre.md": article("Autre chose", "02/10/2026"),
}
EPISODE = Link("/la-bobine/2026-2027/onde/", "Onde")


def site() -> Site:
    """Return a site whose only episode speaks of an event and a piece of news."""
    return read_site(TEXTS)


def test_each_is_linked_back() -> None:
    """Events and texts alike, and nothing that the episode does not name; without a programme there is none."""
    assert spoken_links(site()) == {"evenements/2026/soupe.md": (EPISODE,), "actualites/haies.md": (EPISODE,)}
    assert spoken_links(replace(site(), identity=replace(IDENTITY, show=None))) == {}


def test_article_shows_the_episode() -> None:
    """The page of the article is given the link, that of another one is not."""
    given = {page.address: page.face.given.get("on_air") for page in pages(site()) if page.template == "article"}

    assert given == {"/actualites/haies/": (EPISODE,), "/actualites/autre/": ()}


def test_an_event_shows_the_episode() -> None:
    """The page of the event is given the link too."""
    given = {page.address: page.face.given.get("on_air") for page in pages(site()) if page.template == "event"}

    assert (EPISODE,) in given.values()
