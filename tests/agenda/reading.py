"""Two readers that share nothing with each other: what a calendar says, as (start, end) pairs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import icalendar
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream

from plugins.model.event import Event

Span = tuple[date | datetime, date | datetime]
_LONG_BEFORE, _LONG_AFTER = date(2024, 1, 1), date(2032, 1, 1)


def read_by_icalendar(data: bytes) -> list[Span]:
    """Return the dates that recurring-ical-events finds."""
    calendar = icalendar.Calendar.from_ical(data)
    found = recurring_ical_events.of(calendar).between(_LONG_BEFORE, _LONG_AFTER)
    return _ordered((item["DTSTART"].dt, item["DTEND"].dt if "DTEND" in item else item["DTSTART"].dt) for item in found)


def read_by_ical(data: bytes) -> list[Span]:
    """Return the dates that the strict reader `ical` finds."""
    calendar = IcsCalendarStream.calendar_from_ics(data.decode())
    return _ordered((item.start, item.end) for item in calendar.timeline)


def told(event: Event) -> list[Span]:
    """Return the dates of the model in the same form."""
    return _ordered(
        (o.day, o.last_day + timedelta(days=1)) if o.all_day else (o.start, o.end or o.start) for o in event.occurrences
    )  # fmt: skip


def _ordered(spans: Iterable[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: f"{span[0]:%Y%m%d%H%M}")
