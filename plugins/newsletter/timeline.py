"""Things in the order of their days or moments, found by them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Timeline(Generic[T]):
    """Some things, of which those of one time stay in the order in which they were given."""

    def __init__(self, things: Iterable[T], when: Callable[[T], Any]) -> None:
        """Put the things in order; `when` returns the day of each, or the moment."""
        self._things: Sequence[T] = sorted(things, key=when)
        self._times = [when(thing) for thing in self._things]

    def after(self, time: object) -> Sequence[T]:
        """Return what comes after a day or a moment."""
        return self._things[self._count(time) :]

    def between(self, after: object, until: object) -> Sequence[T]:
        """Return what comes after one day or moment, up to another one."""
        return self._things[self._count(after) : self._count(until)]

    def first(self, after: object) -> T | None:
        """Return what comes next after a day or a moment."""
        index = self._count(after)
        return self._things[index] if index < len(self._things) else None

    def last(self, until: object) -> T | None:
        """Return what comes last up to a day or a moment."""
        index = self._count(until)
        return self._things[index - 1] if index else None

    def _count(self, until: Any) -> int:  # noqa: ANN401  # whatever the times are
        return bisect_right(self._times, until)
