"""The lock of a folder: two builds never run at once."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class BusyError(RuntimeError):
    """Another build is under way."""


@contextmanager
def alone(folder: Path) -> Iterator[Callable[[], None]]:
    """Hold the folder's lock while a build runs. Raise BusyError when another one holds it; a kill frees it.

    Give what processes call that are forked meanwhile: they have the lock's file open too, and would hold it longer than who was killed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    owner = os.getpid()
    with (folder / ".lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError from None
        try:
            yield lambda: handle.close() if os.getpid() != owner else None
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)  # a process that goes on to stand by has the file open too
