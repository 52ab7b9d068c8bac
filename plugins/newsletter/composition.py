"""A letter put together: plain data, from which its HTML, its text and its message are written."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from plugins.model.agenda import Date
from plugins.model.article import Article, Issue
from plugins.model.entry import File
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.model.occurrence import Occurrence
from plugins.model.place import House
from plugins.model.radio import Episode
from plugins.newsletter.links import Links


class Notice(Struct, frozen=True):
    """What is not as it was announced about an event: one date, or several that are not in the same way."""

    event: Event
    prefix: str
    """What stands before the title: `ANNULÉ – `, `AUTRE LIEU – `."""
    dates: tuple[Date, ...]


class Feature(Struct, frozen=True):
    """What the writer put first: a text, or an event with the date that comes next."""

    entry: Event | Article
    occurrence: Occurrence | None
    """None for a text."""

    @property
    def prefix(self) -> str:
        """What stands before the title when that date is not simply on; empty for a text."""
        return Date(self.occurrence, self.entry).state.prefix if self.occurrence and isinstance(self.entry, Event) else ""


class Day(Struct, frozen=True):
    """The dates that start on one day, or go on since before the letter."""

    day: date
    dates: tuple[Date, ...]


class Regular(Struct, frozen=True):
    """An event that comes back all season, with its dates of these days."""

    event: Event
    occurrences: tuple[Occurrence, ...]


class Composition(Struct, frozen=True):
    """What every letter shows."""

    letter: Letter
    links: Links
    sent: datetime
    """When it goes out, aware."""
    banner: File | None
    markdown: str
    """The editorial, its links whole and tagged."""
    html: str
    """The same, safe and fit for mailboxes."""
    houses: tuple[House, ...]


class Weekly(Composition, frozen=True):
    """What a weekly letter shows, in the order in which it shows it."""

    last: date
    """Last day of the agenda it tells of."""
    notices: tuple[Notice, ...]
    features: tuple[Feature, ...]
    days: tuple[Day, ...]
    regulars: tuple[Regular, ...]
    left_out: int
    """Dates that would not fit."""
    ahead: Date | None
    """The first date after these days, when there is none in them."""
    texts: tuple[Article, ...]
    episode: Episode | None
    show: Date | None
    """The next show of the season ticket after these days."""


class Excerpt(Struct, frozen=True):
    """An article of an issue, with its first lines."""

    article: Article
    opening: str
    """Plain text, one paragraph; empty when the article has none."""


class Carrier(Composition, frozen=True):
    """What a letter shows that carries an issue of the magazine."""

    issue: Issue
    opening: str
    """The first lines of the issue's own editorial, plain text."""
    excerpts: tuple[Excerpt, ...]
    """Its articles, in the order of its page."""
