"""When an event of a source takes place, on the town's wall clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from msgspec import Struct, field
from msgspec.structs import replace


class Override(Struct, frozen=True):
    """One date that is unlike the others (RFC 5545 §3.8.4.4)."""

    was: datetime
    """When it would have started."""
    start: datetime
    """When it starts."""
    cancelled: bool = False
    place: str = ""
    """As the key `lieu` wants it; empty: that of the event."""


class Times(Struct, frozen=True):
    """The dates of an event; every start is naive, in the town's zone, midnight when it lasts whole days."""

    all_day: bool
    regular: tuple[datetime, ...]
    """The starts that a rule gives, in order, those that are dropped included; of an event without a rule, its start."""
    length: timedelta | None = None
    """On the wall clock; None when no end is known."""
    rhythm: str = ""
    """The rule in plain French, without its end; empty when French has no words for it, or there is no rule."""
    is_ruled: bool = False
    """Whether the source has a rule."""
    dropped: frozenset[datetime] = field(default_factory=frozenset)
    extra: tuple[datetime, ...] = ()
    """Starts that the rule does not give."""
    overrides: tuple[Override, ...] = ()

    @property
    def planned(self) -> tuple[datetime, ...]:
        """The starts as the series gives them, in order."""
        return tuple(sorted({*self.regular, *self.extra} - self.dropped))

    @property
    def held(self) -> frozenset[datetime]:
        """The starts as they are, those of cancelled dates included."""
        moved = {override.was: override.start for override in self.overrides}
        return frozenset(moved.get(start, start) for start in self.planned)

    @property
    def is_cancelled(self) -> bool:
        """Whether each of its dates is, so that the event is as a whole."""
        return bool(self.planned) and set(self.planned) <= {override.was for override in self.overrides if override.cancelled}

    def without_overrides(self) -> Times:
        """Return the same dates with those that were cancelled left out and those that were moved written one by one."""
        gone = {override.was for override in self.overrides if override.cancelled or override.start != override.was}
        moved = {override.start for override in self.overrides if not override.cancelled and override.start != override.was}
        return replace(self, dropped=(self.dropped | gone) - moved, extra=tuple(sorted({*self.extra, *moved} - (gone - moved))), overrides=())


def season_end(day: date) -> date:
    """Return the next 31 August from a day on: what people plan goes from September to summer."""
    return date(day.year + ((day.month, day.day) > (8, 31)), 8, 31)


def shared_length(lengths: Iterable[timedelta | None]) -> timedelta | None:
    """Return the length that all dates share; None when they differ, so that no date is given a wrong end."""
    found = set(lengths)
    return found.pop() if len(found) == 1 else None
