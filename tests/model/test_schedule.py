"""From what is written to the dates of an event."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.problem import Severity
from tests.model.samples import CHRISTMAS, at, event, try_event

LINES = st.sampled_from(
    [
        "debut: 28/11/2026", "debut: 28/11/2026 14h", "debut: 28/03/2027 2h30", "debut: 29/02",
        "fin: 17h", "fin: 2h", "fin: 29/11/2026", "fin: 30/02", "duree: 2h", "duree: 999 jours",
        "repetition: chaque samedi, 3 fois", "repetition: chaque jour jusqu'au 01/01/2200", "repetition: jamais",
        "repetition: le dernier samedi du mois jusqu'à fin juin",
        "sauf: vacances scolaires", "sauf: 05/12", "sauf: du 1 au 2", "aussi: 02/01 10h, 03/01", "aussi: 28/03/2027 2h30",
        "repetition: chaque samedi à 14h et 17h, 3 fois", "changements: 05/12 : annulé ; 12/12 : reporté au 13/12 15h", "changements: 05/12 14h 16h",
        "etat: reporté au 29/11", "etat: reporté sans date",
        "lieu: ici", "tarif: 5 €", "tarif: cher", "inscription: https://[", "places: 12", "etat: annulé", "maison: pont",
    ]
)  # fmt: skip


def starts(header: str, **changed: object) -> list[str]:
    """Return the starts of an event as `28/11 14:00`."""
    return [f"{found.start:%d/%m %H:%M}" for found in event(header, **changed).occurrences]


def test_an_event_without_an_end_has_none() -> None:
    """No end written is no end, not an end made up."""
    (found,) = event("debut: 28/11/2026 14h").occurrences
    assert (found.start, found.end, found.all_day) == (at(date(2026, 11, 28), time(14)), None, False)


@pytest.mark.parametrize("end", ["fin: 17h", "fin: 28/11/2026 17h", "duree: 3h", "fin: samedi 28 novembre à 17h"])
def test_an_end_may_be_written_in_several_ways(end: str) -> None:
    """An hour, a moment or a duration give the same end."""
    assert event(f"debut: 28/11/2026 14h\n{end}").first.end == at(date(2026, 11, 28), time(17))


@pytest.mark.parametrize("end", ["fin: 2h", "fin: 01/01/2027 2h", "duree: 4h"])
def test_an_evening_may_go_past_midnight(end: str) -> None:
    """An early hour after an evening start is the next day's, and the event stays on its own day."""
    first = event(f"debut: 31/12/2026 22h\n{end}").first
    assert first.end == at(date(2027, 1, 1), time(2))
    assert (first.day, first.last_day, first.days) == (date(2026, 12, 31), date(2026, 12, 31), 1)


def test_a_day_without_an_hour_is_the_whole_day() -> None:
    """An all-day event ends at the next midnight (RFC 5545 §3.6.1)."""
    first = event("debut: 28/11/2026").first
    assert (first.start, first.end, first.all_day) == (at(date(2026, 11, 28)), at(date(2026, 11, 29)), True)
    assert first.days == 1


def test_several_whole_days_count_both_ends() -> None:
    """`fin` of an all-day event is its last day."""
    first = event("debut: 28/11/2026\nfin: 30/11/2026").first
    assert (first.end, first.last_day, first.days) == (at(date(2026, 12, 1)), date(2026, 11, 30), 3)


def test_an_end_without_a_year_follows_the_start() -> None:
    """The end of an event over New Year needs no year."""
    assert event("debut: 20/12/2026\nfin: 3 janvier").first.last_day == date(2027, 1, 3)


@pytest.mark.parametrize(
    ("start", "hours"),
    [("24/10/2026 22h", 7), ("27/03/2027 22h", 5), ("21/11/2026 22h", 6)],
)
def test_a_night_of_the_change_of_hour_keeps_its_clock(start: str, hours: int) -> None:
    """An event ends at the hour that was written, be the night an hour longer or shorter."""
    first = event(f"debut: {start}\nfin: 4h").first
    assert first.end is not None
    assert first.end.hour == 4
    assert first.end.astimezone(UTC) - first.start.astimezone(UTC) == timedelta(hours=hours)


