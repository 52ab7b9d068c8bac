"""A connection at work: takes messages one after the other, and asks before each dot."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum, auto
from queue import SimpleQueue
from time import monotonic

from msgspec import Struct

from plugins.sending.campaign import Recipient
from plugins.sending.line import Dropped, Line, Unusable
from plugins.sending.replies import Reply, Stage, Verdict, judge

PER_CONNECTION = 100
"""Messages; many relays take no more."""
_IDLE = 20
"""Seconds after which we make sure that the relay has not hung up meanwhile."""


class Fate(Enum):
    """How far a message came."""

    ANSWERED = auto()
    """The relay said what it does with it."""
    LOST = auto()
    """No connection, before the dot: it was certainly not delivered."""
    UNKNOWN = auto()
    """The connection was lost after the dot."""
    WITHHELD = auto()
    """We did not write the dot: it was certainly not delivered."""
    UNUSABLE = auto()
    """The relay cannot be used as the settings say."""


class Parcel(Struct, frozen=True):
    """One message to hand over."""

    recipient: Recipient
    envelope: str
    message: bytes


class Outcome(Struct, frozen=True):
    """What became of it."""

    fate: Fate
    reply: Reply
    """What the relay said; with code 0 what happened instead."""
    stage: Stage = Stage.MESSAGE


class Carrier:
    """Hands messages over, on a connection that it opens when it needs one."""

    def __init__(self, connect: Callable[[], Line]) -> None:
        """Connect by this when needed."""
        self._connect = connect
        self._line: Line | None = None
        self._carried = 0
        self._used = 0.0

    def carry(self, parcel: Parcel, may_end: Callable[[], bool]) -> Outcome:
        """Hand a message over; its dot is written when `may_end` says so."""
        try:
            line = self._ready()
            refusal = line.offer(parcel.envelope, parcel.recipient.address, parcel.message)
            if refusal:
                self._after(refusal.reply, refusal.stage, line)
                return Outcome(Fate.ANSWERED, refusal.reply, refusal.stage)
        except Dropped as error:
            self._forget()
            return Outcome(Fate.LOST, Reply(0, str(error)))
        except Unusable as error:
            self._forget()
            return Outcome(Fate.UNUSABLE, Reply(0, str(error)))
        return self._end(line) if may_end() else self._withhold()

    def close(self) -> None:
        """Take leave of the relay."""
        if self._line:
            self._line.close()
        self._line = None

    def _end(self, line: Line) -> Outcome:
        try:
            reply = line.finish()
        except Dropped as error:
            self._forget()
            return Outcome(Fate.UNKNOWN, Reply(0, f"pas de réponse après la remise ({error})"))
        self._after(reply, Stage.MESSAGE, line)
        return Outcome(Fate.ANSWERED, reply)

    def _withhold(self) -> Outcome:
        self._forget()  # the only way not to end a message that has begun
        return Outcome(Fate.WITHHELD, Reply(0, ""))

    def _after(self, reply: Reply, stage: Stage, line: Line) -> None:
        """Leave the connection ready for the next message, or none."""
        self._carried += 1
        self._used = monotonic()
        verdict = judge(reply, stage)
        try:
            if verdict not in {Verdict.ACCEPTED, Verdict.CLOSING}:
                line.reset()
        except Dropped:
            self._forget()
        if verdict is Verdict.CLOSING or self._carried >= PER_CONNECTION:
            self.close()

    def _ready(self) -> Line:
        if self._line and monotonic() - self._used > _IDLE:
            try:
                self._line.check()
            except Dropped:
                self._forget()
        if not self._line:
            self._line = self._connect()
            self._carried = 0
        return self._line

    def _forget(self) -> None:
        if self._line:
            self._line.abort()
        self._line = None


class Asking(Struct, frozen=True):
    """All of a message but its dot is written."""

    lane: Lane
    parcel: Parcel


class Arrived(Struct, frozen=True):
    """Something became of a message."""

    lane: Lane
    parcel: Parcel
    outcome: Outcome


Event = Asking | Arrived


class Lane:
    """A carrier on a thread of its own; it never sees the journal."""

    def __init__(self, carrier: Carrier, events: SimpleQueue[Event]) -> None:
        """Start; what happens is told to `events`."""
        self._carrier = carrier
        self._events = events
        self._parcels: SimpleQueue[Parcel | None] = SimpleQueue()
        self._answers: SimpleQueue[bool] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def give(self, parcel: Parcel) -> None:
        """Hand over this one."""
        self._parcels.put(parcel)

    def answer(self, may_end: bool) -> None:
        """Say whether the dot may be written."""
        self._answers.put(may_end)

    def stop(self) -> None:
        """Take leave of the relay and end; waits for it."""
        self._parcels.put(None)
        self._thread.join()

    def abandon(self) -> None:
        """Write no dot any more, and end without anybody waiting."""
        self._answers.put(False)
        self._parcels.put(None)

    def _work(self) -> None:
        while (parcel := self._parcels.get()) is not None:
            self._events.put(Arrived(self, parcel, self._carried(parcel)))
        self._carrier.close()

    def _carried(self, parcel: Parcel) -> Outcome:
        def may_end() -> bool:
            self._events.put(Asking(self, parcel))
            return self._answers.get()

        try:
            return self._carrier.carry(parcel, may_end)
        except Exception as error:  # noqa: BLE001  # whoever waits for us must be told
            return Outcome(Fate.UNUSABLE, Reply(0, f"panne : {error!r}"))
