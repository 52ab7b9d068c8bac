"""The VTIMEZONE of a town, in the yearly form that every client reads.

The library's own writes a list of dates with the spring onset an hour off, which Outlook misreads.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from plugins.model.dates import BYDAY

_MODEL_YEAR = 2026
"""A year under the rules in force; a test compares what comes out with zoneinfo for the years ahead."""
_FIRST_YEAR = 1970
"""Onsets start early enough for any event, as clients expect."""
_HOUR = timedelta(hours=1)


@lru_cache
def timezone(zone: ZoneInfo) -> Timezone:
    """Return the zone as RFC 5545 §3.6.5 wants it: one yearly rule for each change of hour, or one STANDARD without any."""
    found = Timezone()
    found.add("TZID", zone.key)
    changes = _changes(zone)
    for change in changes:
        found.add_component(_observance(zone, change))
    if not changes:
        found.add_component(_constant(zone))
    return found


def _changes(zone: ZoneInfo) -> list[datetime]:
    """Return the instants of the model year, in UTC, at which the offset changes."""
    start = datetime(_MODEL_YEAR, 1, 1, tzinfo=UTC)
    hours = (start + number * _HOUR for number in range(365 * 24 + 1))
    local = (instant.astimezone(zone) for instant in hours)
    return [after.astimezone(UTC) for before, after in pairwise(local) if before.utcoffset() != after.utcoffset()]


def _observance(zone: ZoneInfo, change: datetime) -> TimezoneStandard | TimezoneDaylight:
    before, after = (change - _HOUR).astimezone(zone), change.astimezone(zone)
    offset = before.utcoffset()
    onset = change.replace(tzinfo=None) + (offset or timedelta())
    position = _position(onset)
    found = TimezoneDaylight() if after.dst() else TimezoneStandard()
    found.add("DTSTART", datetime.combine(_day(_FIRST_YEAR, onset, position), onset.time()))
    found.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": onset.month, "BYDAY": f"{position}{BYDAY[onset.weekday()]}"})
    found.add("TZOFFSETFROM", offset)
    found.add("TZOFFSETTO", after.utcoffset())
    found.add("TZNAME", after.tzname())
    return found


def _constant(zone: ZoneInfo) -> TimezoneStandard:
    moment = datetime(_MODEL_YEAR, 1, 1, tzinfo=zone)
    found = TimezoneStandard()
    found.add("DTSTART", datetime(_FIRST_YEAR, 1, 1))  # noqa: DTZ001  # RFC 5545 §3.6.5: an onset is a local time
    found.add("TZOFFSETFROM", moment.utcoffset())
    found.add("TZOFFSETTO", moment.utcoffset())
    found.add("TZNAME", moment.tzname())
    return found


def _position(onset: datetime) -> int:
    """Return which of its weekdays a day is in its month: -1 for the last, as laws on summer time say it."""
    is_last = onset.day > monthrange(onset.year, onset.month)[1] - 7
    return -1 if is_last else (onset.day - 1) // 7 + 1


def _day(year: int, onset: datetime, position: int) -> datetime:
    """Return the same weekday of the month in another year."""
    length = monthrange(year, onset.month)[1]
    days = [datetime(year, onset.month, day) for day in range(1, length + 1)]  # noqa: DTZ001  # local, as above
    same = [day for day in days if day.weekday() == onset.weekday()]
    return same[position if position < 0 else position - 1]
