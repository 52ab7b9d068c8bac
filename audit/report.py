"""docs/audit.md: the figures of the last audit, for developers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from statistics import median

from audit.findings import BUDGETS, MEDIAN, Findings, wrong
from audit.lighthouse import CATEGORIES, RUNS
from audit.weights import DENSITY, SCREEN, Weight

HEAD = """# The last audit

Written by `inv audit` on {day}; do not edit. It builds the site as for the public, serves it with Debian's nginx, told what
`inv publish` writes for nginx (policies, compression), and asks {tools}, in {browsers}.
Pictures of the main pages stay in `build/audit/images/`.

"""
COLUMNS: dict[str, Callable[[Weight], int]] = {name: of for name, (of, _) in BUDGETS.items()}
ENGLISH = ("HTML", "CSS", "scripts", "heaviest script", "whole", "requests", "elements")
"""The names of COLUMNS."""


def report(found: Findings) -> str:
    """Return the page."""
    names = (", ".join(f"{tool.name} {tool.version}" for tool in tools) for tools in (found.tools, found.browsers))
    head = HEAD.format(day=found.day, tools=next(names), browsers=next(names))
    parts = (_verdict(found), _lighthouse(found), _checkers(found), _weights(found))
    return head + "\n".join("\n".join(part) + "\n" for part in parts)


def _verdict(found: Findings) -> Iterator[str]:
    faults = list(wrong(found))
    yield "## What is wrong\n"
    yield from (f"- {fault}" for fault in faults)
    if not faults:
        yield "Nothing."


def _lighthouse(found: Findings) -> Iterator[str]:
    yield "## Lighthouse, as on a telephone\n"
    yield f"Slow 4G and a processor four times slower, both simulated. Of {RUNS} runs, the one with the performance in the middle."
    yield "The last column is what Lighthouse measured of this machine; other work on it costs blocking time.\n"
    labels = ("page", *CATEGORIES.values(), "LCP (s)", "TBT (ms)", "CLS", "kB", "requests", "machine")
    yield from _table(
        labels,
        (
            (
                f"`{one.address}`", *one.categories.values(), f"{one.lcp / 1000:.2f}", round(one.tbt), f"{one.cls:.3f}", _kb(one.size),
                one.requests, round(one.machine),
            )
            for one in found.scores
        ),
    )  # fmt: skip


def _checkers(found: Findings) -> Iterator[str]:
    yield "## axe and the Nu Html Checker\n"
    yield f"axe looked at {len(found.targets)} pages, one of each kind, in each browser, at 320 and 1280 px, in light and dark: it found"
    yield f"{len(found.seen)} barriers. The Nu Html Checker looked at all {len(found.weights)} pages, the style sheets and the drawings: it found"
    yield f"{len(found.markup)} errors and warnings.\n"
    yield from _table(("kind", "page"), ((target.kind, f"`{target.address}`") for target in found.targets))


def _weights(found: Findings) -> Iterator[str]:
    yield "## Weights\n"
    yield f"A first visit by a telephone of {SCREEN['width']} px at {DENSITY} pixels a point, every picture of the page seen, compressed as nginx"
    yield "does it. The whole has the headers too, 0.8 kB an answer; manifest, icons and what the worker keeps for later are not in it."
    yield f"The page in the middle weighs {_kb(found.middle)} kB of {_kb(MEDIAN)}.\n"
    most = ("*at most*", "", *(_said(name, limit) for name, (_, limit) in BUDGETS.items()))
    kinds = sorted({weight.kind for weight in found.weights})
    yield from _table(("kind", "pages", *ENGLISH), (most, *(_row(kind, [w for w in found.weights if w.kind == kind]) for kind in kinds)))
    yield "\nMedian / heaviest; bytes in kB."


def _row(kind: str, weights: list[Weight]) -> tuple[object, ...]:
    return kind, len(weights), *(_pair(name, [of(weight) for weight in weights]) for name, of in COLUMNS.items())


def _pair(name: str, values: list[int]) -> str:
    middle, most = _said(name, median(values)), _said(name, max(values))
    return most if middle == most else f"{middle} / {most}"


def _said(name: str, value: float) -> str:
    return str(round(value)) if name in {"requêtes", "éléments"} else _kb(value)


def _kb(size: float) -> str:
    return f"{size / 1000:.1f}"


def _table(head: Iterable[object], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    names = list(head)
    yield _line(names)
    yield _line("---" for _ in names)
    yield from map(_line, rows)


def _line(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"
