"""Before, on and after the live hour: the programme's page follows the town's clock, in Chromium and Firefox."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.visitors import Visitor

PAGE = "/la-bobine/"
SAID = "document.querySelector('[data-direct]').innerText.replace(/\\s+/g, ' ').trim()"
SET_CLOCK = """window.eval("Date.now = () => Date.parse('%s'); document.dispatchEvent(new Event('visibilitychange'))")"""
NEXT, ON, OVER = "Prochain direct : %s, de 18 h à 18 h 55", "En direct en ce moment, jusqu’à 18 h 55", "Le direct d’aujourd’hui est terminé."


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-10-15T15:59:59Z", NEXT % "aujourd’hui"),
        ("2026-10-15T16:00:00Z", ON),
        ("2026-10-15T16:54:59Z", ON),
        ("2026-10-15T16:55:00Z", f"{NEXT % 'jeudi 22 octobre'} {OVER}"),
        ("2026-10-15T22:00:00Z", NEXT % "jeudi 22 octobre"),
        ("2026-10-29T16:00:00Z", NEXT % "aujourd’hui"),
        ("2026-10-29T17:00:00Z", ON),
        ("2027-03-25T17:30:00Z", ON),
        ("2027-04-01T16:30:00Z", ON),
        ("2027-03-31T22:30:00Z", NEXT % "aujourd’hui"),
        ("2027-06-25T10:00:00Z", NEXT % "jeudi 1er juillet"),
        ("2027-07-29T17:00:00Z", OVER),
        ("2027-08-05T16:30:00Z", ""),
    ],
)
def test_the_page_follows_the_town_s_clock(moment: str, said: str, visitor: Visitor, radio_address: str) -> None:
    """It says what is next, on, or over, in summer and winter time, names no date after the season, and the page need not be made anew."""
    visitor.go(radio_address + PAGE)
    visitor.run(SET_CLOCK % moment)
    assert visitor.run(SAID).startswith(said)
    assert bool(visitor.run(SAID)) == bool(said)


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Auckland"])
def test_who_is_far_away_sees_the_town_s_clock(zone: str, chromium: Browser, radio_address: str) -> None:
    """The visitor's own time zone changes nothing."""
    context = chromium.new_context(timezone_id=zone)
    page = context.new_page()
    page.goto(radio_address + PAGE)
    for moment, said in (
        ("2026-10-15T16:30:00Z", ON),
        ("2026-10-15T12:00:00Z", NEXT % "aujourd’hui"),
        ("2026-10-14T12:00:00Z", NEXT % "jeudi 15 octobre"),
    ):
        page.evaluate(SET_CLOCK % moment)
        assert page.evaluate(SAID) == said
    context.close()


def test_without_script_the_next_date_stands_there(chromium: Browser, radio_address: str) -> None:
    """As on the day on which the page was made."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(radio_address + PAGE)
    assert " ".join(page.locator("[data-direct]").inner_text().split()) == NEXT % "jeudi 15 octobre"
    context.close()
