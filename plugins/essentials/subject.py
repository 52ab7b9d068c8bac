"""What a card is about: an event as it stands, so many of its dates being over."""

from __future__ import annotations

from msgspec import Struct

from plugins.model.agenda import Date, takes_place
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence


class Subject(Struct, frozen=True):
    """An event with what depends on the day."""

    event: Event
    next: Date
    """The next date that takes place; else the next one; the last one of an event that is over."""
    coming: tuple[Occurrence, ...]
    """Every date that is not over, in order."""
    is_closed: bool
    """Whether one can no longer book."""
    map: str = ""
    """Link to a map of the next date's place; empty: none."""

    @property
    def is_over(self) -> bool:
        """Whether no date is left."""
        return not self.coming

    @property
    def is_off(self) -> bool:
        """Whether nothing takes place on the dates that are left."""
        return not self.is_over and not takes_place(self.next)

    @property
    def is_last(self) -> bool:
        """Whether no other date is left that takes place."""
        return not any(takes_place(Date(one, self.event)) for one in self.coming if one is not self.next.occurrence)
