"""A bar for who waits: how many things are done, shown in a terminal once that takes longer than nobody notices."""

from __future__ import annotations

import os
from mmap import mmap
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds without a bar."""
PAUSE = 0.1
"""Seconds from one look at what is done to the next."""


class Bar:
    """Counts things done in several processes; the one that made it shows how many."""

    def __init__(self, console: Console, count: int) -> None:
        """Count nothing yet of `count` things; in the memory that processes share which this one starts afterwards."""
        self._console = console
        self._done = mmap(-1, max(1, count))
        self._count = count
        self._owner = os.getpid()
        self._next = monotonic() + PATIENCE if console.is_terminal else float("inf")
        self._shown: Progress | None = None

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        """Take the bar away."""
        if self._shown:
            self._shown.stop()

    @property
    def done(self) -> int:
        """How many things are done."""
        return self._done[:].count(1)

    def tick(self, number: int) -> None:
        """Note that the thing of this number, from 0, is done."""
        self._done[number] = 1
        if monotonic() >= self._next and os.getpid() == self._owner:
            self._next = monotonic() + PAUSE
            self._show()

    def _show(self) -> None:
        if self._shown is None:
            from rich.progress import Progress  # here, since most builds are over before

            self._shown = Progress(console=self._console, transient=True, auto_refresh=False)
            self._shown.add_task("Fabrication du site", total=self._count)
            self._shown.start()
        self._shown.update(self._shown.task_ids[0], completed=self.done, refresh=True)
