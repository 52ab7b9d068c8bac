"""All that an audit found, and what of it is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from statistics import median

from msgspec import Struct

from audit.checking import Seen
from audit.lighthouse import Scores
from audit.site import Target
from audit.weights import Weight
from plugins.model.audit import Audit, Barrier, Looked, Tool

BUDGETS: Mapping[str, tuple[Callable[[Weight], int], int]] = {
    "HTML": (lambda weight: weight.html, 14_000),
    "CSS": (lambda weight: weight.css, 10_000),
    "scripts": (lambda weight: weight.scripts, 10_000),
    "plus gros script": (lambda weight: weight.script, 3_000),
    "total": (lambda weight: weight.whole, 200_000),
    "requêtes": (lambda weight: weight.requests, 8),
    "éléments": (lambda weight: weight.elements, 800),
}
"""What may weigh how much on each page: bytes of the line, requests, elements."""
MEDIAN = 60_000
"""Bytes of the page in the middle."""


class Findings(Struct, frozen=True):
    """What one audit found."""

    day: date
    tools: tuple[Tool, ...]
    browsers: tuple[Tool, ...]
    targets: tuple[Target, ...]
    scores: tuple[Scores, ...]
    seen: tuple[Seen, ...]
    markup: tuple[str, ...]
    weights: tuple[Weight, ...]

    @property
    def middle(self) -> int:
        """Bytes of the page in the middle, pictures included."""
        return round(median(weight.whole for weight in self.weights))


def wrong(found: Findings) -> Iterator[str]:
    """Yield what is wrong, a French line each."""
    for scores in found.scores:
        lost = f" ({' ; '.join(scores.lost)})" if scores.lost else ""
        yield from (f"Lighthouse, {key} : {score} sur 100, {scores.address}{lost}" for key, score in scores.categories.items() if score < 100)
    yield from (f"axe : {seen}" for seen in found.seen)
    yield from (f"Nu Html Checker : {line}" for line in found.markup)
    yield from _heavy(found)


def _heavy(found: Findings) -> Iterator[str]:
    for name, (of, most) in BUDGETS.items():
        yield from (f"poids, {name} : {of(weight)} pour {most} au plus, {weight.address}" for weight in found.weights if of(weight) > most)
    if found.middle > MEDIAN:
        yield f"poids : la page du milieu pèse {found.middle} octets, pour {MEDIAN} au plus"


def summary(found: Findings) -> Audit:
    """Return what the statement of accessibility tells of it."""
    rules = sorted({(seen.barrier.criterion, seen.barrier.rule) for seen in found.seen})
    return Audit(
        day=found.day,
        tools=found.tools,
        browsers=found.browsers,
        pages=tuple(Looked(target.address, target.title) for target in found.targets),
        barriers=tuple(Barrier(*rule, len({seen.address for seen in found.seen if _rule(seen) == rule})) for rule in rules),
        score=min((scores.categories["accessibility"] for scores in found.scores), default=0),
    )


def _rule(seen: Seen) -> tuple[str, str]:
    return seen.barrier.criterion, seen.barrier.rule
