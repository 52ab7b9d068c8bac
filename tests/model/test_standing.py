"""Events that are cancelled, full or put off as a whole."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from plugins.model.agenda import Date, takes_place
from plugins.model.state import State
from tests.model.samples import at, event, try_event

BALL = "debut: 28/11/2026 20h\nfin: 23h\n"
SERIES = "debut: 01/12/2026 14h\nrepetition: chaque mardi, 3 fois\n"


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("reporté au 12/12/2026 14h", at(date(2026, 12, 12), time(14))),
        ("Reportée au samedi 12 décembre à 14 h", at(date(2026, 12, 12), time(14))),
        ("reporte au 12/12/2026", at(date(2026, 12, 12), time(20))),
        ("déplacé au 5 janvier", at(date(2027, 1, 5), time(20))),
        ("avancé au 21/11, 14:30", at(date(2026, 11, 21), time(14, 30))),
    ],
)
def test_an_event_is_put_off_to_a_date(said: str, start: object) -> None:
    """It takes place at its new date, as long as before, and remembers the old one, which gives the address."""
    found = event(f"{BALL}etat: {said}")
    (one,) = found.occurrences
    assert (one.start, one.change, found.state, found.planned) == (start, None, State.POSTPONED, event(BALL).first)
    assert one.end is not None
    assert one.end - one.start == timedelta(hours=3)
    assert (found.address, found.first) == (event(BALL).address, event(BALL).first)
    assert takes_place(Date(one, found))


@pytest.mark.parametrize(
    "said", ["reporté sans date", "Reportée, date à venir", "reporté à une date ultérieure", "reporté (nouvelle date à venir)", "reporté à plus tard"]
)
def test_an_event_is_put_off_without_a_date(said: str) -> None:
    """It keeps its old date, where it does not take place."""
    found = event(f"{BALL}etat: {said}")
    assert (found.state, list(found.occurrences), found.planned) == (State.UNDATED, list(event(BALL).occurrences), None)
    assert not takes_place(Date(found.first, found))


@pytest.mark.parametrize("header", [BALL, SERIES])
def test_a_series_or_an_event_may_wait_for_its_date(header: str) -> None:
    """None of its dates takes place then, whatever was said of one of them."""
    lines = "changements: 08/12/2026 : complet\n" if header is SERIES else ""
    found = event(f"{header}{lines}etat: reporté sans date")
    assert [takes_place(Date(one, found)) for one in found.occurrences] == [False] * len(found.occurrences)


@pytest.mark.parametrize("word", ["reporté", "Reportée", "reportés"])
def test_postponed_alone_keeps_the_dates(word: str) -> None:
    """`debut` then is the new date already."""
    found = event(f"{BALL}etat: {word}")
    assert (found.state, found.planned, list(found.occurrences)) == (State.POSTPONED, None, list(event(BALL).occurrences))


@pytest.mark.parametrize(
    "header",
    [
        f"{SERIES}etat: reporté au 12/12/2026",
        f"{BALL}etat: reporté au 28/11/2026",
        f"{BALL}etat: reporté à 21h",
        f"{BALL}etat: reporté au 12/12/2026, complet",
        f"{BALL}etat: reporté au 12/12/2026 à la mairie",
        f"{BALL}etat: reporté au 31/02/2027",
        f"{BALL}etat: reporté au 28/03/2027 2h30",
        f"{BALL}etat: reporté en janvier",
        f"{BALL}etat: annuler",
        "debut: 28/11/2026\netat: reporté au 12/12/2026 14h",
    ],
)
def test_a_state_that_cannot_be_is_told_once(header: str) -> None:
    """What nobody can follow is one error, at its key."""
    _, problems = try_event(header)
    assert [(problem.key, problem.is_error) for problem in problems] == [("etat", True)]


def test_a_whole_day_is_put_off_with_its_length() -> None:
    """A fête of three days stays one of three days."""
    found = event("debut: 11/06/2027\nfin: 13/06/2027\netat: reporté au 18/06/2027")
    assert (found.occurrences.first.day, found.occurrences.first.last_day) == (date(2027, 6, 18), date(2027, 6, 20))
