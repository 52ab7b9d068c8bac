"""docs/audit.md: figures that developers compare from one audit to the next."""

from __future__ import annotations

from msgspec.structs import replace

from audit.report import report
from tests.audit.samples import GREY, SCORES, WEIGHT, findings


def test_a_good_site_is_told_in_figures() -> None:
    """The day, the tools, one line a page that Lighthouse saw, one a kind of page."""
    said = report(findings(weights=(WEIGHT, replace(WEIGHT, html=10_000))))
    assert "on 2026-11-22" in said
    assert "axe-core 4.14.1, in Chromium 156, Firefox ESR 153.7" in said
    assert "## What is wrong\n\nNothing.\n" in said
    assert "| `/` | 100 | 100 | 100 | 100 | 1.20 | 12 | 0.000 | 31.0 | 9 | 2000 |" in said
    assert "| *at most* |  | 14.0 | 10.0 | 10.0 | 3.0 | 200.0 | 8 | 800 |" in said
    assert "| home | 2 | 9.0 / 10.0 | 8.5 | 3.0 | 2.0 | 31.0 | 7 | 400 |" in said


def test_what_is_wrong_stands_first() -> None:
    """As the command names it."""
    said = report(findings(scores=(replace(SCORES, categories={**SCORES.categories, "seo": 90}),), seen=(GREY,)))
    assert "- Lighthouse, seo : 90 sur 100, /\n- axe : /agenda/, Firefox" in said
    assert "it found\n1 barriers" in said


def test_every_table_is_one() -> None:
    """Each row has as many cells as its head."""
    tables = [block.splitlines() for block in report(findings()).split("\n\n") if block.startswith("|")]
    assert len(tables) == 3
    for rows in tables:
        assert {row.count("|") for row in rows} == {rows[0].count("|")}
