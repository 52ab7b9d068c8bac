"""How a date stands, and how often its event comes back: what notices and the agenda of a letter both ask."""

from __future__ import annotations

from datetime import date

from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.saying import SEASON
from plugins.model.telling import alert


def announced(found: Date) -> Occurrence:
    """Return a date as it was before anything about it was changed."""
    return found.event.planned or found.occurrence.announced


def prefix(found: Date) -> str:
    """Return what stands before the title of a date that is not as announced, `ANNULÉ – `, `AUTRE LIEU – `; empty for any other."""
    return found.state.prefix or (f"{said.upper()} – " if (said := alert(found)) else "")


def is_regular(event: Event, day: date) -> bool:
    """Return whether an event has more than two dates in the season of a day, which goes from September to August."""
    first = date(day.year if day.month >= SEASON else day.year - 1, SEASON, 1)
    last = date.fromordinal(first.replace(year=first.year + 1).toordinal() - 1)
    found = event.occurrences.between(first, last)
    return len(found) > 2 and found[-3].day >= first
