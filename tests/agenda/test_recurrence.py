"""The dates that calendars show are the dates of the model."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given, settings

from plugins.agenda.calendars import event_calendar
from plugins.agenda.recurrence import recurrence
from plugins.agenda.vevent import Vevent
from plugins.model.event import Event
from tests.agenda.reading import is_clear, read_by_ical, read_by_icalendar, read_what_by_icalendar, told, told_what
from tests.agenda.repetitions import changed_headers, headers
from tests.towns import IDENTITY, read_event, try_event


def _calendar(event: Event) -> bytes:
    return event_calendar(Vevent(event, IDENTITY))


@given(headers())
@settings(max_examples=300, deadline=None)
def test_readers_find_the_dates_of_the_model(header: str) -> None:
    """Whatever the repetition, across both changes of hour, two independent readers find the model's dates and no other."""
    event = try_event(header)
    assume(event is not None and is_clear(event))  # the model refuses an hour that the change of hour skips
    assert event is not None

    assert read_by_icalendar(_calendar(event)) == told(event)
    assert read_by_ical(_calendar(event)) == told(event)


@given(changed_headers())
@settings(max_examples=300, deadline=None)
def test_readers_find_each_date_as_it_was_changed(header: str) -> None:
    """Whatever was put off, cancelled, full or elsewhere: a reader finds each date once, at its new moment, with its state and place."""
    event = try_event(header)
    assume(event is not None and is_clear(event))
    assert event is not None

    assert read_by_icalendar(_calendar(event)) == told(event)
    assert read_what_by_icalendar(_calendar(event)) == told_what(event)
    assert read_by_ical(_calendar(event)) == told(event)


@pytest.mark.parametrize(("change", "before", "after"), [(date(2026, 10, 25), "+0200", "+0100"), (date(2027, 3, 28), "+0100", "+0200")])
def test_hour_on_the_wall_stays_across_the_change_of_hour(change: date, before: str, after: str) -> None:
    """A weekly meeting at 18 h stays at 18 h when the offset changes."""
    event = read_event(f"debut: {date.fromordinal(change.toordinal() - 3):%d/%m/%Y} 18h\nfin: 20h\nrepetition: chaque jeudi, 2 fois")

    assert [f"{start:%H:%M%z}" for start, _ in read_by_icalendar(_calendar(event))] == [f"18:00{before}", f"18:00{after}"]


def test_first_date_taken_away_moves_the_start() -> None:
    """DTSTART is a date that takes place, and the end of the series stays where it was."""
    event = read_event("debut: 01/12/2026 14h\nfin: 16h\nrepetition: chaque mardi, 4 fois\nsauf: 01/12/2026")

    assert read_by_icalendar(_calendar(event)) == told(event)
    assert b"DTSTART;TZID=Europe/Paris:20261208T140000" in _calendar(event)
    assert b"EXDATE" not in _calendar(event)


def test_last_date_taken_away_ends_the_series_earlier() -> None:
    """UNTIL is the last date that takes place: nothing after it needs to be taken away."""
    event = read_event("debut: 01/12/2026 14h\nfin: 16h\nrepetition: chaque mardi, 3 fois\nsauf: 15/12/2026")

    assert b"UNTIL=20261208T130000Z" in _calendar(event)
    assert b"EXDATE" not in _calendar(event)


def test_date_taken_away_and_put_back_takes_place() -> None:
    """`aussi` wins over `sauf`: no EXDATE hides a date that was put back, and the rule gives it already."""
    event = read_event("debut: 15/12/2026 14h\nfin: 16h\nrepetition: chaque mardi, 4 fois\nsauf: vacances scolaires\naussi: 22/12/2026")

    assert date(2026, 12, 22) in [occurrence.day for occurrence in event.occurrences]
    assert recurrence(event).added == ()
    assert read_by_icalendar(_calendar(event)) == told(event)


def test_series_of_which_only_added_dates_are_left() -> None:
    """With every date of the rule taken away there is no RRULE, only the added dates."""
    event = read_event("debut: 22/12/2026 14h\nfin: 16h\nrepetition: chaque mardi, 2 fois\nsauf: vacances scolaires\naussi: 05/01/2027, 06/01/2027")

    assert recurrence(event).rule is None
    assert read_by_icalendar(_calendar(event)) == told(event)


def test_dates_one_by_one_are_all_in_one_list() -> None:
    """Without a rule the first date stands in RDATE too: Android forgets DTSTART beside RDATE alone."""
    event = read_event("debut: 05/01/2027 14h\naussi: 06/01/2027 10h")

    assert b"RDATE;TZID=Europe/Paris:20270105T140000,20270106T100000\r\n" in _calendar(event)
    assert read_by_ical(_calendar(event)) == read_by_icalendar(_calendar(event)) == told(event)


def test_until_is_in_utc() -> None:
    """UNTIL is the last start, in UTC, as RFC 5545 §3.3.10 asks beside a start with a zone."""
    event = read_event("debut: 01/06/2027 14h\nfin: 16h\nrepetition: chaque mardi jusqu'au 30/06/2027")

    assert b"UNTIL=20270629T120000Z" in _calendar(event)


def test_other_hours_of_a_day_are_dates_of_their_own() -> None:
    """RRULE gives the first hour, RDATE the others: BYHOUR is not read by Outlook and Android."""
    event = read_event("debut: 01/12/2026 10h\nfin: 11h\nrepetition: chaque mardi à 10h et 15h, 2 fois")

    assert read_by_icalendar(_calendar(event)) == told(event)
    assert b"RDATE;TZID=Europe/Paris:20261201T150000,20261208T150000\r\n" in _calendar(event)
    assert b"BYHOUR" not in _calendar(event)


def test_changed_date_is_known_by_its_first_start() -> None:
    """RECURRENCE-ID is the start before the change, in the form of DTSTART, under the UID of all (RFC 5545 §3.8.4.4)."""
    event = read_event("debut: 01/12/2026 10h\nfin: 11h\nrepetition: chaque mardi, 3 fois\nchangements: 08/12/2026 : reporté au 10/12/2026 15h")
    whole, moved = _calendar(event).decode().split("BEGIN:VEVENT\r\n")[1:]

    assert "RECURRENCE-ID" not in whole
    assert "DTSTART;TZID=Europe/Paris:20261210T150000\r\nDTEND;TZID=Europe/Paris:20261210T160000\r\n" in moved
    assert f"UID:{event.uid}\r\nRECURRENCE-ID;TZID=Europe/Paris:20261208T100000\r\nSEQUENCE:1\r\n" in moved


def test_changed_whole_day_is_known_by_its_day() -> None:
    """Where DTSTART is a DATE, RECURRENCE-ID is one."""
    event = read_event("debut: 01/12/2026\nfin: 02/12/2026\naussi: 08/12/2026\nchangements: 08/12/2026 : reporté au 10/12/2026")

    assert b"RECURRENCE-ID;VALUE=DATE:20261208\r\n" in _calendar(event)
    assert read_by_icalendar(_calendar(event)) == told(event)
