"""What an audit finds in a small site: nothing wrong, unless a test says so."""

from __future__ import annotations

from datetime import date

from audit.checking import Seen
from audit.findings import Findings
from audit.lighthouse import CATEGORIES, Scores
from audit.site import Target
from audit.weights import Weight
from plugins.model.audit import Tool
from tests.browser.barriers import Barrier

HOME, AGENDA = Target("home", "/", "Accueil"), Target("agenda", "/agenda/", "Agenda")
SCORES = Scores("/", dict.fromkeys(CATEGORIES, 100), 1200.4, 12.0, 0.0, 31_000, 9, (), 2000.0)
WEIGHT = Weight("/", "home", html=8000, css=8500, scripts=3000, script=2000, whole=31_000, requests=7, elements=400)
GREY = Seen("Firefox", "/agenda/", Barrier(320, "dark", "color-contrast", "1.4.3", "main > p"))


def findings(
    scores: tuple[Scores, ...] = (SCORES,), seen: tuple[Seen, ...] = (), markup: tuple[str, ...] = (), weights: tuple[Weight, ...] = (WEIGHT,)
) -> Findings:
    """Return the findings of a day."""
    tools, browsers = (Tool("axe-core", "4.14.1"),), (Tool("Chromium", "156"), Tool("Firefox ESR", "153.7"))
    return Findings(date(2026, 11, 22), tools, browsers, (HOME, AGENDA), scores, seen, markup, weights)
