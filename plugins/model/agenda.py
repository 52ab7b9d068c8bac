"""The agenda: every date of every event, in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from plugins.model.event import Event, State
from plugins.model.occurrence import Occurrence


@dataclass(frozen=True, slots=True)
class Date:
    """One date of the agenda: an occurrence and the event it belongs to."""

    occurrence: Occurrence
    event: Event


@dataclass(frozen=True)
class Agenda:
    """All events, and their dates sorted by start then title."""

    events: tuple[Event, ...]

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """Every date, in order."""
        found = (Date(occurrence, event) for event in self.events for occurrence in event.occurrences)
        return tuple(sorted(found, key=lambda d: (d.occurrence.start, d.event.title, d.event.path)))

    @cached_property
    def _starts(self) -> list[date]:
        return [found.occurrence.day for found in self.dates]

    @cached_property
    def _longest(self) -> timedelta:
        """The length of the longest date: how far back a date that still goes on may have started."""
        return timedelta(days=max((d.occurrence.days for d in self.dates), default=1))

    def between(self, first: date, last: date) -> list[Date]:
        """Return the dates that touch a day from `first` to `last`, both included."""
        low = bisect_left(self._starts, first - self._longest)
        high = bisect_left(self._starts, last + timedelta(days=1))
        return [found for found in self.dates[low:high] if found.occurrence.last_day >= first]

    def after(self, day: date) -> Iterator[Date]:
        """Yield the dates that start after a day, in order."""
        return islice(self.dates, bisect_right(self._starts, day), None)

    def months(self) -> list[tuple[int, int]]:
        """Return the (year, month) pairs in which something takes place, in order."""
        days = (found.occurrence.day + timedelta(days=n) for found in self.dates for n in range(found.occurrence.days))
        return sorted({(day.year, day.month) for day in days})


def takes_place(event: Event) -> bool:
    """Return whether it is on at the dates it has; a postponed event has its new ones."""
    return event.state is not State.CANCELLED
