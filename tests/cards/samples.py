"""Cards for the tests."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from msgspec.structs import replace
from PIL import Image

from plugins.cards.card import Card
from plugins.cards.wording import event_card
from plugins.model.entry import File, Picture
from plugins.model.site import Site
from tests.pages.sites import event
from tests.towns import TODAY, read_site

MILL = "---\ntitre: Le Moulin\nadresse: 2 rue du Moulin\ncode-postal: 26000\nville: Villeneuve\n---\n"
BLUE, RED = "#1d4ed8", "#c2410c"
CARD = Card("Soupe partagée", "Samedi 28 novembre, de 10 h à 13 h", ("Maison du Pont",), (), (BLUE,), "Maisons de Villeneuve")


def site_of(*headers: str, title: str = "Soupe partagée", today: date = TODAY) -> Site:
    """Return a site of two houses whose events have these headers and this title."""
    texts = {f"evenements/2026/fete-{n}.md": event(header, title) for n, header in enumerate(headers, 1)}
    return read_site({"maisons/moulin.md": MILL, **texts}, today=today)


def card_of(header: str, title: str = "Soupe partagée", today: date = TODAY) -> Card:
    """Return the card of an event with this header."""
    site = site_of(header, title=title, today=today)
    return event_card(site.events[0], today, site.identity.name)


def with_picture(site: Site, path: str) -> Site:
    """Return the site with a picture in its first piece of news."""
    picture = Picture(File(path, "a", 64, 48), "Une soupe")
    return replace(site, news=(replace(site.news[0], picture=picture), *site.news[1:]))


def opened(data: object) -> Image.Image:
    """Return the picture of some bytes, decoded."""
    assert isinstance(data, bytes)
    image = Image.open(BytesIO(data))
    image.load()
    return image
