"""The dates of an event as its page tells them."""

from __future__ import annotations

from datetime import date

from plugins.pages.occasions import Dates, dates, notice, planned
from tests.towns import TODAY, read_event

WEEKLY = "debut: 03/11/2026 14h\nfin: 16h\nrepetition: chaque mardi, 12 fois"
CHANGED = f"""{WEEKLY}
changements:
  24/11/2026 : annulé
  01/12/2026 : complet
  08/12/2026 : reporté au 09/12/2026 15h
  15/12/2026 : 16h, lieu 3 rue Haute, Villeneuve"""


def _dates(header: str, today: date = TODAY) -> Dates:
    event = read_event(header)
    return dates(event, event.occurrences.over(today))


def test_an_event_shows_its_next_date() -> None:
    """A series shows the next date first, then five more, then the rest folded away."""
    found = _dates(WEEKLY)
    assert found.next.occurrence.day == date(2026, 11, 24)
    assert (len(found.others), len(found.more)) == (5, 3)
    assert found.rhythm.startswith("chaque mardi de 14")


def test_a_past_event_shows_its_last_date() -> None:
    """An event that is over says so, and when it was."""
    found = _dates(WEEKLY, date(2027, 6, 1))
    assert (found.next.occurrence.day, found.others, found.is_past) == (date(2027, 1, 19), (), True)


def test_an_event_that_goes_on_is_not_past() -> None:
    """On its last day an exhibition is still on."""
    assert not _dates("debut: 01/11/2026\nfin: 22/11/2026").is_past


def test_the_next_date_is_one_to_come_to() -> None:
    """A cancelled date stands among the others, struck out, and not above them."""
    found = _dates(CHANGED)
    assert found.next.occurrence.day == date(2026, 12, 1)
    assert [(line.occurrence.day.day, line.note, line.is_off) for line in found.others[:3]] == [
        (24, "annulé", True),
        (9, "au lieu du mardi 8 décembre", False),
        (15, "à 16\u00a0h au lieu de 14\u00a0h, lieu\u00a0: 3 rue Haute, Villeneuve", False),
    ]


def test_changes_are_told_by_the_dates_that_people_know() -> None:
    """Each by the day that was announced, with what is different now."""
    assert _dates(CHANGED).changes == (
        "mardi 24 novembre\u00a0: annulé",
        "mardi 1er décembre\u00a0: complet",
        "mardi 8 décembre\u00a0: reporté au mercredi 9 décembre, de 15\u00a0h à 17\u00a0h",
        "mardi 15 décembre\u00a0: à 16\u00a0h au lieu de 14\u00a0h, lieu\u00a0: 3 rue Haute, Villeneuve",
    )
    assert _dates(CHANGED, date(2026, 12, 20)).changes == ()


def test_a_series_of_which_nothing_is_left_says_so() -> None:
    """When every date to come is cancelled one by one, that is told above."""
    event = read_event("debut: 24/11/2026 14h\nrepetition: chaque mardi, 2 fois\nchangements:\n  24/11/2026 : annulé\n  01/12/2026 : annulé")
    found = dates(event, 0)
    assert notice(event, found) == "Les dates qui restaient sont annulées."
    assert found.is_off


def test_changes_are_not_told_of_a_series_that_is_cancelled() -> None:
    """The whole is off, whatever was said of one date before."""
    found = _dates(f"{CHANGED}\netat: annulé")
    assert (found.changes, {line.note for line in found.others}) == ((), {""})


def test_the_date_that_was_planned() -> None:
    """It is known when the new one was written, or when there is none yet."""
    assert planned(read_event("debut: 28/11/2026 10h\netat: reporté au 12/12/2026")) == "le samedi 28 novembre 2026, à 10\u00a0h"
    assert planned(read_event("debut: 28/11/2026\nfin: 30/11/2026\netat: reporté sans date")) == "du samedi 28 au lundi 30 novembre 2026"
    assert planned(read_event("debut: 28/11/2026")) == ""
