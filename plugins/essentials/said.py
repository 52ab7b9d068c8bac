"""What a card says before it is said in a language: which sentence, with what in its places."""

from __future__ import annotations

from datetime import date, time
from enum import Enum

from msgspec import Struct

from plugins.model.place import Venue
from plugins.model.price import Price


class Question(Enum):
    """What one asks about an event; the words are the glossaries'."""

    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    PRICE = "price"
    WAY = "way"
    BOOKING = "booking"


class Name(Struct, frozen=True):
    """Words of the writers, in French: a title, an address."""

    text: str


class Term(Struct, frozen=True):
    """A word of the glossary."""

    key: str


class Contact(Struct, frozen=True):
    """A telephone number or a mail address, with the link that uses it."""

    text: str
    href: str


class Weekdays(Struct, frozen=True):
    """Days of the week; Monday is 0."""

    numbers: tuple[int, ...]


class Turns(Struct, frozen=True):
    """Days of a month: which one of them, 1 the first and -1 the last, and which day of the week."""

    pairs: tuple[tuple[int, int], ...]


Place = date | time | tuple[date, ...] | tuple[time, ...] | int | Venue | Price | Name | Term | Contact | Weekdays | Turns
"""What may stand in a place of a sentence. One day is told with its weekday, several without."""


class Said(Struct, frozen=True):
    """One sentence, in no language yet."""

    key: str
    """Of the glossaries."""
    places: tuple[tuple[str, Place], ...] = ()
    """What stands in each named place."""
    href: str = ""
    """Where the whole sentence leads; empty: nowhere."""
    is_alert: bool = False
    """Whether people come in vain who do not know it."""


def say(key: str, **places: Place) -> Said:
    """Return a sentence."""
    return Said(key, tuple(places.items()))


def alert(key: str, **places: Place) -> Said:
    """Return a sentence that must not be missed."""
    return Said(key, tuple(places.items()), is_alert=True)
