"""From the dates of an event to what RFC 5545 §3.8.5 calls its recurrence set."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.repetition import Rule

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""BYDAY of RFC 5545 §3.3.10, from Monday as Python counts."""

Moment = date | datetime
"""A DATE for an event of whole days, else a DATE-TIME in the town's zone."""
Parts = dict[str, str | int | list[str] | Moment]
"""RRULE by part: `{"FREQ": "WEEKLY", …}`."""


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
    kept = {occurrence.start: occurrence for occurrence in event.occurrences}
    given = _given(event, kept)
    regular = [start for start in given if start in kept]
    if event.series is None or event.series.rule is None or not regular:
        return Recurrence(_start(event.first), _end(event.first), added=tuple(map(_start, event.occurrences[1:])))
    first, last = kept[regular[0]], kept[regular[-1]]
    skipped = (start for start in given if first.start < start < last.start and start not in kept)
    added = sorted(kept.keys() - given)
    return Recurrence(
        _start(first),
        _end(first),
        _parts(event.series.rule, last),
        tuple(start.date() if first.all_day else start for start in skipped),
        tuple(_start(kept[start]) for start in added),
    )


def _given(event: Event, kept: dict[datetime, Occurrence]) -> list[datetime]:
    """Return the starts that the rule gives, in order; one may be both taken away (`sauf`) and put back (`aussi`)."""
    if event.series is None:
        return []
    return sorted({*event.series.skipped, *kept.keys() - event.series.extra})


def _parts(rule: Rule, last: Occurrence) -> Parts:
    """Return the rule until its last date that takes place; UNTIL is in UTC, or a DATE for whole days (RFC 5545 §3.3.10)."""
    parts: Parts = {"FREQ": rule.frequency.value, "UNTIL": last.day if last.all_day else last.start.astimezone(UTC)}
    if rule.interval > 1:
        parts["INTERVAL"] = rule.interval
    if rule.weekdays:
        parts["BYDAY"] = [f"{position}{WEEKDAYS[day]}" for position in rule.positions or ("",) for day in rule.weekdays]
    return parts


def _start(occurrence: Occurrence) -> Moment:
    return occurrence.day if occurrence.all_day else occurrence.start


def _end(occurrence: Occurrence) -> Moment | None:
    return occurrence.last_day + timedelta(days=1) if occurrence.all_day else occurrence.end
