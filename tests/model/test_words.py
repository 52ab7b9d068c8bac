"""Dates, hours and repetitions as people say them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.dates import read_date, read_hour
from plugins.model.words import (
    clock,
    date_words,
    day_words,
    hour_words,
    hours_words,
    length_words,
    month_words,
    series_words,
    size_words,
    when_words,
)
from tests.model.samples import event

SATURDAY = date(2026, 11, 28)


def plain(text: str) -> str:
    """Return the text with plain spaces, for tests about words."""
    return text.replace("\u00a0", " ")


def test_a_day_is_said_with_its_weekday() -> None:
    """A day has its weekday, `1er` for the first, and its year if asked for."""
    assert day_words(SATURDAY) == "samedi 28 novembre 2026"
    assert day_words(date(2026, 12, 1), year=False) == "mardi 1er décembre"
    assert date_words(date(2027, 2, 1)) == "1er février 2027"
    assert month_words(2026, 8) == "août 2026"


@pytest.mark.parametrize(
    ("hour", "said"), [(time(14), "14\u00a0h"), (time(9, 5), "9\u00a0h\u00a005"), (time(0), "0\u00a0h"), (time(18, 30), "18\u00a0h\u00a030")]
)
def test_an_hour_does_not_break(hour: time, said: str) -> None:
    """An hour is `14 h` or `14 h 30`, and never parted at a line's end."""
    assert hour_words(hour) == said


@pytest.mark.parametrize(
    ("header", "hours", "when"),
    [
        ("debut: 28/11/2026 14h\nfin: 16h30", "de 14 h à 16 h 30", "samedi 28 novembre 2026, de 14 h à 16 h 30"),
        ("debut: 28/11/2026 20h", "à 20 h", "samedi 28 novembre 2026, à 20 h"),
        ("debut: 28/11/2026 22h\nfin: 2h", "de 22 h à 2 h", "samedi 28 novembre 2026, de 22 h à 2 h"),
        ("debut: 28/11/2026", "toute la journée", "samedi 28 novembre 2026, toute la journée"),
        ("debut: 12/06/2027\nfin: 14/06/2027", "toute la journée", "du samedi 12 au lundi 14 juin 2027"),
        ("debut: 30/11/2026\nfin: 01/12/2026", "toute la journée", "du lundi 30 novembre au mardi 1er décembre 2026"),
        ("debut: 31/12/2026\nfin: 01/01/2027", "toute la journée", "du jeudi 31 décembre 2026 au vendredi 1er janvier 2027"),
        ("debut: 28/11/2026 14h\nfin: 29/11/2026 12h", None, "du samedi 28 à 14 h au dimanche 29 novembre 2026 à 12 h"),
    ],
)
def test_an_occurrence_is_said_without_repeating(header: str, hours: str | None, when: str) -> None:
    """A date says what its days share once, and its hours as they are."""
    first = event(header).first
    assert plain(when_words(first)) == when
    assert hours is None or plain(hours_words(first)) == hours


