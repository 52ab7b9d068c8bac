"""What a letter is composed of, and nothing else: as long as that stays the same so does the letter, whatever else is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from itertools import chain
from zoneinfo import ZoneInfo

from msgspec import Struct

from plugins.model.agenda import Date
from plugins.model.article import Article, Issue
from plugins.model.entry import Entry, File
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.model.place import House
from plugins.model.radio import Episode
from plugins.model.site import Identity

SENDING_HOUR = time(10)
"""When the letter goes out, in the town's zone."""


def sending(letter: Letter, zone: ZoneInfo) -> datetime:
    """Return when the letter goes out: what is on the air later that day is not yet to be heard again."""
    return datetime.combine(letter.day, SENDING_HOUR, zone)


class Material(Struct, frozen=True):
    """What every letter is composed of."""

    letter: Letter
    identity: Identity
    banner: File | None
    houses: tuple[House, ...]
    """Those that are published."""
    html: str
    """Its editorial, as its page shows it."""
    leads: Mapping[str, str]
    """The address to which each link of its Markdown leads, by the link as it is written."""
    pictures: tuple[File, ...]
    """Those of the site in its editorial."""

    @property
    def month(self) -> str:
        """The month in which it goes out, `2026-11`: letters of one month are declared together."""
        return self.letter.day.isoformat()[:7]

    @property
    def needed(self) -> tuple[Entry, ...]:
        """What must be out before it has its page."""
        return (self.letter,)

    @property
    def entries(self) -> Iterable[Entry]:
        """What it may tell of besides, and link to."""
        return ()


class WeeklyMaterial(Material, frozen=True):
    """What a weekly letter is composed of."""

    previous: Letter | None
    """The weekly letter before it."""
    named: Mapping[str, tuple[Event | Article, ...]]
    """What it and the letter before put first, by the name that is written there."""
    months: tuple[tuple[Event, ...], ...]
    """The events of each month that it tells of; if nothing is on in its days, of the months after too, up to one in which something is."""
    changed: tuple[Event, ...]
    """Those of which a date of its months is not as announced, or one of the months of the letter before."""
    shows: tuple[Date, ...]
    """The shows of the season ticket after its days, up to one that it tells of for sure."""
    promised: Date | None
    """The show that the letter before told of as the next one, as things stood before any change."""
    texts: tuple[Article, ...]
    """What has come out since the letter before, drafts too."""
    episode: Episode | None
    """The last one on the air when it goes out."""

    @property
    def entries(self) -> Iterable[Entry]:
        """What it may tell of besides, and link to."""
        return chain(chain.from_iterable(self.named.values()), self.texts, (self.episode,) if self.episode else ())


class CarrierMaterial(Material, frozen=True):
    """What a letter is composed of that carries an issue."""

    issue: Issue
    articles: tuple[Article, ...]
    """Those of the issue that are out on its day."""

    @property
    def needed(self) -> tuple[Entry, ...]:
        """What must be out before it has its page."""
        return self.letter, self.issue

    @property
    def entries(self) -> Iterable[Entry]:
        """What it may tell of besides, and link to."""
        return self.articles
