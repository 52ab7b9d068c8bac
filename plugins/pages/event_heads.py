"""What search results and tabs show of an event: no two events have the same words there."""

from __future__ import annotations

from plugins.model.event import Event
from plugins.model.state import State
from plugins.model.text import capital
from plugins.model.words import date_words, hour_words, when_words
from plugins.pages.occasions import Dates, planned


def mark(event: Event, found: Dates, has_twin: bool) -> str:
    """Return what tells an event from those of the same title: its day, or the first one of a series; hour and place too when it has a twin."""
    occurrence, venue = event.first if event.repeats or event.state is State.UNDATED else found.next.occurrence, found.next.venue
    before = "dès le " if event.repeats else "prévu le " if event.state is State.UNDATED else ""
    hour = "" if occurrence.all_day else hour_words(occurrence.start)
    rest = (hour, venue.name if venue else "") if has_twin else ()
    return ", ".join(part for part in (f"{before}{date_words(occurrence.day)}", *rest) if part)


def description(event: Event, found: Dates) -> str:
    """Return when and where, then the summary: what people look for first."""
    when = found.rhythm or when_words(found.next.occurrence)
    if event.state is State.UNDATED:
        when = f"nouvelle date à venir, prévu d’abord {planned(event)}"
    where = f" – {found.next.venue.name}" if found.next.venue else ""
    return f"{capital(when)}{where}. {event.summary}".strip()
