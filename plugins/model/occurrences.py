"""All dates of an event, held as what they share and the days: a weekly workshop has forty, ten years of agenda have tens of thousands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Self, overload

from msgspec import Struct

from plugins.model.collection import CollectionMeta
from plugins.model.occurrence import Occurrence, Shape


class Occurrences(Struct, Sequence[Occurrence], frozen=True, dict=True, metaclass=CollectionMeta):
    """The dates of an event in the order of their starts; no two start together."""

    groups: tuple[tuple[Shape, tuple[int, ...]], ...]
    """The days (proleptic ordinals, in order) of each shape, as announced. Two shapes of an event differ by the hour."""
    changed: tuple[Occurrence, ...] = ()
    """Dates unlike the others, each in the place of the one that was to start at its `change.was`."""

    @classmethod
    def on(cls, days: Mapping[Shape, Sequence[date]]) -> Self:
        """Return the dates that some days of each shape give."""
        return cls(tuple((shape, tuple(sorted({day.toordinal() for day in found}))) for shape, found in days.items() if found))

    def __len__(self) -> int:
        """Return how many dates there are."""
        return sum(len(days) for _, days in self.groups)

    @overload
    def __getitem__(self, index: int) -> Occurrence: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Occurrence, ...]: ...
    def __getitem__(self, index: int | slice) -> Occurrence | tuple[Occurrence, ...]:
        """Return one date, made without the others where all have one shape, or a tuple of some."""
        if isinstance(index, int) and self._is_plain:
            shape, days = self.groups[0]
            return shape.on(date.fromordinal(days[index]))
        return self._all[index]

    def __iter__(self) -> Iterator[Occurrence]:
        """Return the dates in order."""
        return iter(self._all)

    @cached_property
    def announced(self) -> Occurrences:
        """The dates as they were before any change."""
        return Occurrences(self.groups) if self.changed else self

    @cached_property
    def first(self) -> Occurrence:
        """The first date, found without making the others where none is changed."""
        if self.changed:
            return self._all[0]
        return min((shape.on(date.fromordinal(days[0])) for shape, days in self.groups), key=lambda found: found.start)

    @cached_property
    def _all(self) -> tuple[Occurrence, ...]:
        found = [shape.on(date.fromordinal(day)) for shape, days in self.groups for day in days]
        if self._is_plain:
            return tuple(found)
        gone = {other.change.was for other in self.changed if other.change}
        return tuple(sorted([*self.changed, *(one for one in found if one.start not in gone)], key=lambda occurrence: occurrence.start))

    @cached_property
    def _is_plain(self) -> bool:
        """Whether all dates have one shape: then most questions are answered from their days alone."""
        return len(self.groups) == 1 and not self.changed

    @cached_property
    def _starts(self) -> Sequence[int]:
        """The first day of each date."""
        return self.groups[0][1] if self._is_plain else [found.day.toordinal() for found in self._all]

    @cached_property
    def _more(self) -> int:
        """How many days later than it starts the first date ends."""
        return self.first.days - 1

    @cached_property
    def last_day(self) -> date:
        """The last day of the last date."""
        return date.fromordinal(self.groups[0][1][-1] + self._more) if self._is_plain else self._all[-1].last_day

    @cached_property
    def _over(self) -> Sequence[int]:
        """The last day of each date and of all before it, so that one can search in it."""
        return list(accumulate((found.last_day.toordinal() for found in self._all), max))

    def over(self, day: date) -> int:
        """Return how many dates at the head of the list are over on a day."""
        if self._is_plain:
            return bisect_left(self.groups[0][1], day.toordinal() - self._more)
        return bisect_left(self._over, day.toordinal())

    def between(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """Return the dates that touch a day from `first` to `last`, both included."""
        low, high = self._near(first, last)
        found = self[low:high] if low < high else ()
        return found if self._is_plain else tuple(one for one in found if one.last_day >= first)  # of one length, the first left tells of all

    def touch(self, first: date, last: date) -> bool:
        """Return whether a date touches a day from `first` to `last`, both included."""
        low, high = self._near(first, last)
        return low < high and (self._is_plain or any(one.last_day >= first for one in self[low:high]))

    def _near(self, first: date, last: date) -> tuple[int, int]:
        """Return between which dates those lie that are not over on a day and start by another one."""
        return self.over(first), bisect_right(self._starts, last.toordinal())

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        """The (year, month) pairs that a date touches."""
        if self.changed:
            return frozenset(month for found in self._all for month in touched(found.day, found.last_day))
        return frozenset(month for shape, days in self.groups for month in _months(days, shape.on(date.fromordinal(days[0])).days - 1))


def _months(days: Sequence[int], more: int) -> Iterator[tuple[int, int]]:
    """Yield the month of each day, and of those up to so many days later."""
    for number in days:
        first = date.fromordinal(number)
        yield first.year, first.month
        if more:
            yield from touched(first, date.fromordinal(number + more))


def touched(first: date, last: date) -> Iterator[tuple[int, int]]:
    """Yield the year and month of each month from the one of `first` to the one of `last`."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1
