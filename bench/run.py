"""Running a build from outside and measuring it: seconds, memory, what it wrote."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
DAY = "2026-11-22"
"""The day that all corpora are built for."""
PARTS = {"begun": "démarrage", "read": "lecture", "declared": "déclaration", "written": "rendu et écriture", "shown": "bascule", "ended": "fin"}
"""What is over at each mark of a build, in order; the last is the end of its process."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build cost."""

    seconds: float
    """On the clock."""
    work: float
    """Seconds that processors worked, which a busy machine hardly changes."""
    parts: tuple[float, ...]
    """Seconds of each of PARTS."""
    memory: int
    """Bytes at the peak, of the largest of its processes."""
    files: int
    """Public files with new bytes."""
    size: int
    """Bytes of those."""


class BuildError(RuntimeError):
    """The build did not end well; the message is what it said."""


def run(folder: Path) -> Cost:
    """Build the corpus in a folder in a fresh process. Raise BuildError."""
    marks, log = folder / "marks.json", folder / "log.txt"
    environment = {**os.environ, "BUILD_DATE": DAY, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bench.build", str(folder / "pelicanconf.py"), str(marks)]
    since, start = time.time_ns(), time.monotonic()
    with log.open("w") as said:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)  # noqa: S603  # our own module
        _, status, usage = os.wait4(process.pid, 0)
    end = time.monotonic()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError(log.read_text())
    noted = {**json.loads(marks.read_text()), "ended": end}
    moments = [start, *(noted[mark] for mark in PARTS)]
    sizes = [found.st_size for found in written(folder / "output") if found.st_mtime_ns >= since]
    parts = tuple(after - before for before, after in pairwise(moments))
    return Cost(end - start, usage.ru_utime + usage.ru_stime, parts, usage.ru_maxrss * 1024, len(sizes), sum(sizes))


def written(output: Path) -> Iterator[os.stat_result]:
    """Yield what the file system says of each file under a folder."""
    for folder, _, names in os.walk(output):
        yield from (Path(folder, name).stat() for name in names)


def middle(costs: list[Cost]) -> Cost:
    """Return the cost of the run in the middle by time; its parts belong together, which medians of each would not."""
    middle_seconds = median(cost.seconds for cost in costs)
    return min(costs, key=lambda cost: abs(cost.seconds - middle_seconds))
