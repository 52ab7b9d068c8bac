"""What lists show of a house, of a date of the agenda, of a text.

These hold only what a list shows: a template sees no more of an entry than that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.model.agenda import Date
from plugins.model.article import Article
from plugins.model.entry import Entry, Picture
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.place import House
from plugins.model.radio import Episode
from plugins.model.state import State
from plugins.model.text import listed


@dataclass(frozen=True, slots=True)
class Door:
    """A house as every page shows it: a colour, a name and how to reach it."""

    key: str
    name: str
    short: str
    address: str
    phone: str
    place: str
    """Postal address, one line."""


@dataclass(frozen=True, slots=True)
class Card:
    """One date of an event."""

    title: str
    address: str
    occurrence: Occurrence
    place: str
    """Name of the venue; empty when it is the organising house."""
    houses: tuple[Door, ...]
    state: str
    """`annulé`, `reporté`, `complet`; empty when it is simply on."""
    price: str
    """`gratuit`, `3 € (adhérents) ou 5 €`; empty when nothing is said."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A text in a list: its title leads to it."""

    title: str
    address: str
    summary: str
    picture: Picture | None
    day: date | None
    by: str
    """Who wrote it; empty when nobody signs."""


def door(house: House) -> Door:
    """Return what lists show of a house."""
    return Door(house.key, house.title, house.short, house.address, house.phone, house.venue.address)


def doors(houses: Iterable[House]) -> tuple[Door, ...]:
    """Return what lists show of some houses, in the same order."""
    return tuple(door(house) for house in houses)


def card(found: Date) -> Card:
    """Return what lists show of one date."""
    event = found.event
    return Card(
        title=event.title,
        address=event.address,
        occurrence=found.occurrence,
        place=place_name(event),
        houses=doors(event.houses),
        state="" if event.state is State.ON else event.state.value,
        price=price_words(event),
    )


def price_words(event: Event) -> str:
    """Return every price of an event in one phrase, empty when none is given."""
    return listed((price.words for price in event.prices), "ou")


def place_name(event: Event) -> str:
    """Return the name of the venue, empty when it is the house that organises."""
    if event.venue is None or event.venue.key in {house.key for house in event.houses}:
        return ""
    return event.venue.name


def teaser(entry: Entry) -> Teaser:
    """Return what lists show of a text; an episode has the day of its broadcast, an article its signature."""
    day = entry.aired.date() if isinstance(entry, Episode) else getattr(entry, "date", None)
    by = listed(entry.authors) if isinstance(entry, Article) else ""
    return Teaser(entry.title, entry.address, entry.summary, entry.picture, day, by)


def teasers(entries: Iterable[Entry]) -> tuple[Teaser, ...]:
    """Return what lists show of some texts, in the same order."""
    return tuple(teaser(entry) for entry in entries)
