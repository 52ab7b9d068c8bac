"""The limits of mailboxes, and the files of a letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.model.problem import Severity
from plugins.model.site import Site
from plugins.newsletter.checks import LARGE, TOO_LARGE, limits
from plugins.newsletter.html import render_html
from plugins.newsletter.outputs import outputs
from tests.newsletter.weeks import PREHEADER, TOWN, WEEKS, letter_of

LETTER = letter_of("2026-s48")
FINE = f"<html><body><div>{PREHEADER}</div>"


@pytest.mark.parametrize("site", WEEKS.values(), ids=WEEKS)
def test_letters_keep_the_limits(site: Site) -> None:
    """Nothing is told of the letters of the invented weeks."""
    assert [problem for output in outputs(site) for problem in output.render().problems] == []


@pytest.mark.parametrize(
    ("html", "what"),
    [
        (FINE + "<p>a</p>\n" * (TOO_LARGE // 8), "La lettre pèse 90 ko."),
        (FINE + "a" * 999, "Une ligne de la lettre est trop longue pour le courrier."),
        (FINE + '<img src="x.jpg" width="1" height="1">', "L'image « x.jpg » n'a pas alt."),
        (FINE + '<img src="x.jpg" alt="" width="1">', "L'image « x.jpg » n'a pas height."),
        ("<html><body><p>a</p>", "La lettre n'a pas d'accroche."),
    ],
)
def test_broken_limit_is_an_error(html: str, what: str) -> None:
    """Too heavy, too long a line, a picture without text or size, no preheader."""
    (problem,) = limits(LETTER, html)

    assert (problem.what, problem.severity, problem.file) == (what, Severity.ERROR, "content/lettres/2026-s48.md")


def test_heavy_letter_is_a_warning() -> None:
    """Between what Gmail cuts and what we aim at, the letter may go."""
    (problem,) = limits(LETTER, FINE + "<p>a</p>\n" * (LARGE // 9 + 1))

    assert problem.severity is Severity.WARNING


def test_broken_limit_is_told_of_the_file_that_breaks_it() -> None:
    """The HTML of a letter comes with its problems, so that it is never made without them being told."""
    site = replace(WEEKS["vide"], letters=(replace(letter_of("2026-s48"), preheader=""),))

    assert [[problem.key for problem in output.render().problems] for output in outputs(site)] == [["accroche"], [], []]


def test_three_files_a_letter_and_none_public() -> None:
    """HTML, text and message lie in the letter's folder, for the sender's eyes."""
    made = list(outputs(WEEKS["calme"]))

    assert [output.path for output in made] == [f"2026-s48/lettre.{end}" for end in ("html", "txt", "eml")]
    assert not any(output.is_public for output in made)


def test_no_letterhead_no_files() -> None:
    """A town that sends no letter has none, whatever lies in its folder."""
    site = replace(WEEKS["calme"], identity=replace(TOWN, letter=None))

    assert list(outputs(site)) == []


def test_styles_are_inlined_once() -> None:
    """The message takes the HTML that the page file has just made."""
    render_html.cache_clear()
    for output in outputs(WEEKS["calme"]):
        output.render()

    assert render_html.cache_info().misses == 1
