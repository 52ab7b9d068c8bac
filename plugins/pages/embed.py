"""The agenda on other people's sites: small pages to frame, and the page that explains how.

A framed page is remade only when a date that it shows passes, and says no « today »: a partner's visitor may get it from a cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from msgspec import Struct

from plugins.model.agenda import Date, dates
from plugins.model.event import Event
from plugins.model.place import House
from plugins.model.site import Identity, Site
from plugins.model.words import when_words
from plugins.pages import announced, trails
from plugins.pages.agenda import AHEAD
from plugins.pages.page import Face, Page
from plugins.pages.places import grouped, house_keys
from plugins.pages.sharing import shortened

ADDRESS = "/agenda/cadre/"
SHOWN = 8
"""Dates of a framed page."""
BYTES = 2600
"""What these may weigh together, so that a page and its style sheet stay under 5 kB; long addresses make fewer dates."""
TITLE, PLACE = 80, 60
"""Characters of a title and of a place."""


class Row(Struct, frozen=True):
    """A date of a framed page."""

    address: str
    title: str
    when: str
    place: str
    state: str
    """`ANNULÉ`; empty when it is simply on."""

    @property
    def weight(self) -> int:
        """Its bytes, without the markup around them."""
        return len((self.address + self.title + self.when + self.place + self.state).encode())


class Line(Struct, frozen=True):
    """What a partner copies."""

    key: str
    name: str
    address: str
    """Of the framed page."""
    html: str


def pages(site: Site, events: tuple[Event, ...]) -> Iterator[Page]:
    """Yield the explanation, then a page to frame with what comes of the events, and one for each house."""
    yield Page("/agenda/integrer/", "integrer", how_face, {"identity": site.identity, "houses": site.houses})
    coming = dates(events, site.today, site.today + AHEAD)
    yield _framed(ADDRESS, site.identity.name, "/agenda/", coming)
    by_house = grouped((key, found) for found in coming for key in house_keys(found.event))
    for house in site.houses:
        yield _framed(ADDRESS + house.key + "/", house.title, house.address, by_house.get(house.key, ()))


def _framed(address: str, name: str, more: str, coming: Sequence[Date]) -> Page:
    """Return a page made of the events it shows and of the days between which it shows them."""
    shown = coming[:SHOWN]
    of = {
        "name": name,
        "more": more,
        "first": min((found.occurrence.last_day for found in shown), default=date.min),
        "last": max((found.occurrence.day for found in shown), default=date.min),
        "events": tuple({found.event.path: found.event for found in shown}.values()),
    }
    return Page(address, "cadre", framed_face, of)


def framed_face(name: str, more: str, first: date, last: date, events: tuple[Event, ...]) -> Face:
    """Return a page to frame."""
    rows = tuple(map(_row, dates(events, first, last)[:SHOWN]))
    return Face(f"Agenda – {name}", "", given={"name": name, "more": more, "rows": tuple(_light(rows))}, is_findable=False)


def _row(found: Date) -> Row:
    title, place = shortened(found.event.title, TITLE), shortened(found.venue.name if found.venue else "", PLACE)
    return Row(found.event.address, title, when_words(found.occurrence, year=False), place, found.state.prefix.removesuffix(" – "))


def _light(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the first rows that together are light enough."""
    total = 0
    for row in rows:
        total += row.weight
        if total > BYTES:
            return
        yield row


def how_face(identity: Identity, houses: tuple[House, ...]) -> Face:
    """Return the page that explains how to show the agenda elsewhere."""
    whole = _line(identity, "tout", identity.name, ADDRESS)
    lines = tuple(_line(identity, house.key, house.title, f"{ADDRESS}{house.key}/") for house in houses)
    said = "Montrez nos rendez-vous sur votre site avec une ligne à copier."
    return Face("L’agenda sur votre site", said, given={"whole": whole, "lines": lines}, trail=trails.AGENDA, feeds=(announced.AGENDA,))


def _line(identity: Identity, key: str, name: str, address: str) -> Line:
    title = escape(f"Agenda – {name}")
    frame = f'<iframe src="{identity.absolute(address)}" title="{title}" width="100%" height="560" loading="lazy" frameborder="0"></iframe>'
    return Line(key, name, address, frame)
