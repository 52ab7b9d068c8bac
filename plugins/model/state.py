"""Whether something of the agenda takes place."""

from __future__ import annotations

from enum import Enum


class State(Enum):
    """Of an event or of one of its dates; the words are the writers'."""

    ON = "maintenu"
    CANCELLED = "annulé"
    POSTPONED = "reporté"
    FULL = "complet"

    @property
    def prefix(self) -> str:
        """What stands before a title when it is not simply on: `ANNULÉ – `."""
        return "" if self is State.ON else f"{self.value.upper()} – "
