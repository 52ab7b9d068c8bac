"""The sending itself: who is next, when, on which connection; and nothing leaves before the journal knows of it.

One thread, this one, decides and writes; lanes only talk to the relay. What waits on the disk at one moment is written in one go.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum, auto
from queue import Empty, SimpleQueue

from msgspec import Struct

from plugins.sending.campaign import Recipient
from plugins.sending.journal import Journal
from plugins.sending.lane import Arrived, Asking, Event, Lane, Outcome, Parcel
from plugins.sending.pace import Pace
from plugins.sending.traces import Traces
from plugins.sending.verdicts import Keeper, is_progress, is_trouble
from plugins.subscribers.people import stamp
from plugins.subscribers.store import transaction

TICK = 1.0
"""Seconds after which we look whether somebody has paused us."""
RESTS = (5, 30)
"""Seconds to wait after the first trouble with the relay, the second; the third one stops the sending."""


class Clock(Struct, frozen=True):
    """Time, from outside."""

    now: Callable[[], datetime]
    """The hour, UTC."""
    elapsed: Callable[[], float]
    """Seconds by a clock that nobody sets."""
    wait: Callable[[float], None]


class End(Enum):
    """How a run ended."""

    DONE = auto()
    PAUSED = auto()
    """Somebody asked for it."""
    STOPPED = auto()
    """The relay, or our settings."""
    INTERRUPTED = auto()


class Ended(Struct, frozen=True):
    """How a run ended, and why."""

    end: End
    why: str = ""


class Watch:
    """Whoever looks on; this one does not."""

    def moved(self) -> None:
        """Something was written to the journal."""

    def waits(self, seconds: float, why: str) -> None:
        """Nothing goes out for so long."""


class Book(Struct, frozen=True):
    """Where one campaign is written down."""

    journal: Journal
    traces: Traces
    key: str


class Dispatch:
    """One run over a campaign."""

    def __init__(self, book: Book, parcel: Callable[[Recipient], Parcel], pace: Pace, clock: Clock) -> None:
        """Send what `parcel` makes for each recipient."""
        self._journal, self._traces, self._key = book.journal, book.traces, book.key
        self._parcel, self._pace, self._clock = parcel, pace, clock
        self._keeper = Keeper(book.journal, book.key)
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._idle: list[Lane] = []
        self._busy: dict[Lane, Recipient] = {}
        self._batch: deque[Recipient] = deque()
        self._troubles = 0
        self._rests_until = float("-inf")
        self._ended: Ended | None = None

    def run(self, lanes: Callable[[SimpleQueue[Event]], Sequence[Lane]], watch: Watch) -> Ended:
        """Send until all is done, or something ends it; what is under way is brought to its end."""
        every = lanes(self._events)
        self._idle = list(every)
        try:
            while self._ended is None or self._busy:
                self._step(watch)
        except BaseException:
            for lane in every:
                lane.abandon()
            raise
        for lane in every:
            lane.stop()
        return self._ended

    def interrupt(self) -> None:
        """End soon; a signal may say so at any moment."""
        self._ended = self._ended or Ended(End.INTERRUPTED)

    def _step(self, watch: Watch) -> None:
        if self._ended is None and self._journal.is_paused(self._key):
            self._ended = Ended(End.PAUSED)
        seconds, why = (0.0, "") if self._ended else self._fill()
        if self._busy:
            self._hear(TICK)
            watch.moved()
        elif self._ended is None:
            watch.waits(seconds, why)
            self._clock.wait(min(seconds, TICK))

    def _fill(self) -> tuple[float, str]:
        """Give work to whoever is idle; return how long nothing more can be given, and why."""
        while self._idle:
            seconds, why = self._held_back()
            recipient = None if seconds > 0 else self._next()
            if recipient is None:
                return (seconds, why) if seconds > 0 else self._no_more()
            lane = self._idle.pop()
            self._busy[lane] = recipient
            self._pace.count(self._clock.elapsed())
            lane.give(self._parcel(recipient))
        return 0.0, ""

    def _held_back(self) -> tuple[float, str]:
        """Return how long the relay or its limits make us wait, and why."""
        now = self._clock.elapsed()
        rest, pace = self._rests_until - now, self._pace.free_at() - now
        return (rest, "le relais ne répond pas") if rest > pace else (pace, "limite du relais")

    def _no_more(self) -> tuple[float, str]:
        """Return how long until those put off are tried again; end when nobody is left."""
        due = self._journal.next_due(self._key)
        if due is not None:
            return max(0.1, (due - self._clock.now()).total_seconds()), "destinataires à réessayer"
        if not self._busy:
            self._ended = Ended(End.DONE)
        return 0.0, ""

    def _next(self) -> Recipient | None:
        """Return who is next, and may be written to at this very moment."""
        while self._batch or self._refilled():
            recipient = self._batch.popleft()
            why = self._journal.standing(self._key, recipient)
            if why == "":
                return recipient
            if why is not None:
                self._journal.exclude(self._key, recipient.address, why, self._clock.now())
        return None

    def _refilled(self) -> bool:
        busy = {recipient.address for recipient in self._busy.values()}
        self._batch.extend(self._journal.due(self._key, self._clock.now(), busy))
        return bool(self._batch)

    def _hear(self, seconds: float | None) -> None:
        """Wait for lanes, and write all that they tell before any of them goes on."""
        try:
            events = [self._events.get(timeout=seconds)]
            while not self._events.empty():
                events.append(self._events.get())
        except Empty:
            return
        asking = [event for event in events if isinstance(event, Asking)]
        with transaction(self._journal.store):
            numbers = [self._journal.dot(self._key, event.parcel.recipient.address, self._clock.now()) for event in asking]
            for event in events:
                if isinstance(event, Arrived):
                    self._arrived(event)
        for event, number in zip(asking, numbers, strict=True):
            self._traces.add(number, stamp(self._clock.now()), event.parcel.recipient.address)
            event.lane.answer(may_end=True)

    def _arrived(self, event: Arrived) -> None:
        recipient = self._busy.pop(event.lane)
        self._idle.append(event.lane)
        why = self._keeper.keep(recipient, event.outcome, self._clock.now())
        if why:
            self._end(why)
        elif is_trouble(event.outcome):
            self._rest(event.outcome)
        elif is_progress(event.outcome):
            self._troubles = 0

    def _rest(self, outcome: Outcome) -> None:
        """Leave the relay in peace for a while; several connections that break together are one trouble."""
        now = self._clock.elapsed()
        if now < self._rests_until:
            return
        if self._troubles == len(RESTS):
            self._end(str(outcome.reply))
        else:
            self._rests_until = now + RESTS[self._troubles]
            self._troubles += 1

    def _end(self, why: str) -> None:
        self._ended = self._ended or Ended(End.STOPPED, why)
