"""What is to come, gathered once for all the questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from plugins.model.agenda import Date, takes_place
from plugins.model.event import Event
from plugins.model.problem import Problem, Severity


class Coming(Struct, frozen=True):
    """An event with its dates that are not over and take place; at least one."""

    event: Event
    dates: tuple[Date, ...]


def coming(events: Iterable[Event], today: date) -> Iterator[Coming]:
    """Yield the events that still take place; what is over costs one look."""
    for event in events:
        over = event.occurrences.over(today)
        if over == len(event.occurrences):
            continue
        found = tuple(one for occurrence in event.occurrences[over:] if takes_place(one := Date(occurrence, event)))
        if found:
            yield Coming(event, found)


def doubt(file: str, key: str, what: str, instead: str) -> Problem:
    """Return a warning about a whole file of the content."""
    return Problem(file, 0, key, what, instead, Severity.WARNING)
