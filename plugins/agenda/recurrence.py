"""From the dates of an event to what RFC 5545 §3.8.5 calls its recurrence set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import compress
from operator import not_

from msgspec import Struct

from plugins.agenda.content_line import Moment, Parts
from plugins.model.dates import BYDAY
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.repetition import Rule
from plugins.model.schedule import Series


class Recurrence(Struct, frozen=True):
    """When an event takes place, as a calendar stores it."""

    start: Moment
    """DTSTART; with a rule, one of its dates (RFC 5545 §3.8.5.3)."""
    end: Moment | None
    """DTEND, exclusive; None when nobody wrote one."""
    rule: Parts | None = None
    """RRULE, with UNTIL and never COUNT: dates taken away do not shift the end."""
    excluded: tuple[Moment, ...] = ()
    """EXDATE: what the rule gives and does not take place."""
    added: tuple[Moment, ...] = ()
    """RDATE: what the rule does not give; without a rule, every date where there are several."""


def recurrence(event: Event) -> Recurrence:
    """Return the recurrence set of an event; it gives exactly the dates that were announced, before any of them changed."""
    series, dates = event.series, event.occurrences.announced
    if series is None or series.rule is None:
        return _one_by_one(dates)
    regular, added = _parted(dates, series, series.rule)
    return _repeated(series, series.rule, regular, added) if regular else _one_by_one(dates)


def _one_by_one(dates: Sequence[Occurrence]) -> Recurrence:
    """Return dates without a rule: RDATE has the first one too, as Android and many readers forget DTSTART beside RDATE alone.

    Nobody counts it twice (RFC 5545 §3.8.5.2).
    """
    starts = tuple(map(_start, dates))
    return Recurrence(starts[0], _end(dates[0]), added=starts if len(starts) > 1 else ())


def _parted(dates: Sequence[Occurrence], series: Series, rule: Rule) -> tuple[Sequence[Occurrence], Sequence[Occurrence]]:
    """Return the dates that RRULE gives and the others.

    RRULE also gives what was taken away (`sauf`) and put back (`aussi`). The other hours of a day are not in it: BYHOUR is not read
    by Outlook and Android.
    """
    outside = {start for start in series.extra if start not in series.skipped}
    if not outside and len(rule.hours) < 2:
        return dates, ()
    hour = series.first.start.time()
    is_regular = [date.start.time() == hour and date.start not in outside for date in dates]
    return list(compress(dates, is_regular)), list(compress(dates, map(not_, is_regular)))


def _repeated(series: Series, rule: Rule, regular: Sequence[Occurrence], added: Sequence[Occurrence]) -> Recurrence:
    first, last = regular[0], regular[-1]
    gaps = {start for start in series.skipped if start.time() == first.start.time()}.difference(series.extra)
    return Recurrence(
        _start(first),
        _end(first),
        _parts(rule, last),
        tuple(moment(start, first.all_day) for start in sorted(gaps) if first.start < start < last.start),
        tuple(map(_start, added)),
    )


def _parts(rule: Rule, last: Occurrence) -> Parts:
    """Return the rule until its last date that takes place; UNTIL is in UTC, or a DATE for whole days (RFC 5545 §3.3.10)."""
    parts: dict[str, str | int | Moment | list[str]] = {
        "FREQ": rule.frequency.value,
        "UNTIL": last.day if last.all_day else last.start.astimezone(UTC),
    }
    if rule.interval > 1:
        parts["INTERVAL"] = rule.interval
    if rule.weekdays:
        parts["BYDAY"] = [f"{position}{BYDAY[day]}" for position in rule.positions or ("",) for day in rule.weekdays]
    return parts


def moment(value: datetime, all_day: bool) -> Moment:
    """Return a start, or an exclusive end, as calendars write it: a DATE for whole days."""
    return value.date() if all_day else value


def _start(occurrence: Occurrence) -> Moment:
    return moment(occurrence.start, occurrence.all_day)


def _end(occurrence: Occurrence) -> Moment | None:
    return occurrence.end and moment(occurrence.end, occurrence.all_day)
