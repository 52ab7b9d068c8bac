"""When somebody whom the relay puts off is tried again."""

from __future__ import annotations

from datetime import timedelta
from itertools import accumulate

_HOUR = timedelta(hours=1)
DELAYS = (timedelta(minutes=5), timedelta(minutes=30), 2 * _HOUR, 6 * _HOUR)
"""After the first try, the second…; the last one serves again."""
AT_MOST = 24 * _HOUR
"""After the first try; then it is a refusal."""
LONGEST = max(DELAYS)


def delay_after(tries: int) -> timedelta | None:
    """Return how long to wait after so many tries; None when it has been long enough."""
    delays = [DELAYS[min(number, len(DELAYS) - 1)] for number in range(tries)]
    *_, waited = accumulate(delays, initial=timedelta())
    return delays[-1] if waited <= AT_MOST else None
