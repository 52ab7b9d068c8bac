"""Noticing what is saved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from watchfiles import watch

STEP = 5
"""Milliseconds without a further change after which changes are told: an editor writes a file in one go."""
PACE = 100
"""Milliseconds after which somebody who waits hears that nothing has changed."""


def changes(folders: tuple[Path, ...], file: Path) -> Iterator[set[str]]:
    """Yield the paths that have changed in some folders, and that of the file when it has; often there is none.

    After the first answer nothing is missed, whatever is done between two questions. The file is looked at itself, for
    many editors put a new one in its place, and what watches a file stays with the old one. Raise KeyboardInterrupt.
    """
    last = _look(file)
    for found in watch(*folders, step=STEP, rust_timeout=PACE, yield_on_timeout=True):
        now = _look(file)
        yield {path for _, path in found} | ({str(file)} if now != last else set())
        last = now


def _look(file: Path) -> tuple[int, ...]:
    with suppress(FileNotFoundError):
        state = os.stat(file)
        return state.st_size, state.st_mtime_ns, state.st_ino
    return ()
