"""Dates as people say them on a given day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.dates import read_date
from plugins.model.saying import day_dated, day_said, near_day, near_words, when_dated, when_said
from tests.model.samples import event
from tests.model.test_words import plain

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(("day", "said"), [("2026-11-21", ""), ("2026-11-22", "aujourd'hui"), ("2026-11-23", "demain"), ("2026-11-24", "")])
def test_only_today_and_tomorrow_have_a_name_of_their_own(day: str, said: str) -> None:
    """A heading of a day is `aujourd'hui` or `demain`, and nothing for any other day."""
    assert near_day(date.fromisoformat(day), SUNDAY) == said


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("debut: 22/11/2026 9h\nfin: 12h", "ce matin"),
        ("debut: 22/11/2026 12h\nfin: 13h", "cet après-midi"),
        ("debut: 22/11/2026 15h\nfin: 18h", "cet après-midi"),
        ("debut: 22/11/2026 15h", "cet après-midi"),
        ("debut: 22/11/2026 18h\nfin: 20h", "ce soir"),
        ("debut: 22/11/2026 22h\nfin: 2h", "ce soir"),
        ("debut: 22/11/2026 10h\nfin: 17h", "aujourd'hui"),
        ("debut: 22/11/2026 17h\nfin: 22h", "aujourd'hui"),
        ("debut: 22/11/2026 3h", "aujourd'hui"),
        ("debut: 22/11/2026", "aujourd'hui"),
        ("debut: 23/11/2026 10h\nfin: 12h", "demain matin"),
        ("debut: 23/11/2026 14h", "demain après-midi"),
        ("debut: 23/11/2026 20h", "demain soir"),
        ("debut: 23/11/2026", "demain"),
        ("debut: 24/11/2026 20h", "ce mardi"),
        ("debut: 28/11/2026 20h", "ce samedi"),
        ("debut: 29/11/2026 20h", ""),
        ("debut: 21/11/2026 20h", ""),
        ("debut: 22/11/2026\nfin: 24/11/2026", ""),
    ],
)
def test_a_near_date_is_said_from_today(header: str, said: str) -> None:
    """A part of the day is named when the event begins and ends in it; within a week the weekday is enough."""
    assert near_words(event(header).first, SUNDAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-22", "aujourd'hui, dimanche 22 novembre"),
        ("2026-11-23", "demain, lundi 23 novembre"),
        ("2026-11-28", "ce samedi 28 novembre"),
        ("2026-12-01", "mardi 1er décembre"),
        ("2026-11-21", "samedi 21 novembre 2026"),
    ],
)
def test_the_date_stands_beside_the_pointing_word(day: str, said: str) -> None:
    """Whoever reads an old page is not misled: `aujourd'hui` never stands without its date."""
    assert day_said(date.fromisoformat(day), SUNDAY) == said


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("debut: 22/11/2026 20h", "ce soir, dimanche 22 novembre, à 20 h"),
        ("debut: 23/11/2026 14h\nfin: 16h30", "demain après-midi, lundi 23 novembre, de 14 h à 16 h 30"),
        ("debut: 28/11/2026 10h", "ce samedi 28 novembre, à 10 h"),
        ("debut: 03/12/2026 18h\nfin: 20h", "jeudi 3 décembre, de 18 h à 20 h"),
        ("debut: 22/11/2026", "aujourd'hui, dimanche 22 novembre, toute la journée"),
        ("debut: 01/11/2026\nfin: 05/12/2026", "jusqu'au samedi 5 décembre"),
        ("debut: 27/11/2026\nfin: 29/11/2026", "du vendredi 27 au dimanche 29 novembre"),
        ("debut: 01/11/2026\nfin: 05/11/2026", "du dimanche 1er au jeudi 5 novembre 2026"),
    ],
)
def test_a_whole_date_is_said_from_today(header: str, said: str) -> None:
    """A date has its pointing word, its day and its hours; what goes on says until when."""
    assert plain(when_said(event(header).first, SUNDAY)) == said


@pytest.mark.parametrize(
    ("today", "day", "said"),
    [
        ("2026-11-22", "2026-11-26", "jeudi 26 novembre"),
        ("2026-11-22", "2027-06-17", "jeudi 17 juin"),
        ("2026-11-22", "2027-08-31", "mardi 31 août"),
        ("2026-11-22", "2027-09-01", "mercredi 1er septembre 2027"),
        ("2027-08-20", "2027-09-11", "samedi 11 septembre"),
        ("2027-06-20", "2027-09-11", "samedi 11 septembre 2027"),
        ("2026-11-22", "2026-11-21", "samedi 21 novembre 2026"),
    ],
)
def test_a_year_that_everybody_knows_is_left_out(today: str, day: str, said: str) -> None:
    """The year goes for a day to come of this season, or of the next two months; one that is over keeps it."""
    assert day_dated(date.fromisoformat(day), date.fromisoformat(today)) == said


def test_a_letter_never_points() -> None:
    """What is read on another day than it was made gives the date alone, even for the same evening."""
    assert plain(when_dated(event("debut: 22/11/2026 20h").first, SUNDAY)) == "dimanche 22 novembre, à 20 h"


@given(DAYS, DAYS)
def test_a_date_without_a_year_is_the_next_of_its_name(day: date, today: date) -> None:
    """Whoever reads a day without its year, and takes it for the next of that name, is right."""
    said = day_dated(day, today)
    if str(day.year) not in said:
        year = today.year if (day.month, day.day) >= (today.month, today.day) else today.year + 1
        assert read_date(f"{said} {year}") == day


@given(DAYS, st.integers(0, 6))
def test_what_is_near_is_told_with_its_day(today: date, away: int) -> None:
    """Within a week a day is said with a pointing word and its whole date, without the year."""
    day = today + timedelta(days=away)
    said = day_said(day, today)
    assert said.startswith(("aujourd'hui, ", "demain, ", "ce "))
    assert said.endswith(day_dated(day, today))
