"""How much memory a running program takes, with all the processes it starts.

Asked of the system while it runs: what `wait4` tells afterwards also counts the process that started it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import thread_time
from types import TracebackType
from typing import Self

PROC = Path("/proc")
PACE = 0.02
"""Seconds between two looks, at least."""
CALM = 20
"""How many times longer it rests than it works: a look at 500 MB takes 6 ms, and what is measured must not feel it."""


class Watch:
    """Watches a process and its descendants from a thread, until it is left."""

    def __init__(self, pid: int) -> None:
        """Get ready to watch a process."""
        self.largest = 0
        """Bytes at the peak of the largest of the processes."""
        self.together = 0
        """Bytes at the peak of all of them; what two share counts once."""
        self._pid = pid
        self._over = Event()
        self._thread = Thread(target=self._look_on, daemon=True)

    def __enter__(self) -> Self:
        """Start watching."""
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop watching."""
        self._over.set()
        self._thread.join()
        self.together = max(self.together, self.largest)

    def _look_on(self) -> None:
        took = 0.0
        while not self._over.wait(max(PACE, CALM * took)):
            start = thread_time()
            pids = list(family(self._pid))
            self.largest = max([self.largest, *(_bytes(pid, "status", "VmHWM:") for pid in pids)])
            self.together = max(self.together, sum(_bytes(pid, "smaps_rollup", "Pss:") for pid in pids))
            took = thread_time() - start


def family(pid: int) -> Iterator[int]:
    """Yield a process and those that it and its children started."""
    parents: dict[int, list[int]] = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            parents.setdefault(_parent(folder), []).append(int(folder.name))
    waiting = [pid]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += parents.get(found, ())


def _parent(folder: Path) -> int:
    """Return the fourth field of proc(5) `stat`: the second, the name, may hold spaces."""
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return -1


def _bytes(pid: int, file: str, field: str) -> int:
    """Return a field in bytes; 0 for a process that is over, whose file is empty or gone."""
    try:
        lines = (PROC / str(pid) / file).read_text().split("\n")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(field)), 0)
