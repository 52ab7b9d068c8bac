"""A letter on its way to everybody: what was frozen of it, and for whom."""

from __future__ import annotations

import hashlib
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

GONE = "efface:"
"""What the address of somebody erased begins with: what follows is a keyed hash."""


class State(StrEnum):
    """What became of one recipient; `DOT` means that the end of the message is being written, and nothing is known yet."""

    QUEUED = "queued"
    DOT = "dot"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    DEFERRED = "deferred"
    AMBIGUOUS = "ambiguous"
    EXCLUDED = "excluded"


class Campaign(Struct, frozen=True):
    """One letter, frozen: the bytes that go out never change once the first may have gone."""

    key: str
    subject: str
    message: bytes
    frozen: datetime
    state: str = "sending"
    """`sending`, `paused` or `done`."""
    why: str = ""
    """Why it is paused; empty when somebody asked for it."""

    @property
    def digest(self) -> bytes:
        """SHA-256 of the message."""
        return hashlib.sha256(self.message).digest()


class Recipient(Struct, frozen=True):
    """One person whose turn it is."""

    address: str
    subscriber: int
    tries: int


class Counts(Struct, frozen=True):
    """How many recipients are in each state, and how many were frozen."""

    frozen: int
    by_state: dict[State, int]

    def __getitem__(self, state: State) -> int:
        return self.by_state.get(state, 0)

    @property
    def waiting(self) -> int:
        """Those who have still to get it, as far as we know."""
        return self[State.QUEUED] + self[State.DEFERRED]

    @property
    def adds_up(self) -> bool:
        """Whether everybody who was frozen is in one state."""
        return self.frozen == sum(self.by_state.values())
