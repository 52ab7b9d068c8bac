"""The month as a table."""

from __future__ import annotations

import re
from datetime import date

from plugins.model.site import Site
from plugins.pages.months import Month
from plugins.pages.weeks import MOST, Cell, weeks
from tests.pages.sites import agenda, given_at, rendered
from tests.towns import TODAY


def _cells(site: Site, today: date = TODAY) -> dict[date, Cell]:
    month = Month(2026, 11)
    return {cell.day: cell for week in weeks(month, site.agenda.between(month.first, month.last), today) for cell in week}


def test_a_month_is_whole_weeks_from_monday() -> None:
    """The days of the months around it are told apart."""
    cells = _cells(agenda())
    assert (min(cells), max(cells), len(cells)) == (date(2026, 10, 26), date(2026, 12, 6), 42)
    assert {cell.day.month for cell in cells.values() if cell.when == "other"} == {10, 12}


def test_past_days_are_told_apart() -> None:
    """Before today, today, and after."""
    cells = _cells(agenda())
    assert [cells[date(2026, 11, day)].when for day in (21, 22, 23)] == ["past", "now", ""]


def test_what_takes_place_once_comes_first_in_its_day() -> None:
    """A weekly workshop of the morning does not bury the fête of the evening."""
    cell = _cells(agenda("debut: 24/11/2026 9h\nrepetition: chaque mardi, 3 fois", "debut: 24/11/2026 20h"))[date(2026, 11, 24)]
    assert ([card.title for card in cell.single], [card.title for card in cell.regular]) == (["Fête 2"], ["Fête 1"])


def test_what_lasts_two_days_stands_on_both() -> None:
    """But on no day of another month, and what lasts for weeks stands below the table."""
    site = agenda("debut: 14/11/2026\nfin: 15/11/2026", "debut: 31/10/2026\nfin: 01/11/2026", "debut: 01/11/2026\nfin: 20/11/2026")
    given = given_at(site, "/agenda/2026/11/")
    found = {cell.day.day: [card.title for card in cell.single] for week in given["weeks"] for cell in week if cell.single}
    assert found == {1: ["Fête 2"], 14: ["Fête 1"], 15: ["Fête 1"]}
    assert [card.title for card in given["long"]] == ["Fête 3"]


def test_a_full_day_is_folded() -> None:
    """With a hundred dates on a day some are shown, and all the rest can be unfolded."""
    cell = _cells(agenda(*["debut: 28/11/2026 10h"] * 90, *["debut: 28/11/2026 9h\nrepetition: chaque samedi, 2 fois"] * 10))[date(2026, 11, 28)]
    assert (len(cell.single), len(cell.regular), len(cell.more)) == (MOST, 0, 92)
    one_more = _cells(agenda(*["debut: 28/11/2026"] * (MOST + 1)))[date(2026, 11, 28)]
    assert (len(one_more.single), len(one_more.more)) == (MOST + 1, 0)


def test_a_month_is_read_day_by_day() -> None:
    """A table with a caption and its weekdays as headings of columns; each cell starts with its whole day, then its dates as links."""
    text = rendered(agenda("debut: 28/11/2026 10h"), ["agenda/2026/11/index.html"])["agenda/2026/11/index.html"]
    assert re.findall(r'<th scope="col">(\w+)</th>', text) == ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"]
    assert "<caption>" in text
    assert text.count("<td") == 42
    (cell,) = (part for part in re.findall(r"<td.*?</td>", text, re.DOTALL) if "Fête 1" in part)
    words = " ".join(re.sub(r"<[^>]*>", " ", cell).split())
    assert words == "Samedi 28 novembre 10 h Fête 1"
    assert '<a href="/agenda/2026/11/28/fete-1/">' in cell
