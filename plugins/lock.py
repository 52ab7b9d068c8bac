"""Locks: two builds, two sendings, two who empty a mailbox, two who take in a recording never run at once."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class BusyError(RuntimeError):
    """Somebody else is at it."""


@contextmanager
def alone(path: Path) -> Iterator[Callable[[], None]]:
    """Hold the lock that a file is, which holds nothing else. Raise BusyError when another process holds it; a kill frees it.

    Give what processes call that are forked meanwhile: they have the lock's file open too, and would hold it longer than who was killed.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    owner = os.getpid()
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError from None
        try:
            yield lambda: handle.close() if os.getpid() != owner else None
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)  # a process that goes on to stand by has the file open too
