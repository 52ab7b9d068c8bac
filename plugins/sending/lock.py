"""One sender at a time for each database."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BusyError(RuntimeError):
    """Another command is sending."""


@contextmanager
def only_sender(store: Path) -> Iterator[None]:
    """Hold the lock of a database; a kill frees it. Raise BusyError when somebody holds it."""
    path = store.with_name(f"{store.name}.envoi")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError from None
        yield
