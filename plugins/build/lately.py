"""What was asked for lately: enough to be quick, and no more than a preview can hold for days.

Two generations: what is asked for moves into the younger one; when that is full, or a run has ended, it becomes the
older one, and what nobody asked for since then is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar
from weakref import WeakSet

P = ParamSpec("P")
R = TypeVar("R")
MOST = 2048
"""Things in a generation."""


class Lately(Generic[R]):
    """Things by key, none of them None, as long as they are asked for."""

    def __init__(self, most: int = MOST) -> None:
        """Remember nothing yet, and later so many things in a generation."""
        self._most = most
        self._known: dict[Hashable, R] = {}
        self._older: dict[Hashable, R] = {}
        _ALL.add(self)

    def get(self, key: Hashable) -> R | None:
        """Return what is known under a key, None when nothing is any more."""
        found = self._known.get(key)
        if found is None and (found := self._older.get(key)) is not None:
            self.know(key, found)
        return found

    def know(self, key: Hashable, value: R) -> R:
        """Remember a thing, and return it."""
        if len(self._known) >= self._most:
            self.forget()
        self._known[key] = value
        return value

    def forget(self) -> None:
        """Forget what nobody has asked for since the last time."""
        self._known, self._older = {}, self._known


_ALL: WeakSet[Lately[Any]] = WeakSet()


def forget() -> None:
    """Forget everywhere what nobody has asked for since the last time: a run has ended."""
    for each in _ALL:
        each.forget()


def by_identity(most: int = MOST) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return what makes a pure function remember what it gave for the very same objects: frozen ones that live from run to run."""

    def remembering(function: Callable[P, R]) -> Callable[P, R]:
        known: Lately[tuple[object, R]] = Lately(most)

        def lately(*given: P.args, **named: P.kwargs) -> R:
            assert not named  # by position: this is called thousands of times
            key = tuple(map(id, given))
            found = known.get(key)
            if found is None:
                found = known.know(key, (given, function(*given, **named)))  # with what it was given: no other object takes its identity
            return found[1]

        return wraps(function)(lately)

    return remembering
