"""The events of which a date is not as announced, found by their months: letters tell of them before all others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from plugins.build.lately import by_identity
from plugins.model.agenda import Agenda, Begun, Date
from plugins.model.event import Event
from plugins.model.occurrences import touched
from plugins.model.state import State
from plugins.newsletter.dates import announced, prefix

Months = Mapping[tuple[int, int], tuple[Event, ...]]
"""By year and month."""


def changed_events(agenda: Agenda) -> Months:
    """Return the published events by the months that a date of them touches, or would have touched, that is not as announced."""
    found: dict[tuple[int, int], tuple[Event, ...]] = {}
    for begun in agenda.begun.values():
        for month, ones in _changed(begun).items():
            found[month] = (*found.get(month, ()), *ones)
    return found


@by_identity()
def _changed(begun: Begun) -> Months:
    """Return the same of the events that begin in one month: in a preview most months stay as they are."""
    found: dict[tuple[int, int], list[Event]] = defaultdict(list)
    for event in begun.events:
        if not event.is_draft and (event.planned or event.occurrences.changed or event.state is not State.ON):
            for month in set(_months(event)):
                found[month].append(event)
    return {month: tuple(ones) for month, ones in found.items()}


def _months(event: Event) -> Iterator[tuple[int, int]]:
    for one in (Date(occurrence, event) for occurrence in event.occurrences):
        if prefix(one):
            for each in (one.occurrence, announced(one)):
                yield from touched(each.day, each.last_day)
