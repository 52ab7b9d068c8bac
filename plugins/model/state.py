"""Whether something of the agenda takes place."""

from __future__ import annotations

from enum import Enum


class State(Enum):
    """Of an event or of one of its dates; the words are the writers'."""

    ON = "maintenu"
    CANCELLED = "annulé"
    POSTPONED = "reporté"
    """To a date that is known, which the agenda has."""
    UNDATED = "reporté sans date"
    """Postponed, and nobody knows yet to when: the agenda has the old date."""
    FULL = "complet"

    @property
    def prefix(self) -> str:
        """What stands before a title when it is not simply on: `ANNULÉ – `."""
        if self is State.ON:
            return ""
        return f"{(State.POSTPONED if self is State.UNDATED else self).value.upper()} – "

    @property
    def takes_place(self) -> bool:
        """True when people who come on the date that the agenda has do not come in vain."""
        return self not in (State.CANCELLED, State.UNDATED)
