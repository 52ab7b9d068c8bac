"""The VTIMEZONE of a town, in the yearly form that every client reads.

The icalendar library's own writes a list of dates with the spring onset an hour off, which Outlook misreads.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from plugins.agenda.content_line import recur, text
from plugins.agenda.recurrence import WEEKDAYS

_MODEL_YEAR = 2026
"""A year under the rules in force; a test compares what comes out with zoneinfo for the years ahead."""
_FIRST_YEAR = 1970
"""Onsets start early enough for any event, as clients expect."""
_HOUR = timedelta(hours=1)


@lru_cache
def timezone(zone: ZoneInfo) -> tuple[str, ...]:
    """Return the lines of the zone as RFC 5545 §3.6.5 wants it: one yearly rule for each change of hour, or one STANDARD without any."""
    changes = _changes(zone)
    observances = [line for change in changes for line in _observance(zone, change)] if changes else _constant(zone)
    return ("BEGIN:VTIMEZONE", f"TZID:{text(zone.key)}", *observances, "END:VTIMEZONE")


def _changes(zone: ZoneInfo) -> list[datetime]:
    """Return the instants of the model year, in UTC, at which the offset changes; one a day at most."""
    start = datetime(_MODEL_YEAR, 1, 1, tzinfo=UTC)
    days = [(start + timedelta(number)).astimezone(zone) for number in range(366)]
    return [_change(before) for before, after in pairwise(days) if before.utcoffset() != after.utcoffset()]


def _change(start: datetime) -> datetime:
    """Return the first hour, in UTC, that has another offset than a moment less than a day before."""
    hours = (start.astimezone(UTC) + number * _HOUR for number in range(1, 25))
    return next(hour for hour in hours if hour.astimezone(start.tzinfo).utcoffset() != start.utcoffset())


def _observance(zone: ZoneInfo, change: datetime) -> list[str]:
    before, after = (change - _HOUR).astimezone(zone), change.astimezone(zone)
    onset = change.replace(tzinfo=None) + (before.utcoffset() or timedelta())
    position = _position(onset)
    rule = recur({"FREQ": "YEARLY", "BYDAY": f"{position}{WEEKDAYS[onset.weekday()]}", "BYMONTH": onset.month})
    first = datetime.combine(_day(_FIRST_YEAR, onset, position), onset.time())
    return _written("DAYLIGHT" if after.dst() else "STANDARD", first, [f"RRULE:{rule}"], before, after)


def _constant(zone: ZoneInfo) -> list[str]:
    moment = datetime(_MODEL_YEAR, 1, 1, tzinfo=zone)
    first = datetime(_FIRST_YEAR, 1, 1)  # noqa: DTZ001  # RFC 5545 §3.6.5: an onset is a local time
    return _written("STANDARD", first, [], moment, moment)


def _written(kind: str, onset: datetime, rule: list[str], before: datetime, after: datetime) -> list[str]:
    """Return the lines of an observance, given a moment before it starts and one after."""
    offsets = (f"TZOFFSETFROM:{before:%z}", f"TZOFFSETTO:{after:%z}")
    return [f"BEGIN:{kind}", f"DTSTART:{onset:%Y%m%dT%H%M%S}", *rule, f"TZNAME:{text(after.tzname() or '')}", *offsets, f"END:{kind}"]


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
