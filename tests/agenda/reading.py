"""Two readers that share nothing with each other: what a calendar says, as (start, end) pairs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import combinations

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

from plugins.model.agenda import Date, takes_place
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence

Span = tuple[date | datetime, date | datetime]
_LONG_BEFORE, _LONG_AFTER = date(2024, 1, 1), date(2032, 1, 1)


def is_clear(event: Event) -> bool:
    """Return whether no two dates start together, which the model refuses, nor are one or two hours apart.

    recurring-ical-events knows a date by its start in UTC and on the wall: for it 15 h in winter is what 14 h is in UTC.
    """
    skipped = event.series.skipped if event.series else ()
    starts = sorted({*skipped, *(one.start for one in event.occurrences.announced)})
    gaps = {after - before for before, after in combinations(starts, 2)}
    return len({one.start for one in event.occurrences}) == len(event.occurrences) and not gaps & {timedelta(hours=1), timedelta(hours=2)}


def read_by_icalendar(data: bytes) -> list[Span]:
    """Return the dates that recurring-ical-events finds."""
    calendar = icalendar.Calendar.from_ical(data)
    found = recurring_ical_events.of(calendar).between(_LONG_BEFORE, _LONG_AFTER)
    return _ordered((item["DTSTART"].dt, item["DTEND"].dt if "DTEND" in item else item["DTSTART"].dt) for item in found)


def read_what_by_icalendar(data: bytes) -> list[tuple[str, str, str, str]]:
    """Return start, title, place and transparency of each date that recurring-ical-events finds."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(_LONG_BEFORE, _LONG_AFTER)
    return sorted((f"{item['DTSTART'].dt}", str(item["SUMMARY"]), str(item.get("LOCATION", "")), str(item["TRANSP"])) for item in found)


def read_by_ical(data: bytes) -> list[Span]:
    """Return the dates that the strict reader `ical` finds."""
    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    return _ordered((item.start, item.end) for item in calendar.timeline)


def told(event: Event) -> list[Span]:
    """Return the dates of the model in the same form."""
    return _ordered(map(span, event.occurrences))


def span(one: Occurrence) -> Span:
    """Return one date of the model in that form."""
    return (one.day, one.last_day + timedelta(days=1)) if one.all_day else (one.start, one.end or one.start)


def told_what(event: Event) -> list[tuple[str, str, str, str]]:
    """Return what the model says of each date in the same form."""
    return sorted((f"{one.day if one.all_day else one.start}", *what(Date(one, event))) for one in event.occurrences)


def what(date: Date) -> tuple[str, str, str]:
    """Return title, place and transparency of one date of the model."""
    transparency = "OPAQUE" if takes_place(date) else "TRANSPARENT"
    return date.state.prefix + date.event.title, date.venue.line if date.venue else "", transparency


def _ordered(spans: Iterable[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: f"{span[0]:%Y%m%d%H%M}")