@pytest.mark.parametrize("start", [date(2026, 10, 18), date(2027, 3, 21)])
def test_a_series_keeps_its_hour_over_the_change(start: date) -> None:
    """A weekly event takes place at the same hour before and after each change of hour."""
    found = event(f"debut: {start:%d/%m/%Y} 9h\nfin: 11h\nrepetition: chaque semaine, 3 fois")
    assert [(day.start.hour, day.end.hour if day.end else None) for day in found.occurrences] == [(9, 11)] * 3
    assert len({day.start.utcoffset() for day in found.occurrences}) == 2


def test_the_doubled_hour_is_the_first() -> None:
    """A series in the hour that comes twice takes the first of the two."""
    found = event("debut: 24/10/2026 2h30\nrepetition: chaque jour, 2 fois")
    assert [day.start.astimezone(UTC) for day in found.occurrences] == [
        datetime(2026, 10, 24, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    ]


def test_exceptions_are_taken_out_and_kept_for_calendars() -> None:
    """What `sauf` takes away is no date, and the series knows which starts it were (RFC 5545 §3.8.5.1)."""
    found = event("debut: 05/12/2026 10h\nrepetition: chaque samedi jusqu'au 09/01/2027\nsauf: vacances scolaires, 09/01/2027")
    assert [day.day for day in found.occurrences] == [date(2026, 12, 5), date(2026, 12, 12), date(2027, 1, 2)]
    assert found.series is not None
    assert [start.date() for start in found.series.skipped] == [date(2026, 12, 19), date(2026, 12, 26), date(2027, 1, 9)]


def test_extra_dates_take_their_place() -> None:
    """`aussi` adds dates at the event's hour or their own, each once, in order (RFC 5545 §3.8.5.2)."""
    header = "debut: 28/11/2026 10h\nfin: 12h\nrepetition: chaque samedi, 2 fois\naussi: 02/01 15h, 06/12, 05/12/2026"
    assert starts(header) == ["28/11 10:00", "05/12 10:00", "06/12 10:00", "02/01 15:00"]
    found = event(header)
    assert found.series is not None
    assert [start.date() for start in found.series.extra] == [date(2026, 12, 6), date(2027, 1, 2)]
    assert found.occurrences[-1].end == at(date(2027, 1, 2), time(17))


def test_dates_may_be_given_one_by_one() -> None:
    """Without a rule, `aussi` alone makes a series."""
    found = event("debut: 28/11/2026 10h\naussi: 05/12, 19/12")
    assert found.repeats
    assert found.series is not None
    assert found.series.rule is None


@pytest.mark.parametrize(
    "header",
    [
        "debut: 01/12/2026 10h\nduree: 1h\nrepetition: chaque mardi à 10h et 15h, 2 fois",
        "debut: 01/12/2026 10h\nfin: 11h\nrepetition: chaque mardi, à 10 h et à 15 h, jusqu'au 08/12/2026",
        "debut: 01/12/2026 10h\nduree: 1h\naussi: 01/12/2026 15h, 08/12/2026 10h et 15h",
        "debut: 01/12/2026 10h\nduree: 1h\nrepetition: chaque mardi, 2 fois\naussi: 1er décembre à 15h ; 8 décembre 15:00",
    ],
)
def test_a_day_may_have_several_dates(header: str) -> None:
    """Each hour of a day is a date of its own, as long as the others, by a rule or one by one."""
    assert starts(header) == ["01/12 10:00", "01/12 15:00", "08/12 10:00", "08/12 15:00"]
    assert {one.end - one.start for one in event(header).occurrences if one.end} == {timedelta(hours=1)}


def test_the_first_date_is_that_of_the_start() -> None:
    """A series that begins in the afternoon has its morning from the next day on."""
    header = "debut: 01/12/2026 15h\nrepetition: chaque mardi à 10h et 15h, 2 fois"
    assert starts(header) == ["01/12 15:00", "08/12 10:00", "08/12 15:00"]


def test_a_day_without_takes_all_its_hours_away() -> None:
    """`sauf` names days, and `aussi` may give one hour of them back."""
    header = "debut: 01/12/2026 10h\nrepetition: chaque mardi à 10h et 15h, 2 fois\nsauf: 08/12/2026"
    assert starts(header) == ["01/12 10:00", "01/12 15:00"]
    assert starts(f"{header}\naussi: 08/12/2026 15h") == ["01/12 10:00", "01/12 15:00", "08/12 15:00"]
    assert (series := event(header).series) is not None
    assert [start.hour for start in series.skipped] == [10, 15]


def test_once_is_no_series() -> None:
    """An event with one date has no series."""
    found = event("debut: 28/11/2026 10h")
    assert (found.series, found.repeats) == (None, False)


def test_holidays_are_handed_in() -> None:
    """The model knows no holidays of its own: with none handed in, none is left out."""
    header = "debut: 12/12/2026 10h\nrepetition: chaque samedi, 3 fois\nsauf: vacances scolaires"
    assert starts(header) == ["12/12 10:00"]
    assert all(day.day not in CHRISTMAS for day in event(header).occurrences)


@pytest.mark.parametrize(
    ("header", "key", "severity"),
    [
        ("debut: 28/11/2026 14h\nfin: 12h", "fin", Severity.ERROR),
        ("debut: 28/11/2026 14h\nfin: 14h", "fin", Severity.ERROR),
        ("debut: 28/11/2026 14h\nfin: 17h\nduree: 3h", "duree", Severity.ERROR),
        ("debut: 28/11/2026\nfin: 17h", "debut", Severity.ERROR),
        ("debut: 28/03/2027 2h30", "debut", Severity.ERROR),
        ("debut: 28/11/2026\nsauf: 05/12/2026", "sauf", Severity.ERROR),
        ("debut: 28/11/2026\naussi: 05/12/2026 10h", "aussi", Severity.ERROR),
        ("debut: 28/11/2026\nrepetition: chaque samedi, 2 fois\nsauf: 28/11, 05/12", "repetition", Severity.ERROR),
        ("debut: 28/11/2026\nrepetition: chaque samedi, 0 fois", "repetition", Severity.ERROR),
        ("debut: 28/11/2026\nrepetition: chaque samedi à 10h, 2 fois", "repetition", Severity.ERROR),
        ("debut: 28/11/2026 9h\nrepetition: chaque samedi à 10h et 15h, 2 fois", "repetition", Severity.ERROR),
        ("debut: 28/11/2026 10h\nrepetition: chaque samedi de 10h à 12h, 2 fois", "repetition", Severity.ERROR),
        ("debut: 28/11/2026 10h\nrepetition: chaque jour à 10h et 15h, 600 fois", "repetition", Severity.ERROR),
        ("debut: 28/11/2026\nrepetition: chaque samedi, 2 fois\nsauf: 06/12", "sauf", Severity.WARNING),
        ("debut: 28/08/2027\nrepetition: chaque samedi, 2 fois\nsauf: vacances scolaires", "sauf", Severity.WARNING),
    ],
)
def test_a_schedule_that_cannot_be_is_told(header: str, key: str, severity: Severity) -> None:
    """A schedule that contradicts itself is told once, at the key to mend."""
    _, problems = try_event(header)
    assert [(problem.key, problem.severity) for problem in problems] == [(key, severity)]


@given(st.lists(LINES, max_size=8).map("\n".join) | st.text(max_size=80))
def test_no_event_breaks_the_reader(header: str) -> None:
    """Whatever stands in a header, reading gives an event in order or problems, never anything else."""
    found, problems = try_event(header)
    assert found is not None or problems
    if found is not None:
        moments = [occurrence.start for occurrence in found.occurrences]
        assert moments == sorted(set(moments))
        assert all(occurrence.end is None or occurrence.end > occurrence.start for occurrence in found.occurrences)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.times(), st.integers(1, 60 * 48))
def test_an_end_is_what_the_clock_says(day: date, hour: time, minutes: int) -> None:
    """Start and end show the written hours on the wall clock, on any day that has them."""
    found, problems = try_event(
        f"debut: {day:%d/%m/%Y} {hour.hour}h{hour.minute:02}\nduree: {minutes} min" if minutes < 1000 else f"debut: {day:%d/%m/%Y}"
    )
    if found is not None and found.first.end is not None and not found.first.all_day:
        naive = datetime.combine(day, time(hour.hour, hour.minute)) + timedelta(minutes=minutes)
        assert found.first.end.replace(tzinfo=None) == naive
    else:
        assert found is not None or "n'existe pas" in problems[0].what
