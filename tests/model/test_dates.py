"""French dates, hours and durations."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.dates import (
    MONTHS,
    WEEKDAYS,
    End,
    Moment,
    localized,
    read_date,
    read_duration,
    read_end,
    read_hour,
    read_moment,
)
from plugins.model.problem import Wrong
from tests.model.samples import attempt
from tests.towns import PARIS

SEPTEMBER = date(2026, 9, 1)
FORMS = (
    "{0:%d/%m/%Y}", "{0:%d-%m-%Y}", "{0:%d.%m.%Y}", "{0:%Y-%m-%d}", "{0.day}/{0.month}/{0.year}", "{0.day} {month} {0.year}", "{th} {month} {0.year}",
    "{weekday} {0.day} {month} {0.year}", "{weekday}, {th} {MONTH} {0.year}", "le {weekday} {0.day} {month} {0.year}", "le {0:%d/%m/%Y}",
    "{WEEKDAY} {0:%d/%m/%Y}", "{0.day}\u00a0{month}\u202f{0.year}",
)  # fmt: skip


def written(day: date, form: str) -> str:
    """Return the day as that form writes it."""
    month, weekday, th = MONTHS[day.month - 1], WEEKDAYS[day.weekday()], "1er" if day.day == 1 else str(day.day)
    return form.format(day, month=month, MONTH=month.upper(), weekday=weekday, WEEKDAY=weekday.capitalize(), th=th)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from(FORMS))
def test_a_day_reads_back_from_every_form(day: date, form: str) -> None:
    """Any day written in any accepted form reads back as that day."""
    assert read_date(written(day, form)) == day


@given(st.dates(date(1900, 1, 1), date(2190, 12, 31)), st.integers(0, 364))
def test_a_day_without_its_year_is_the_next_one(near: date, ahead: int) -> None:
    """A date without a year is the first such day from the one it is near to."""
    day = near + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        assert read_date(f"{day.day}/{day.month}", near) == day
        assert read_date(f"{day.day} {MONTHS[day.month - 1]}", near) == day


@given(
    st.times(), st.sampled_from(["{0.hour}h{0.minute:02}", "{0.hour} h {0.minute:02}", "{0.hour:02}:{0.minute:02}", "{0.hour} heures {0.minute:02}"])
)
def test_an_hour_reads_back_from_every_form(hour: time, form: str) -> None:
    """Any hour written in any accepted form reads back as that hour."""
    assert read_hour(form.format(hour)) == time(hour.hour, hour.minute)


@given(st.text(max_size=20) | st.from_regex(r"(?:le )?\d{0,3}[/. -]?\d{0,3}[/. -]?\d{0,5} ?(?:h|:)?\d{0,3}", fullmatch=True))
def test_no_text_breaks_a_reader(text: str) -> None:
    """Whatever is written is read or refused with both sentences, never anything else."""
    for read in (read_date, read_hour, read_moment, read_end, read_duration):
        wrong = attempt(read, text)
        assert wrong is None or (wrong.what.endswith(".") and wrong.instead)


@pytest.mark.parametrize("text", ["1 déc. 2026", "1er dec 2026", "premier décembre 2026", "1 Décembre 2026", "2026-12-1"])
def test_short_months_are_read(text: str) -> None:
    """Months may be shortened, with or without point and accents."""
    assert read_date(text) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("31/02/2026", "février 2026 a 28 jours"),
        ("29 février 2027", "février 2027 a 28 jours"),
        ("11/28/2026", "il n'y a pas de mois 28"),
        ("28/11/26", "l'année n'a que deux chiffres"),
        ("2026", "n'est qu'une année"),
        ("14h", "est une heure sans date"),
        ("mardi 28/11/2026", "est un samedi, pas un mardi"),
        ("28 novambre 2026", "n'est pas un mois"),
        ("28/11", "il manque l'année"),
        ("28/11/2926", "faute de frappe"),
        ("28/11/2026 bis", "est de trop"),
        ("2026/11/28", "n'est pas une date"),
        ("", "n'est pas une date"),
    ],
)
def test_what_is_no_day_is_refused(text: str, what: str) -> None:
    """A day that does not exist, or could be read in two ways, is refused with its reason."""
    with pytest.raises(Wrong, match=what):
        read_date(text)


def test_an_inverted_date_says_what_to_write() -> None:
    """A month before its day gets the day and month in the right order."""
    with pytest.raises(Wrong) as caught:
        read_date("11/28/2026")
    assert caught.value.instead == "Le jour vient avant le mois : 28/11."


def test_a_leap_day_without_a_year_waits_for_its_year() -> None:
    """29 February without a year is the next one that exists."""
    assert read_date("29 février", near=SEPTEMBER) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("14h", time(14)),
        ("14 heures", time(14)),
        ("midi", time(12)),
        ("minuit", time(0)),
        ("à 14h30", time(14, 30)),
        ("14:30:00", time(14, 30)),
        ("0h05", time(0, 5)),
    ],
)
def test_hours_are_read_as_people_say_them(text: str, hour: time) -> None:
    """Hours may be digits, words, or come after a preposition."""
    assert read_hour(text) == hour


@pytest.mark.parametrize("text", ["24h", "14h60", "14", "1430", "14.30", "14h30-17h", "2pm", "midi et demi", ""])
def test_what_is_no_hour_is_refused(text: str) -> None:
    """An hour that does not exist or cannot be told from a number is refused."""
    with pytest.raises(Wrong):
        read_hour(text)


@pytest.mark.parametrize(
    "text",
    [
        "28/11/2026 14h30",
        "28/11/2026 à 14h30",
        "28/11/2026, 14:30",
        "2026-11-28 14:30",
        "2026-11-28T14:30:00",
        "samedi 28 novembre à 14 h 30",
        "28/11 14h30",
    ],
)
def test_a_moment_is_a_day_and_an_hour(text: str) -> None:
    """A day and an hour may stand together in any of their forms."""
    assert read_moment(text, SEPTEMBER) == Moment(date(2026, 11, 28), time(14, 30))


def test_a_moment_may_be_a_day_alone() -> None:
    """A day without an hour has none, which is not midnight."""
    assert read_moment("28/11/2026") == Moment(date(2026, 11, 28), None)
    assert read_moment("28/11/2026 minuit") == Moment(date(2026, 11, 28), time(0))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("17h", End(None, time(17))),
        ("jusqu'à 17h", End(None, time(17))),
        ("midi", End(None, time(12))),
        ("29/11/2026", End(date(2026, 11, 29), None)),
        ("12 juin", End(date(2027, 6, 12), None)),
        ("dimanche 29 novembre à 17h", End(date(2026, 11, 29), time(17))),
    ],
)
def test_an_end_is_an_hour_a_day_or_both(text: str, end: End) -> None:
    """An end may be an hour alone, a day alone, or both."""
    assert read_end(text, SEPTEMBER) == end


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h30", 90),
        ("1 h 30", 90),
        ("2h", 120),
        ("2 heures", 120),
        ("90 min", 90),
        ("45mn", 45),
        ("1h 30 min", 90),
        ("3 jours", 4320),
        ("1 jour 2h", 1560),
    ],
)
def test_durations_are_read_as_people_write_them(text: str, minutes: int) -> None:
    """A duration may have days, hours and minutes."""
    assert read_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["90", "0h", "", "longtemps", "1,5h", "1 h et demie", "99999999999 jours"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    """A number without a unit, nothing, or an age of the world is no duration."""
    with pytest.raises(Wrong):
        read_duration(text)


def test_a_skipped_hour_is_refused() -> None:
    """The hour that the spring change skips does not exist; the ones around it do."""
    with pytest.raises(Wrong, match="2 h 30 n'existe pas le 28/03/2027"):
        localized(date(2027, 3, 28), time(2, 30), PARIS)
    assert localized(date(2027, 3, 28), time(3), PARIS).astimezone(UTC) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_a_doubled_hour_means_the_first() -> None:
    """The hour that the autumn change gives twice means the first of the two (RFC 5545 §3.3.5)."""
    assert localized(date(2026, 10, 25), time(2, 30), PARIS).astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
