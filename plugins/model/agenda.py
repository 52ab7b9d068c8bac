"""The agenda: what takes place when, found by its month."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.place import Venue
from plugins.model.state import State


@dataclass(frozen=True)
class Date:
    """One date of the agenda: an occurrence and the event it belongs to."""

    occurrence: Occurrence
    event: Event

    @property
    def state(self) -> State:
        """Whether it takes place: what is said of the date, unless the whole event does not."""
        change = self.occurrence.change
        return change.state if change and change.state and self.event.state.takes_place else self.event.state

    @property
    def venue(self) -> Venue | None:
        """Where it takes place: the date's own place, else the event's."""
        change = self.occurrence.change
        return change.venue if change and change.venue else self.event.venue


def dates(events: Iterable[Event], first: date, last: date) -> list[Date]:
    """Return the dates of some events that touch a day from `first` to `last`, both included, sorted by start then title."""
    found = (Date(occurrence, event) for event in events for occurrence in event.occurrences.between(first, last))
    return sorted(found, key=lambda found: (found.occurrence.start, found.event.title, found.event.path))


@dataclass(frozen=True)
class Agenda:
    """All events, with an index of their months so that no question goes through all of them."""

    events: tuple[Event, ...]
    """In the order of their first dates."""

    @cached_property
    def by_month(self) -> Mapping[tuple[int, int], tuple[Event, ...]]:
        """The events that touch each month, by (year, month) in order; a month without any is not there."""
        found: dict[tuple[int, int], list[Event]] = defaultdict(list)
        for event in self.events:
            for month in event.occurrences.months:
                found[month].append(event)
        return {month: tuple(found[month]) for month in sorted(found)}

    @cached_property
    def begun(self) -> Mapping[str, tuple[Event, ...]]:
        """The events by the month in which they begin, each with a name, in the order of all: what is long over stands apart from what is to come."""
        found: dict[str, tuple[Event, ...]] = {}
        low = 0
        while low < len(self.events):
            month = _begins(self.events[low])
            high = bisect_right(self.events, month, low, key=_begins)
            found["{}-{:02}".format(*month)] = self.events[low:high]
            low = high
        return found

    @cached_property
    def months(self) -> tuple[tuple[int, int], ...]:
        """The (year, month) pairs in which something takes place, in order."""
        return tuple(self.by_month)

    def events_between(self, first: date, last: date) -> tuple[Event, ...]:
        """Return the events with a date that touches a day from `first` to `last`, both included, each once."""
        low, high = bisect_left(self.months, (first.year, first.month)), bisect_right(self.months, (last.year, last.month))
        near = {id(event): event for month in self.months[low:high] for event in self.by_month[month]}
        return tuple(event for event in near.values() if event.occurrences.between(first, last))

    def between(self, first: date, last: date) -> list[Date]:
        """Return the dates that touch a day from `first` to `last`, both included, in order."""
        return dates(self.events_between(first, last), first, last)

    def after(self, day: date) -> Iterator[Date]:
        """Yield the dates that start after a day, in order."""
        for year, month in self.months[bisect_left(self.months, (day.year, day.month)) :]:
            first = date(year, month, 1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            yield from (found for found in self.between(first, last) if found.occurrence.day > day and found.occurrence.day >= first)


def _begins(event: Event) -> tuple[int, int]:
    start = event.first.start
    return start.year, start.month


def takes_place(found: Date) -> bool:
    """Return whether people who come that day do not come in vain; what was postponed to a known date stands on its new one."""
    return found.state.takes_place
