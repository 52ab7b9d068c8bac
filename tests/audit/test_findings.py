"""What of an audit is wrong, and what the statement of accessibility tells of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from audit.findings import summary, wrong
from plugins.model.audit import Barrier, Looked
from tests.audit.samples import GREY, SCORES, WEIGHT, findings


def test_a_good_site_has_nothing_wrong() -> None:
    """Each limit may be reached."""
    full = replace(WEIGHT, html=14_000, css=10_000, scripts=10_000, script=3000, whole=60_000, requests=8, elements=800)
    assert list(wrong(findings(weights=(full,)))) == []


@pytest.mark.parametrize("key", ["performance", "accessibility", "best-practices", "seo"])
def test_less_than_a_hundred_is_wrong(key: str) -> None:
    """The line names category, page, and the audits that cost points."""
    scores = replace(SCORES, categories=SCORES.categories | {key: 99}, lost=("performance, total-blocking-time : 160 ms",))  # type: ignore[operator]
    (line,) = wrong(findings(scores=(scores,)))
    assert line == f"Lighthouse, {key} : 99 sur 100, / (performance, total-blocking-time : 160 ms)"


def test_a_barrier_is_wrong() -> None:
    """The line says where and how it is seen."""
    assert list(wrong(findings(seen=(GREY,)))) == ["axe : /agenda/, Firefox, 320 px, dark, color-contrast : main > p"]


def test_a_word_of_the_checker_is_wrong() -> None:
    """Warnings too."""
    assert list(wrong(findings(markup=("/x.html: warning",)))) == ["Nu Html Checker : /x.html: warning"]


@pytest.mark.parametrize(
    ("part", "value", "said"),
    [
        ("html", 14_001, "HTML : 14001 pour 14000"),
        ("css", 10_001, "CSS : 10001 pour 10000"),
        ("scripts", 10_001, "scripts : 10001 pour 10000"),
        ("script", 3001, "plus gros script : 3001 pour 3000"),
        ("requests", 9, "requêtes : 9 pour 8"),
        ("elements", 801, "éléments : 801 pour 800"),
    ],
)
def test_each_budget_holds_for_each_page(part: str, value: int, said: str) -> None:
    """The line names the page."""
    heavy = replace(WEIGHT, address="/agenda/", **{part: value})
    assert list(wrong(findings(weights=(WEIGHT, heavy)))) == [f"poids, {said} au plus, /agenda/"]


def test_one_heavy_page_is_wrong_and_many_more_so() -> None:
    """No page over 200 kB, and the page in the middle no more than 60."""
    heavy = replace(WEIGHT, address="/agenda/", whole=200_001)
    assert list(wrong(findings(weights=(WEIGHT, WEIGHT, heavy)))) == ["poids, total : 200001 pour 200000 au plus, /agenda/"]
    assert list(wrong(findings(weights=(replace(WEIGHT, whole=60_001),)))) == ["poids : la page du milieu pèse 60001 octets, pour 60000 au plus"]


def test_the_statement_counts_pages_not_elements() -> None:
    """A fault of two elements of one page, seen in two browsers, is one fault on one page."""
    again = replace(GREY, browser="Chromium", barrier=replace(GREY.barrier, element="h1"))
    audit = summary(findings(seen=(GREY, again, replace(GREY, address="/"))))
    assert audit.barriers == (Barrier("1.4.3", "color-contrast", 2),)
    assert audit.pages == (Looked("/", "Accueil"), Looked("/agenda/", "Agenda"))


def test_the_statement_tells_the_least_score() -> None:
    """Not the best one."""
    low = replace(SCORES, categories={**SCORES.categories, "accessibility": 91})
    assert summary(findings(scores=(SCORES, low))).score == 91
