"""How fast messages may go: so many a minute, an hour and a day, counted over the time just past."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


class Cap(Struct, frozen=True):
    """At most so many messages in so many seconds."""

    most: int
    seconds: int


def caps(per_minute: int, per_hour: int, per_day: int) -> tuple[Cap, ...]:
    """Return the caps; a number of 0 is none."""
    return tuple(Cap(most, seconds) for most, seconds in ((per_minute, _MINUTE), (per_hour, _HOUR), (per_day, _DAY)) if most)


def time_needed(count: int, limits: Iterable[Cap]) -> int:
    """Return the seconds that the caps alone make a sending of so many messages last."""
    return max(((count - 1) // cap.most * cap.seconds for cap in limits if count), default=0)


class Pace:
    """Counts what goes out, by a clock that nobody sets (seconds), and tells when the next message may go."""

    def __init__(self, limits: Sequence[Cap]) -> None:
        """Begin with nothing sent."""
        self._caps = tuple(limits)
        self._sent: deque[float] = deque(maxlen=max((cap.most for cap in limits), default=0))

    @property
    def remembered(self) -> int:
        """How many of the last messages count."""
        return self._sent.maxlen or 0

    def recall(self, sent: Iterable[datetime], now: datetime, elapsed: float) -> None:
        """Take in what went out before this run, oldest first.

        What seems to lie in the future was sent before somebody set the clock back: it counts as just sent.
        """
        self._sent.extend(elapsed - max(0.0, (now - at).total_seconds()) for at in sent)

    def count(self, elapsed: float) -> None:
        """Count one message."""
        self._sent.append(elapsed)

    def free_at(self) -> float:
        """Return the moment from which the next one may go."""
        return max((self._sent[-cap.most] + cap.seconds for cap in self._caps if len(self._sent) >= cap.most), default=float("-inf"))