def test_a_date_may_do_without_its_year() -> None:
    """Where the year is known, it is left out."""
    assert plain(when_words(event("debut: 28/11/2026 20h").first, year=False)) == "samedi 28 novembre, à 20 h"


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("repetition: chaque samedi jusqu'au 30/06/2027\nsauf: vacances scolaires",
         "chaque samedi de 14 h à 16 h, jusqu'au 30 juin 2027, sauf vacances scolaires"),
        ("repetition: le 4e et le dernier samedi du mois, 5 fois", "le 4e et le dernier samedi du mois de 14 h à 16 h, 5 fois"),
        ("repetition: un samedi sur deux, 5 fois\nsauf: 12/12, du 24/12 au 31/12, jours fériés",
         "un samedi sur deux de 14 h à 16 h, 5 fois, sauf jours fériés, le 12 décembre et du 24 au 31 décembre"),
        ("repetition: tous les 15 jours, 5 fois", "un samedi sur deux de 14 h à 16 h, 5 fois"),
        ("repetition: tous les jours, 3 fois", "chaque jour de 14 h à 16 h, 3 fois"),
        ("repetition: tous les mois, 3 fois", "le 28 du mois de 14 h à 16 h, 3 fois"),
        ("repetition: chaque samedi à 14h et 17h30, 5 fois", "chaque samedi de 14 h à 16 h et de 17 h 30 à 19 h 30, 5 fois"),
        ("repetition: chaque samedi, 5 fois\naussi: 02/12, 09/12 10h",
         "chaque samedi de 14 h à 16 h, 5 fois, et aussi le 2 décembre 2026 de 14 h à 16 h et le 9 décembre 2026 de 10 h à 12 h"),
        ("repetition: chaque samedi, 2 fois\naussi: 1/12, 2/12, 3/12, 4/12, 6/12, 7/12, 8/12",
         "chaque samedi de 14 h à 16 h, 2 fois, et 7 autres dates"),
        ("aussi: 05/12", "le 28 novembre et le 5 décembre 2026 de 14 h à 16 h"),
        ("aussi: 28/11 17h", "le 28 novembre 2026 de 14 h à 16 h et de 17 h à 19 h"),
        ("aussi: 29/11, 01/01/2027, 02/01/2027", "les 28 et 29 novembre 2026 et les 1er et 2 janvier 2027 de 14 h à 16 h"),
        ("aussi: 29/11, 30/11 9h", "les 28 et 29 novembre 2026 de 14 h à 16 h et le 30 novembre 2026 de 9 h à 11 h"),
        ("aussi: 05/12, 06/12, 07/12, 08/12, 09/12", "le 28 novembre et les 5, 6, 7, 8 et 9 décembre 2026 de 14 h à 16 h"),
        ("aussi: 05/12, 06/12, 07/12, 08/12, 09/12, 04/03/2027", "7 dates du 28 novembre 2026 au 4 mars 2027"),
    ],
)  # fmt: skip
def test_a_series_is_said_as_people_say_it(header: str, said: str) -> None:
    """A series says its rhythm, its hours, its end and its exceptions."""
    found = event(f"debut: 28/11/2026 14h\nfin: 16h\n{header}")
    assert found.series is not None
    assert plain(series_words(found.series)) == said


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("debut: 01/12/2026 10h\nrepetition: chaque mardi à 10h et 15h, 3 fois", "chaque mardi à 10 h et à 15 h, 3 fois"),
        ("debut: 03/12/2026 14h\naussi: 10/12, 24/12", "les 3, 10 et 24 décembre 2026 à 14 h"),
        ("debut: 03/12/2026\naussi: 10/12", "les 3 et 10 décembre 2026"),
        ("debut: 03/12/2026\nfin: 05/12/2026\naussi: 10/12", "du jeudi 3 au samedi 5 décembre 2026 et du jeudi 10 au samedi 12 décembre 2026"),
        ("debut: 01/12/2026\nrepetition: chaque mardi, 3 fois", "chaque mardi, 3 fois"),
    ],
)
def test_a_series_without_an_end_or_an_hour_is_said_too(header: str, said: str) -> None:
    """What has no end has its starts alone, and whole days have no hour."""
    found = event(header)
    assert found.series is not None
    assert plain(series_words(found.series)) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(45, "45 s"), (60, "1 min"), (3299, "55 min"), (3300, "55 min"), (3720, "1 h 02"), (7200, "2 h 00"), (3599, "1 h 00")]
)
def test_a_length_is_said(seconds: int, said: str) -> None:
    """A length of time is seconds, minutes, or hours and minutes."""
    assert plain(length_words(seconds)) == said


@pytest.mark.parametrize(("seconds", "said"), [(0, "00:00:00"), (750, "00:12:30"), (3661, "01:01:01")])
def test_a_clock_has_all_its_digits(seconds: int, said: str) -> None:
    """A chapter's time has hours, minutes and seconds in two digits each."""
    assert clock(seconds) == said


@pytest.mark.parametrize(("size", "said"), [(0, "1 ko"), (312_400, "312 ko"), (39_600_000, "39,6 Mo"), (999_999, "1000 ko"), (1_000_000, "1,0 Mo")])
def test_a_size_is_said_with_a_comma(size: int, said: str) -> None:
    """A size is in kilo- or megabytes, with the French comma."""
    assert plain(size_words(size)) == said


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.times())
def test_what_is_said_reads_back(day: date, hour: time) -> None:
    """A day and an hour, as they are said, read back as themselves."""
    assert read_date(day_words(day)) == read_date(date_words(day)) == day
    assert read_hour(hour_words(hour)) == time(hour.hour, hour.minute)
