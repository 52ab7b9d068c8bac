"""Running a build from outside and measuring it: seconds, memory, what it wrote."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from itertools import pairwise
from pathlib import Path
from statistics import median

from msgspec import Struct, field
from msgspec.structs import replace

from bench.memory import Watch

ROOT = Path(__file__).parent.parent
DAY = "2026-11-22"
"""The day that all corpora are built for."""
PARTS = {"begun": "démarrage", "read": "lecture", "declared": "déclaration", "written": "rendu et écriture", "shown": "bascule", "ended": "fin"}
"""What is over at each mark of a build, in order; the last is the end of its process."""
RENDERING, WRITING = "rendu", "écriture"
"""What `rendu et écriture` is told apart into, where it can be."""


class Cost(Struct, frozen=True):
    """What one build cost."""

    start: float
    """When it began, by the machine's clock."""
    seconds: float
    """On the clock."""
    work: float
    """Seconds that processors worked, which a busy machine hardly changes."""
    memory: int
    """Bytes at the peak, of the largest of its processes; 0 when it was not watched."""
    together: int
    """Bytes at the peak, of all its processes; what they share counts once; 0 as above."""
    files: int
    """Public files with new bytes."""
    size: int
    """Bytes of those."""
    parts: Mapping[str, float] = field(default_factory=dict)
    """Seconds of each part, by name; empty when the builder does not say."""


class BuildError(RuntimeError):
    """The build did not end well; the message is what it said."""


def environment() -> dict[str, str]:
    """Return the environment of every process that is measured."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as where people build
    return {**kept, "BUILD_DATE": DAY, "PYTHONPATH": str(ROOT)}


def run(folder: Path, rooms: str, is_watched: bool) -> Cost:
    """Build the corpus in a folder in a fresh process, with some of the rooms (bench/rooms.py). Raise BuildError."""
    marks = folder / "marks.json"
    cost = execute([sys.executable, "-m", "bench.build", str(folder / "pelicanconf.py"), str(marks), rooms], folder, folder / "output", is_watched)
    said = json.loads(marks.read_text())
    moments = [cost.start, *(said["marks"].get(mark, cost.start + cost.seconds) for mark in PARTS)]
    parts = {name: after - before for name, (before, after) in zip(PARTS.values(), pairwise(moments), strict=True)}
    return replace(cost, parts=apart(parts, said["writing"]))


def apart(parts: Mapping[str, float], writing: Sequence[float]) -> dict[str, float]:
    """Return the parts with rendering and writing told apart, given the seconds of writing of each process that wrote.

    Processes that work at the same time each spend the whole part; together they write for the mean of their sums.
    """
    told: dict[str, float] = {}
    for name, seconds in parts.items():
        if writing and name == PARTS["written"]:
            written = min(seconds, sum(writing) / len(writing))
            told |= {RENDERING: seconds - written, WRITING: written}
        else:
            told[name] = seconds
    return told


def execute(command: Sequence[str], folder: Path, output: Path, is_watched: bool) -> Cost:
    """Run a builder in its folder and measure it; watching its memory makes it slower, by a twentieth when it is small. Raise BuildError."""
    log = folder / "log.txt"
    since, start = time.time_ns(), time.monotonic()
    with log.open("w") as said:
        process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=said, stderr=said)  # noqa: S603  # ours, or Hugo's
        watch = Watch(process.pid)
        with watch if is_watched else nullcontext():
            _, status, usage = os.wait4(process.pid, 0)
            end = time.monotonic()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError(log.read_text())
    sizes = [found.st_size for found in written(output) if found.st_mtime_ns >= since]
    return Cost(start, end - start, usage.ru_utime + usage.ru_stime, watch.largest, watch.together, len(sizes), sum(sizes))


def written(output: Path) -> Iterator[os.stat_result]:
    """Yield what the file system says of each file under a folder."""
    for folder, _, names in os.walk(output):
        yield from (Path(folder, name).stat() for name in names)


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the cost of the run in the middle by time; its parts belong together, which medians of each would not.

    The last run, which was watched, tells the memory, and nothing else unless it is the only one.
    """
    *timed, watched = costs
    middle_seconds = median(cost.seconds for cost in timed or costs)
    found = min(timed or costs, key=lambda cost: abs(cost.seconds - middle_seconds))
    return replace(found, memory=watched.memory, together=watched.together)
