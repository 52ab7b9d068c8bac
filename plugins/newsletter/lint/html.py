"""The rules of a letter's HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.model.problem import Problem
from plugins.newsletter.lint import contrast, linking, pictures, structure, styles, ways, weight
from plugins.newsletter.lint.facts import Broken, Facts
from plugins.newsletter.lint.page import Page, read_page

RULES: tuple[Callable[[Page], Iterator[Broken]], ...] = (
    weight.light, weight.short_lines, weight.small_sheet,
    structure.spoken, structure.announced, structure.headed, structure.laid_out, structure.one_column, structure.ghosted, structure.pushable,
    ways.online, ways.left, ways.signed,
    contrast.dressed, contrast.readable, contrast.large,
    pictures.described, pictures.sized, pictures.shown, pictures.secured,
    linking.whole, linking.tagged, linking.telling,
    styles.colored, styles.measured, styles.supported, styles.marked_up,
)  # fmt: skip


def html_problems(html: str, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each rule that a finished letter breaks, in the order of RULES."""
    page = read_page(html, facts)
    for rule in RULES:
        for broken in rule(page):
            yield broken.told(facts)
