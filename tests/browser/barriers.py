"""What axe-core, the checker of barriers that browsers' own tools use, says of an open page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from tests.browser.visitors import WIDEST, Scheme, Visitor

FOLDER = Path(__file__).parents[1] / "node_modules/axe-core"
AXE = f"(() => {{ {(FOLDER / 'axe.min.js').read_text('utf-8')} }})()"
ALL = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: {'target-size': {enabled: true}}"
"""WCAG 2.0 to 2.2 at levels A and AA (the size of targets is off unless asked for), and good practice."""
COLORS = "runOnly: ['color-contrast', 'link-in-text-block']"
FOUND = """axe.run({%s, iframes: false, preload: false, resultTypes: ['violations']})
    .then((said) => said.violations.flatMap(({id, tags, nodes}) => nodes.map(({target}) => [id, tags, `${target}`])))"""
"""What is wrong where; what a page frames is a page of its own."""
WAYS: tuple[tuple[int, Scheme, str], ...] = (
    (WIDEST, "light", ALL), (320, "light", ALL), (320, "dark", COLORS), (WIDEST, "dark", COLORS),
)  # fmt: skip
"""Widths and schemes, with what can go wrong there: dark changes colours and nothing else."""


class Barrier(Struct, frozen=True):
    """Something that stops somebody."""

    width: int
    scheme: Scheme
    rule: str
    criterion: str
    """Of WCAG, `1.4.3`; empty: good practice."""
    element: str

    def __str__(self) -> str:
        """Return how it is seen, the rule and the element."""
        return f"{self.width} px, {self.scheme}, {self.rule} : {self.element}"


def barriers(reader: Visitor) -> list[Barrier]:
    """Return what axe finds on the open page, in each way of looking at it."""
    reader.run(AXE)
    found = []
    for width, scheme, rules in WAYS:
        reader.look(width, scheme)
        assert reader.run("innerWidth") == width
        found += [Barrier(width, scheme, rule, criterion(tags), element) for rule, tags, element in reader.run(FOUND % rules)]
    return found


def criterion(tags: Iterable[str]) -> str:
    """Return the first criterion among axe's tags: `wcag143` is 1.4.3, `wcag1411` is 1.4.11."""
    numbers = (re.fullmatch(r"wcag(\d)(\d)(\d{1,2})", tag) for tag in tags)
    return next((".".join(number.groups()) for number in numbers if number), "")
