"""The agenda: what takes place when, found by its month."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct, field

from plugins.model.event import Event
from plugins.model.file_names import by_name
from plugins.model.occurrence import Occurrence
from plugins.model.place import Venue
from plugins.model.state import State

Month = tuple[int, int]
"""Year and month."""
K = TypeVar("K", str, Month)
T = TypeVar("T")


class Date(Struct, frozen=True):
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
    return sorted(found, key=attrgetter("occurrence.start", "event.title", "event.path"))


class Begun(Struct, frozen=True, dict=True):
    """The events that begin in one month, in the order of first dates: what is worked out from it holds as long as none of them changes."""

    events: tuple[Event, ...]

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The path of each."""
        return tuple(event.path for event in self.events)

    @cached_property
    def last_day(self) -> date:
        """The last day of all of them."""
        return max(event.occurrences.last_day for event in self.events)

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Event, ...]]:
        """The events by the names of their files."""
        return by_name(self.events)


class Agenda(Struct, frozen=True, dict=True):
    """All events by their months, so that no question goes through all of them; each month in the order of first dates."""

    begun: Mapping[str, Begun] = field(default_factory=dict)
    """The events by the month in which they begin, `2026-11`, in order: what is long over stands apart from what is to come."""
    by_month: Mapping[Month, tuple[Event, ...]] = field(default_factory=dict)
    """The events that touch each month, in order; a month without any is not there."""

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """All events, in the order of their first dates."""
        return tuple(chain.from_iterable(begun.events for begun in self.begun.values()))

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months in which something takes place, in order."""
        return tuple(self.by_month)

    def events_between(self, first: date, last: date) -> tuple[Event, ...]:
        """Return the events with a date that touches a day from `first` to `last`, both included, each once."""
        low, high = bisect_left(self.months, (first.year, first.month)), bisect_right(self.months, (last.year, last.month))
        near = {id(event): event for month in self.months[low:high] for event in self.by_month[month]}
        return tuple(event for event in near.values() if event.occurrences.touch(first, last))

    def between(self, first: date, last: date) -> list[Date]:
        """Return the dates that touch a day from `first` to `last`, both included, in order."""
        return dates(self.events_between(first, last), first, last)

    def after(self, day: date) -> Iterator[Date]:
        """Yield the dates that start after a day, in order."""
        for year, month in self.months[bisect_left(self.months, (day.year, day.month)) :]:
            first = date(year, month, 1)
            last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            yield from (found for found in self.between(first, last) if found.occurrence.day > day and found.occurrence.day >= first)


def takes_place(found: Date) -> bool:
    """Return whether people who come that day do not come in vain; what was postponed to a known date stands on its new one."""
    return found.state.takes_place


def agenda_of(events: Iterable[Event]) -> Agenda:
    """Return the agenda of some events."""
    begun: dict[str, list[Event]] = defaultdict(list)
    by_month: dict[Month, list[Event]] = defaultdict(list)
    for event in sorted(events, key=_order):
        start = event.first.start
        begun[f"{start.year}-{start.month:02}"].append(event)
        for month in event.occurrences.months:
            by_month[month].append(event)
    return Agenda({month: Begun(tuple(begun[month])) for month in sorted(begun)}, {month: tuple(by_month[month]) for month in sorted(by_month)})


def joined(agendas: Iterable[Agenda]) -> Agenda:
    """Return the agenda of the events of several: the very same months where only one has any."""
    agendas = tuple(agendas)
    begun = _joined((agenda.begun for agenda in agendas), lambda parts: Begun(_in_order(part.events for part in parts)))
    return Agenda(begun, _joined((agenda.by_month for agenda in agendas), _in_order))


def _joined(tables: Iterable[Mapping[K, T]], join: Callable[[Sequence[T]], T]) -> Mapping[K, T]:
    found: dict[K, list[T]] = defaultdict(list)
    for table in tables:
        for month in table:
            found[month].append(table[month])
    return {month: found[month][0] if len(found[month]) == 1 else join(found[month]) for month in sorted(found)}


def _in_order(parts: Iterable[tuple[Event, ...]]) -> tuple[Event, ...]:
    return tuple(sorted(chain.from_iterable(parts), key=_order))


def _order(event: Event) -> tuple[datetime, str, str]:
    return event.first.start, event.title, event.path
