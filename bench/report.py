"""The table of a size, in French."""

from __future__ import annotations

from collections.abc import Mapping

from rich.table import Table

from bench.run import PARTS, Cost


def table(years: int, texts: int, pages: int, costs: Mapping[str, Cost]) -> Table:
    """Return a table with a column for each case."""
    found = Table(title=f"{years} an{'s' if years > 1 else ''} : {number(texts)} textes, {number(pages)} pages", title_justify="left")
    found.add_column("construction")
    for case in costs:
        found.add_column(case, justify="right")
    lines = [cells(cost, pages) for cost in costs.values()]
    for label in lines[0]:
        found.add_row(label, *(line[label] for line in lines))
    return found


def cells(cost: Cost, pages: int) -> dict[str, str]:
    """Return the numbers of one case by label; the parts are shares of the time on the clock."""
    return {
        "durée (s)": number(cost.seconds, 2),
        "calcul (s)": number(cost.work, 2),
        "pages par seconde": number(pages / cost.seconds),
        "mémoire (Mo)": number(cost.memory / 1e6),
        "fichiers écrits": number(cost.files),
        "écrits (Mo)": number(cost.size / 1e6, 1),
        **{name: f"{round(100 * part / cost.seconds)}\u00a0%" for name, part in zip(PARTS.values(), cost.parts, strict=True)},
    }


def number(value: float, digits: int = 0) -> str:
    """Return a number as French writes it: `1 234,5`, with narrow no-break spaces."""
    return f"{value:,.{digits}f}".replace(",", "\u202f").replace(".", ",")
