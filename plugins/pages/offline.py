"""The light page: the next thirty days and the houses on few bytes, for who has little credit, and kept by phones to be read without a network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, islice

from msgspec import Struct

from plugins.model.agenda import Date, dates
from plugins.model.event import Event
from plugins.model.place import House
from plugins.model.price import Way
from plugins.model.site import Site
from plugins.model.state import State
from plugins.model.telling import is_regular
from plugins.model.text import fold
from plugins.model.words import day_words
from plugins.pages.card import Card, card
from plugins.pages.listing import Regular, arrange, is_long
from plugins.pages.page import Face, Page

ADDRESS = "/hors-ligne/"
DAYS = 30
ROWS = 40
"""About how many single dates are shown; a day is never cut. With REGULAR they keep the page under 800 elements, which old phones lay out at once."""
REGULAR = 30
"""How many events are shown that come back."""


class Row(Struct, frozen=True):
    """One date, with all that one needs to come."""

    card: Card
    place: str
    """Name where it is not the house's, and the street; empty when nobody said."""
    phone: str
    """The number to book at; empty when there is none, or nothing left to book."""


class Again(Struct, frozen=True):
    """An event that comes back, told once."""

    told: Regular
    place: str
    phone: str


class Sheet(Struct, frozen=True):
    """One day."""

    day: date
    rows: tuple[Row, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the page, which shows the houses and the events of its days."""
    events = site.agenda.events_between(site.today, _last(site.today))
    yield Page(ADDRESS, "offline", offline_face, {"today": site.today, "events": events, "houses": site.houses})


def offline_face(today: date, events: tuple[Event, ...], houses: tuple[House, ...]) -> Face:
    """Return the page as of a day, which its title names: it may be read days later."""
    found = dates(events, today, _last(today))
    towns = frozenset(house.venue.town for house in houses)
    all_sheets = tuple(_sheets((one for one in found if not is_long(one) and not is_regular(one.event)), today, towns))
    sheets = _first(all_sheets)
    regular = tuple(_regular(found, today, towns))
    given = {
        "today": today,
        "sheets": sheets,
        "until": sheets[-1].day if len(sheets) < len(all_sheets) else None,
        "long": tuple(_row(one, today, towns) for one in islice(filter(is_long, found), REGULAR)),
        "regular": regular[:REGULAR],
        "more": len(regular[REGULAR:]),
        "houses": houses,
    }
    said = "Les rendez-vous des trente prochains jours, les adresses et les téléphones des maisons, sur une page légère."
    return Face(f"Agenda du {day_words(today)}", said, given=given, is_findable=False)


def _last(today: date) -> date:
    return today + timedelta(days=DAYS - 1)


def _sheets(found: Iterable[Date], first: date, towns: frozenset[str]) -> Iterator[Sheet]:
    """Yield each day with its dates; what began before stands on the first."""
    for day, ones in groupby(found, key=lambda one: max(one.occurrence.day, first)):
        yield Sheet(day, tuple(_row(one, first, towns) for one in ones))


def _first(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return the first days that together have about ROWS dates."""
    kept, total = [], 0
    for sheet in sheets:
        if total >= ROWS:
            break
        kept.append(sheet)
        total += len(sheet.rows)
    return tuple(kept)


def _regular(found: Iterable[Date], first: date, towns: frozenset[str]) -> Iterator[Again]:
    """Yield what comes back, by weekday and hour."""
    ones = [one for one in found if is_regular(one.event) and not is_long(one)]
    usual = {one.event.address: Date(one.occurrence.announced, one.event) for one in ones}
    for told in arrange(ones, first).regular:
        one = usual[told.card.address]
        yield Again(told, _place(told.card, one, towns), _phone(one, first) if told.is_on else "")


def _row(found: Date, today: date, towns: frozenset[str]) -> Row:
    shown = card(found)
    return Row(shown, _place(shown, found, towns), _phone(found, today))


def _place(shown: Card, found: Date, towns: frozenset[str]) -> str:
    """Return where it is; of an address in a town of the houses the street is enough."""
    venue = found.venue
    address = (venue.street if venue.town in towns else venue.address) if venue else ""
    return ", ".join(part for part in (shown.place, address if fold(address) != fold(shown.place) else "") if part)


def _phone(found: Date, today: date) -> str:
    """Return the number to book a date at; empty when there is none, or nothing left to book."""
    last = found.event.book_before
    if found.state is State.FULL or not found.state.takes_place or (last and last < today):
        return ""
    return next((booking.to for booking in found.event.booking if booking.way is Way.PHONE), "")
