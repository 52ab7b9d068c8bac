"""How long writing files takes, in whichever processes write them."""

from __future__ import annotations

import os
import struct
from functools import wraps
from mmap import mmap
from time import monotonic
from typing import Any

from plugins.build import folders

_SIZE = struct.calcsize("d")
_PLACES = 256
"""Processes that can be told apart; a build starts a handful."""


class Writing:
    """Adds up the seconds in `Folders.put`, one sum a process, in memory that forked processes share."""

    def __init__(self) -> None:
        """Get ready before anything forks; a forked process is given the next place."""
        self._sums = mmap(-1, _PLACES * _SIZE)
        self._place = self._last = 0
        self._is_watching = False
        os.register_at_fork(before=self._reserve, after_in_child=self._move)

    def watch(self) -> None:
        """Time `Folders.put` from outside; a build that writes in another way is left alone, and no sum grows."""
        kind: Any = getattr(folders, "Folders", None)
        put = getattr(kind, "put", None)
        if put is None:
            return

        @wraps(put)
        def timed(*args: object, **named: object) -> object:
            start = monotonic()
            try:
                return put(*args, **named)
            finally:
                self._add(monotonic() - start)

        kind.put = timed
        self._is_watching = True

    def sums(self) -> list[float]:
        """Return the seconds of each process that wrote: a zero when none did, nothing when it cannot be known."""
        found = [seconds for seconds in struct.unpack(f"{_PLACES}d", self._sums) if seconds]
        return found or [0.0] * self._is_watching

    def _reserve(self) -> None:
        self._last = (self._last + 1) % _PLACES

    def _move(self) -> None:
        self._place = self._last

    def _add(self, seconds: float) -> None:
        (sum_,) = struct.unpack_from("d", self._sums, self._place * _SIZE)
        struct.pack_into("d", self._sums, self._place * _SIZE, sum_ + seconds)
