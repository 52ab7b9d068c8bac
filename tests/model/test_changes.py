"""Single dates of a series that are cancelled, full, put off or elsewhere."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.said import Said, read_said
from plugins.model.state import State
from tests.model.samples import at, attempt, event, library, try_event

SERIES = "debut: 01/12/2026 14h\nfin: 16h\nrepetition: chaque mardi, 6 fois\n"
HALL = "---\ntitre: Salle des fêtes\nville: Villeneuve\n---\n"
EIGHTH = date(2026, 12, 8)


def changed(lines: str, header: str = SERIES) -> Event:
    """Return the event of a series with these changes, in a town that has a house and a hall."""
    text = f"---\ntitre: Soupe\n{header}{lines}\n---\n"
    found = library({"evenements/2026/soupe.md": text, "lieux/salle.md": HALL})
    assert found.problems == ()
    (one,) = found.of(Event)
    return one


def only(lines: str, header: str = SERIES) -> Occurrence:
    """Return the only date that is unlike the others."""
    (one,) = changed(lines, header).occurrences.changed
    return one


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("annulé", State.CANCELLED),
        ("Annulée.", State.CANCELLED),
        ("ANNULÉ", State.CANCELLED),
        ("complet", State.FULL),
        ("complète", State.FULL),
        ("maintenu", State.ON),
        ("reporté sans date", State.UNDATED),
        ("reportée, date à venir", State.UNDATED),
        ("reporté (date inconnue)", State.UNDATED),
        ("reporté à une date ultérieure", State.UNDATED),
        ("déplacé à plus tard", State.UNDATED),
        ("reporté jusqu’à nouvel ordre", State.UNDATED),
    ],
)
def test_a_date_has_a_state_of_its_own(said: str, state: State) -> None:
    """A date that is cancelled or full stays where it was, and knows it."""
    one = only(f"changements: 08/12/2026 : {said}")
    assert (one.start, one.change and one.change.was, one.change and one.change.state) == (at(EIGHTH, time(14)), at(EIGHTH, time(14)), state)


@pytest.mark.parametrize(
    "line",
    [
        "08/12/2026 : annulé", "08/12/2026: annulé", "08/12/2026 → annulé", "08/12/2026 -> annulé", "08/12/2026, annulé", "08/12/2026 annulé",
        "08/12/2026 – annulé", "08/12/2026 = annulé", "8 décembre : annulé", "8 déc. annulé", "mardi 8 décembre 2026 : annulé",
        "le mardi 8 décembre : annulé", "2026-12-08 : annulé", "08/12/2026 14h : annulé", "08/12/2026 à 14h00 : annulé",
        "08/12/2026 14:00: annulé", "08/12/2026\u00a0à 14\u00a0h\u00a0: annulé", "- 08/12/2026 : annulé",
    ],
)  # fmt: skip
def test_a_line_is_read_as_it_is_typed(line: str) -> None:
    """A date, with its hour or without, and whatever mark behind it."""
    assert only(f"changements:\n  {line}").change == only("changement: 08/12/2026 : annulé").change


@pytest.mark.parametrize(
    ("said", "start"),
    [
        ("reporté au 23/12/2026 15h", at(date(2026, 12, 23), time(15))),
        ("reportée au mercredi 23 décembre, à 15 h", at(date(2026, 12, 23), time(15))),
        ("déplacé au 23/12 15:00", at(date(2026, 12, 23), time(15))),
        ("décalé au 23/12", at(date(2026, 12, 23), time(14))),
        ("avancé au 7 décembre", at(date(2026, 12, 7), time(14))),
        ("reporté → 5 janvier", at(date(2027, 1, 5), time(14))),
    ],
)
def test_a_date_is_put_off(said: str, start: object) -> None:
    """It stands at its new start, at the same hour if none is written, and lasts as long; without a year the nearest such day is meant."""
    one = only(f"changements: 08/12/2026 : {said}", SERIES.replace("6 fois", "4 fois"))
    assert one.change is not None
    assert (one.start, one.change.was, one.change.state) == (start, at(EIGHTH, time(14)), State.POSTPONED)
    assert one.end is not None
    assert (one.end - one.start).total_seconds() == 2 * 3600


@pytest.mark.parametrize("said", [": 16h30", " 16h30", ", 16h30", " à 16h30", ": à 16 h 30", ": décalé à 16:30", " 14h : 16h30"])
def test_an_hour_alone_is_another_hour_of_that_day(said: str) -> None:
    """It is no state: people come, only not at the usual hour."""
    one = only(f"changements: 08/12/2026{said}")
    assert (one.start, one.change and one.change.state) == (at(EIGHTH, time(16, 30)), None)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("lieu pont", "Maison du Pont"),
        ("lieu : Maison du Pont", "Maison du Pont"),
        ("à la maison du Pont", "Maison du Pont"),
        ("lieu salle", "Salle des fêtes"),
        ("à la salle des fêtes", "Salle des fêtes"),
        ("lieu Gymnase Élan, 3 rue du Pré, 26000 Villeneuve", "Gymnase Élan, 3 rue du Pré, 26000 Villeneuve"),
        ("au 3 rue du Pré", "3 rue du Pré"),
    ],
)
def test_a_date_is_elsewhere(said: str, place: str) -> None:
    """A place is read as `lieu` is, and keeps its spelling."""
    one = only(f"changements: 08/12/2026 : {said}")
    assert one.change is not None
    assert one.change.venue is not None
    assert (one.change.venue.name or one.change.venue.address, one.change.state) == (place, None)


@pytest.mark.parametrize("said", ["16h, lieu 3 rue du Pré, 26000 Villeneuve, complet", "complet à 16h au 3 rue du Pré, 26000 Villeneuve",
                                  "lieu 3 rue du Pré, 26000 Villeneuve (complet), 16h"])  # fmt: skip
def test_several_things_change_at_once(said: str) -> None:
    """Hour, place and state stand on one line in any order, and an address keeps its commas."""
    assert read_said(said, EIGHTH) == Said(State.FULL, None, time(16), "3 rue du Pré, 26000 Villeneuve")


def test_a_day_with_several_dates_has_changes_of_each() -> None:
    """The hour behind the date says which one is meant."""
    header = "debut: 01/12/2026 10h\nrepetition: chaque mardi à 10h et 15h, 2 fois\n"
    found = changed("changements: 08/12/2026 15h : annulé ; 01/12/2026 10h : 11h", header)
    assert [(f"{one.start:%d %H}", one.change is not None) for one in found.occurrences] == [
        ("01 11", True), ("01 15", False), ("08 10", False), ("08 15", True),
    ]  # fmt: skip


def test_dates_may_change_places() -> None:
    """A date may go where another one was that goes elsewhere itself."""
    found = changed("changements: 08/12/2026 : reporté au 15/12/2026 ; 15/12/2026 : déplacé au 08/12/2026")
    assert [one.day.day for one in found.occurrences] == [1, 8, 15, 22, 29, 5]
    assert [one.change.was.day for one in found.occurrences if one.change] == [15, 8]


def test_a_first_date_put_off_leaves_the_address() -> None:
    """The address never changes once published: it keeps the day that the series gives."""
    found = changed("changements: 01/12/2026 : reporté au 03/12/2026")
    assert (found.address, found.occurrences.first.day) == ("/agenda/2026/12/01/soupe/", date(2026, 12, 3))
    assert found.first == event(SERIES).first


@pytest.mark.parametrize(
    "lines",
    [
        "09/12/2026 : annulé", "08/12/2026 : annulé ; 8/12 : complet", "08/12/2026 : reporté au 15/12/2026", "08/12/2026 : reporté",
        "08/12/2026", "08/12/2026 :", "08/12/2026 14h", "08/12/2026 : 14h", "08/12/2026 : 16h, 17h", "08/12/2026 : 16h-18h",
        "08/12/2026 15h : annulé", "08/12/2026 : annulé, complet", "08/12/2026 : annulé, 16h", "08/12/2026 : peut-être", "annulé",
        "08/12/2026 : lieu nulle-part", "mercredi 8 décembre : annulé", "08/12/2026 : reporté au 28/03/2027 2h30",
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_is_told_once(lines: str) -> None:
    """A change that nobody can follow is one error, at its key."""
    _, problems = try_event(f"{SERIES}changements: {lines}")
    assert [(problem.key, problem.is_error) for problem in problems] == [("changements", True)]


def test_the_nearest_date_is_named() -> None:
    """Who mistypes a date sees the one that was meant."""
    _, (problem,) = try_event(f"{SERIES}changements: 14/12/2026 : annulé")
    assert problem.instead == "La date la plus proche est le 15/12/2026."


def test_every_line_is_checked() -> None:
    """Two lines that cannot be are two problems."""
    _, problems = try_event(f"{SERIES}changements: 09/12/2026 : annulé ; 16/12/2026 : annulé")
    assert len(problems) == 2


def test_an_event_of_one_date_has_no_changes() -> None:
    """For a single date `etat`, `debut` and `lieu` say it all."""
    _, (problem,) = try_event("debut: 01/12/2026 14h\nchangements: 01/12/2026 : annulé")
    assert "plusieurs dates" in problem.what


@given(st.text(st.sampled_from("ànule complt reporté u 0123456789/:h,→-;lie œß’\u00a0\u0301"), max_size=40) | st.text(max_size=40))
def test_no_line_breaks_the_reader(text: str) -> None:
    """Whatever is typed is read or refused in words."""
    attempt(read_said, text, EIGHTH)
    try_event(f"{SERIES}changements: 08/12/2026 : {text}")
