"""`inv bench`: how long a site of some years takes to build, anew, again and after one edit. It judges nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import Progress

from bench.corpus import write
from bench.report import table
from bench.run import BuildError, Cost, middle, run

MEMORY_DISK = Path("/dev/shm")  # noqa: S108  # a disk in memory: the machine's own disk is not what is measured
CASES = ("à froid", "sans changement", "une retouche")


@dataclass(frozen=True, slots=True)
class Size:
    """A corpus and what building it cost."""

    years: int
    texts: int
    pages: int
    costs: dict[str, Cost]
    """By case."""


def main(years: list[int]) -> None:
    """Measure each size and print a table of it; a build that fails stops everything with what it said."""
    console = Console()
    steps = sum(1 + _times(count) * len(CASES) for count in years)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("", total=steps)
        for count in years:
            try:
                size = measure(count, lambda said: progress.update(task, advance=1, description=said))
            except BuildError as error:
                raise SystemExit(f"La construction mesurée a échoué :\n{error}") from None
            progress.console.print(table(size.years, size.texts, size.pages, size.costs))


def measure(years: int, tell: Callable[[str], None]) -> Size:
    """Write a corpus of some years and build it in each case; what is told is what has just been done."""
    costs: dict[str, list[Cost]] = {case: [] for case in CASES}
    with TemporaryDirectory(dir=MEMORY_DISK if MEMORY_DISK.is_dir() else None) as temporary:
        folder = Path(temporary)
        write(folder, years)
        tell(f"{years} an(s) de contenu")
        for number in range(_times(years)):
            for case, prepare in zip(CASES, (_forget, _leave, _edit), strict=True):
                prepare(folder, number)
                costs[case].append(run(folder))
                tell(f"{years} an(s), {case}")
        texts = len(list((folder / "content").rglob("*.md")))
        pages = len(list((folder / "output").rglob("*.html")))
    return Size(years, texts, pages, {case: middle(found) for case, found in costs.items()})


def _times(years: int) -> int:
    """Return how often a size is built: small ones are over before chance is."""
    return 3 if years == 1 else 1


def _forget(folder: Path, _: int) -> None:
    """Delete what was built, so that the next run begins anew."""
    for name in ("output", "build"):
        shutil.rmtree(folder / name, ignore_errors=True)


def _leave(_folder: Path, _number: int) -> None:
    """Change nothing."""


def _edit(folder: Path, number: int) -> None:
    """Change the title of the event that the letter puts first, which many pages show."""
    letter = (folder / "content/lettres/2026-s48.md").read_text("utf-8")
    name = next(line for line in letter.split("\n") if line.startswith("a-la-une")).split(": ")[1]
    (path,) = (folder / "content/evenements").rglob(f"{name}.md")
    path.write_text(path.read_text("utf-8").replace("\nresume: ", f" bis {number}\nresume: ", 1), "utf-8", newline="\n")
