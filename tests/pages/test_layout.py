"""Templates stay loaded from run to run, as long as nothing about them has changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

import pytest
from jinja2 import DictLoader, Environment

from plugins.build.cores import KilledError
from plugins.pages.known import Known
from plugins.pages.layout import Layout
from plugins.pages.templates import Templates

KNOWN = Known()
TEXTS = {"page.html": '{% include ["none.html", "part.html"] %}', "part.html": "Un."}


def _run(layout: Layout, texts: Mapping[str, str], known: Known = KNOWN) -> tuple[Templates, str]:
    """Return the templates that a run takes, and a page that they lay out."""
    environment = Environment(loader=DictLoader(texts), autoescape=True)
    layout.begin(Templates(environment, known), texts, share=lambda do, things, _: lambda: list(map(do, things)))
    layout.digest("page")
    assert layout.templates
    return layout.templates, layout.render("page")


def test_the_same_templates_stay_loaded() -> None:
    """A run that finds the theme as it was takes what the run before has loaded."""
    layout = Layout()
    first, text = _run(layout, TEXTS)
    assert _run(layout, dict(TEXTS)) == (first, "Un.") == (first, text)


@pytest.mark.parametrize(
    ("texts", "shown"),
    [({**TEXTS, "part.html": "Deux."}, "Deux."), ({**TEXTS, "none.html": "Zéro."}, "Zéro."), ({**TEXTS, "other.html": ""}, "Un.")],
    ids=["changed", "come", "come elsewhere"],
)
def test_other_templates_are_loaded(texts: Mapping[str, str], shown: str) -> None:
    """A template that has changed, or that was missing until now, is shown at once."""
    layout = Layout()
    first, _ = _run(layout, TEXTS)
    taken, text = _run(layout, texts)
    assert taken is not first
    assert text == shown


def test_other_settings_load_anew() -> None:
    """What was found out under other settings, or under some that cannot be compared, is not taken."""
    layout = Layout()
    first, _ = _run(layout, TEXTS)
    assert _run(layout, TEXTS, Known())[0] is not first


def test_templates_that_a_run_left_half_learnt_are_learnt_again() -> None:
    """A preview that began with mistakes ended what it had begun on other cores; the next run has its pages all the same."""
    layout = Layout()

    def ended() -> NoReturn:
        raise KilledError

    layout.begin(Templates(Environment(loader=DictLoader(TEXTS), autoescape=True), Known()), TEXTS, share=lambda *_: ended)
    assert _run(layout, TEXTS)[1] == "Un."
