"""A letter put together: plain data, from which its HTML, its text and its message are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from plugins.model.agenda import Date
from plugins.model.article import Article
from plugins.model.entry import File
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.model.occurrence import Occurrence
from plugins.model.place import House
from plugins.model.radio import Episode
from plugins.newsletter.links import Links


@dataclass(frozen=True, slots=True)
class Feature:
    """What the writer put first: a text, or an event with the date that comes next."""

    entry: Event | Article
    occurrence: Occurrence | None
    """None for a text."""


@dataclass(frozen=True, slots=True)
class Day:
    """The dates that start on one day, or go on since before the letter."""

    day: date
    dates: tuple[Date, ...]


@dataclass(frozen=True, slots=True)
class Regular:
    """An event that comes back all season, with its dates of these days."""

    event: Event
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """What one letter shows, in the order in which it shows it."""

    letter: Letter
    links: Links
    sent: datetime
    """When it goes out, aware."""
    last: date
    """Last day of the agenda it tells of."""
    banner: File | None
    markdown: str
    """The editorial, its links whole and tagged."""
    html: str
    """The same, safe and fit for mailboxes."""
    features: tuple[Feature, ...]
    days: tuple[Day, ...]
    regulars: tuple[Regular, ...]
    left_out: int
    """Dates that would not fit."""
    texts: tuple[Article, ...]
    episode: Episode | None
    show: Date | None
    """The next show of the season ticket after these days."""
    houses: tuple[House, ...]
