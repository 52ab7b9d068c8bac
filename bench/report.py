"""The tables of a size, in French."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rich.table import Table

from bench.builders import HUGO, OURS
from bench.run import Cost
from bench.waits import Waits

LARGEST, TOGETHER = "mémoire du plus grand (Mo)", "mémoire de tous (Mo)"
"""Of its processes."""
_WAITS: dict[str, Callable[[Waits], float]] = {
    "enregistré → sa page (ms)": lambda waits: 1000 * waits.page,
    "enregistré → tout ce qui le montre (ms)": lambda waits: 1000 * waits.everything,
}


def details(years: int, texts: int, pages: int, costs: Mapping[str, Cost]) -> Table:
    """Return a table of our own builds with a column for each case."""
    found = Table(title=f"{years} an{'s' if years > 1 else ''} : {number(texts)} textes, {number(pages)} pages", title_justify="left")
    found.add_column("construction")
    for case in costs:
        found.add_column(case, justify="right")
    lines = [cells(cost, pages) for cost in costs.values()]
    for label in dict.fromkeys(label for line in lines for label in line):
        found.add_row(label, *(line.get(label, "") for line in lines))
    return found


def cells(cost: Cost, pages: int) -> dict[str, str]:
    """Return the numbers of one case by label; the parts are shares of the time on the clock."""
    return {
        "durée (s)": number(cost.seconds, 2),
        "calcul (s)": number(cost.work, 2),
        "pages par seconde": number(pages / cost.seconds),
        LARGEST: number(cost.memory / 1e6),
        TOGETHER: number(cost.together / 1e6),
        "fichiers écrits": number(cost.files),
        "écrits (Mo)": number(cost.size / 1e6, 1),
        **{name: f"{round(100 * part / cost.seconds)}\u00a0%" for name, part in cost.parts.items()},
    }


def comparison(costs: Mapping[str, Mapping[str, Cost]], waits: Mapping[str, Waits]) -> Table:
    """Return a table of what people wait for: ours, and beside it Hugo's where it was measured, with our share of it."""
    found = Table(title="Ce qu'on attend", title_justify="left")
    found.add_column("")
    for name in costs:
        found.add_column(name, justify="right")
    if HUGO in costs:
        found.add_column("rapport", justify="right")
    for label, digits, values in _rows(costs, waits):
        shown = [number(values[name], digits) if name in values else "" for name in costs]
        ratio = [f"× {number(values[OURS] / values[HUGO], 2)}"] if HUGO in values else []
        found.add_row(label, *shown, *ratio)
    return found


def _rows(costs: Mapping[str, Mapping[str, Cost]], waits: Mapping[str, Waits]) -> Iterator[tuple[str, int, dict[str, float]]]:
    """Yield label, digits and the number of each builder that has one; waits that were not measured have no row.

    The peaks are those of the cases that all have built.
    """
    for case in next(iter(costs.values())):
        yield f"{case} (s)", 2, {name: found[case].seconds for name, found in costs.items() if case in found}
    for case in next(iter(costs.values())):
        yield f"{case}, calcul (s)", 2, {name: found[case].work for name, found in costs.items() if case in found}
    common = [case for case in next(iter(costs.values())) if all(case in found for found in costs.values())]
    yield LARGEST, 0, {name: max(found[case].memory for case in common) / 1e6 for name, found in costs.items()}
    yield TOGETHER, 0, {name: max(found[case].together for case in common) / 1e6 for name, found in costs.items()}
    for label, of in _WAITS.items() if waits else ():
        yield label, 0, {name: of(found) for name, found in waits.items()}


def number(value: float, digits: int = 0) -> str:
    """Return a number as French writes it: `1 234,5`, with narrow no-break spaces."""
    return f"{value:,.{digits}f}".replace(",", "\u202f").replace(".", ",")
