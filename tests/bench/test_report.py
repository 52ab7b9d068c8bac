"""The tables: French numbers, Hugo beside us where it was measured, no row for what was not."""

from __future__ import annotations

import io

from rich.console import Console
from rich.table import Table

from bench.builders import HUGO, OURS
from bench.report import comparison, details
from bench.run import Cost
from bench.waits import Waits

COST = Cost(start=0, seconds=2.5, work=4, memory=80_000_000, together=120_000_000, files=1234, size=5_600_000, parts={"lecture": 0.5})
LESS = Cost(start=0, seconds=5, work=9, memory=160_000_000, together=160_000_000, files=1, size=1)


def _shown(table: Table) -> str:
    console = Console(file=io.StringIO(), width=120)
    console.print(table)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def _rows(table: Table) -> dict[str, list[str]]:
    lines = (line.split("│")[1:-1] for line in _shown(table).split("\n") if "│" in line)
    return {line[0].strip(): [cell.strip() for cell in line[1:]] for line in lines}


def test_details() -> None:
    """The parts are shares of the time on the clock; numbers are written as French writes them."""
    rows = _rows(details(1, 449, 467, {"à froid": COST}))

    assert rows["durée (s)"] == ["2,50"]
    assert rows["fichiers écrits"] == ["1\u202f234"]
    assert rows["lecture"] == ["20\u00a0%"]


def test_beside_hugo() -> None:
    """A ratio is ours by Hugo's; the peak is the highest of all cases."""
    costs = {OURS: {"à froid": COST, "une retouche": COST}, HUGO: {"à froid": LESS, "une retouche": LESS}}
    rows = _rows(comparison(costs, {OURS: Waits(0.02, 0.05), HUGO: Waits(0.5, 1)}))

    assert rows["à froid (s)"] == ["2,50", "5,00", "× 0,50"]
    assert rows["mémoire de tous (Mo)"] == ["120", "160", "× 0,75"]
    assert rows["enregistré → sa page (ms)"] == ["20", "500", "× 0,04"]


def test_built_by_one_alone() -> None:
    """What one builder alone has made has a row without a ratio, and does not count among the peaks."""
    costs = {OURS: {"à froid, tout compris": LESS, "à froid": COST}, HUGO: {"à froid": LESS}}
    rows = _rows(comparison(costs, {}))

    assert rows["à froid, tout compris (s)"] == ["5,00", "", ""]
    assert rows["mémoire du plus grand (Mo)"] == ["80", "160", "× 0,50"]


def test_alone() -> None:
    """Without Hugo there is no ratio, and without a preview no wait."""
    rows = _rows(comparison({OURS: {"à froid": COST}}, {}))

    assert rows["à froid (s)"] == ["2,50"]
    assert not [label for label in rows if "enregistré" in label]
