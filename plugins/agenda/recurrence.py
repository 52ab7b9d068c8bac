"""From the dates of an event to what RFC 5545 §3.8.5 calls its recurrence set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta

from plugins.agenda.content_line import Moment, Parts
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.repetition import Rule
from plugins.model.schedule import Series

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""BYDAY of RFC 5545 §3.3.10, from Monday as Python counts."""


@dataclass(frozen=True, slots=True)
class Recurrence:
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
    """RDATE: what the rule does not give."""


def recurrence(event: Event) -> Recurrence:
    """Return the recurrence set of an event; it gives exactly the event's occurrences."""
    series = event.series
    if series is None or series.rule is None:
        return _one_by_one(event.occurrences)
    regular, added = _parted(event.occurrences, series)
    return _repeated(series, series.rule, regular, added) if regular else _one_by_one(event.occurrences)


def _one_by_one(dates: Sequence[Occurrence]) -> Recurrence:
    return Recurrence(_start(dates[0]), _end(dates[0]), added=tuple(map(_start, dates[1:])))


def _parted(dates: Sequence[Occurrence], series: Series) -> tuple[Sequence[Occurrence], Sequence[Occurrence]]:
    """Return the dates that the rule gives and the others; it also gives what was taken away (`sauf`) and put back (`aussi`)."""
    outside = [start for start in series.extra if start not in series.skipped]
    if not outside:
        return dates, ()
    return [date for date in dates if date.start not in outside], [date for date in dates if date.start in outside]


def _repeated(series: Series, rule: Rule, regular: Sequence[Occurrence], added: Sequence[Occurrence]) -> Recurrence:
    first, last = regular[0], regular[-1]
    skipped = (start for start in series.skipped if first.start < start < last.start and start not in series.extra)
    return Recurrence(
        _start(first),
        _end(first),
        _parts(rule, last),
        tuple(start.date() if first.all_day else start for start in skipped),
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
        parts["BYDAY"] = [f"{position}{WEEKDAYS[day]}" for position in rule.positions or ("",) for day in rule.weekdays]
    return parts


def _start(occurrence: Occurrence) -> Moment:
    return occurrence.day if occurrence.all_day else occurrence.start


def _end(occurrence: Occurrence) -> Moment | None:
    return occurrence.last_day + timedelta(days=1) if occurrence.all_day else occurrence.end
