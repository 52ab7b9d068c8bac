"""The months of the agenda, and which events have a date in each.

The index is built once, while the pages are declared, so that each page is given the events that it shows and no other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from operator import attrgetter

from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.words import month_words


@dataclass(frozen=True, slots=True)
class Month:
    """A month that has a page."""

    year: int
    month: int

    @property
    def address(self) -> str:
        """Its page."""
        return f"/agenda/{self.year}/{self.month:02}/"

    @property
    def name(self) -> str:
        """`novembre 2026`."""
        return month_words(self.year, self.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


Months = Mapping[Month, tuple[Event, ...]]
"""The events that have a date in each month, by month in order; a month without any is not there."""


def by_month(events: Iterable[Event]) -> Months:
    """Return the events by month; one that goes on into the next month stands in both."""
    found: dict[tuple[int, int], list[Event]] = defaultdict(list)
    for event in events:
        for month in {month for occurrence in event.occurrences for month in _touched(occurrence.day, occurrence.last_day)}:
            found[month].append(event)
    return {Month(*month): tuple(found[month]) for month in sorted(found)}


def between(months: Months, first: date, last: date) -> tuple[Event, ...]:
    """Return the events with a date that touches a day from `first` to `last`, both included, each once."""
    touched = (event for month in _touched(first, last) for event in months.get(Month(*month), ()))
    return tuple({event.path: event for event in touched if any(_within(event, first, last))}.values())


def dates(events: Iterable[Event], first: date, last: date) -> list[Date]:
    """Return the dates of some events that touch a day from `first` to `last`, both included, in the order of the agenda."""
    found = (Date(occurrence, event) for event in events for occurrence in _within(event, first, last))
    return sorted(found, key=lambda found: (found.occurrence.start, found.event.title, found.event.path))


def dates_over(event: Event, day: date) -> int:
    """Return how many dates of an event are over on a day; they are in order, and all of one length."""
    return bisect_left(event.occurrences, day, key=attrgetter("last_day"))


def _within(event: Event, first: date, last: date) -> Iterator[Occurrence]:
    return takewhile(lambda occurrence: occurrence.day <= last, event.occurrences[dates_over(event, first) :])


def _touched(first: date, last: date) -> Iterator[tuple[int, int]]:
    """Yield the year and month of each month from the one of `first` to the one of `last`."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1
