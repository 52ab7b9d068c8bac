"""One date of an event, and what several dates share."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct

if TYPE_CHECKING:
    from plugins.model.place import Venue
    from plugins.model.state import State


class Change(Struct, frozen=True):
    """What is different about one date of an event (RFC 5545 §3.8.4.4)."""

    was: datetime
    """When the date would have started: what calendars know it by."""
    state: State | None = None
    """Its own state; None: that of the event."""
    venue: Venue | None = None
    """Its own place; None: that of the event."""


class Occurrence(Struct, frozen=True):
    """When an event takes place once."""

    start: datetime
    """Aware, in the town's zone; midnight when the event lasts whole days."""
    end: datetime | None
    """Aware and exclusive (RFC 5545 §3.6.1): an all-day event of one day ends at the next midnight. None: no end was given."""
    all_day: bool = False
    change: Change | None = None
    """What makes it unlike the other dates; a date that was moved has its new start."""

    @property
    def announced(self) -> Occurrence:
        """The date as it was before its change."""
        if self.change is None:
            return self
        return Occurrence(self.change.was, None if self.end is None else self.change.was + (self.end - self.start), self.all_day)

    @property
    def day(self) -> date:
        """The day it starts."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last day it touches; an evening that ends before six in the morning stays on its first day."""
        if self.end is None or self.end.date() == self.start.date():
            return self.day
        last = self.end - (timedelta(microseconds=1) if self.all_day else timedelta(hours=6))
        return max(last.date(), self.day)

    @property
    def days(self) -> int:
        """How many days it touches."""
        return 1 if self.end is None else (self.last_day - self.day).days + 1


class Shape(Struct, frozen=True):
    """What the dates of an event share: their hours and their length."""

    hour: time | None
    """None when it lasts whole days."""
    length: timedelta | None
    """On the wall clock; None when no end was given."""
    zone: ZoneInfo

    def on(self, day: date) -> Occurrence:
        """Return the occurrence that starts that day; whoever reads dates has seen to it that its hours exist."""
        start = datetime.combine(day, self.hour or time(), self.zone)
        return Occurrence(start, None if self.length is None else start + self.length, all_day=self.hour is None)
