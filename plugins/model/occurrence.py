"""One date of an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When an event takes place once."""

    start: datetime
    """Aware, in the town's zone; midnight when the event lasts whole days."""
    end: datetime | None
    """Aware and exclusive (RFC 5545 §3.6.1): an all-day event of one day ends at the next midnight. None: no end was given."""
    all_day: bool = False

    @property
    def day(self) -> date:
        """The day it starts."""
        return self.start.date()

    @property
    def last_day(self) -> date:
        """The last day it touches; an evening that ends before six in the morning stays on its first day."""
        if self.end is None:
            return self.day
        last = self.end - (timedelta(microseconds=1) if self.all_day else timedelta(hours=6))
        return max(last.date(), self.day)

    @property
    def days(self) -> int:
        """How many days it touches."""
        return (self.last_day - self.day).days + 1
