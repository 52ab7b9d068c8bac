"""What is unlike what was announced: about the next date first, then about those after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plugins.essentials.said import Said, alert, say
from plugins.essentials.subject import Subject
from plugins.model.agenda import Date
from plugins.model.occurrence import Change, Occurrence
from plugins.model.state import State
from plugins.model.telling import is_regular

MOST = 3
"""How many dates with changes are told one by one: nobody remembers more."""


def next_change(subject: Subject) -> Iterator[Said]:
    """Yield what has changed about the next date: the day or the hour. Its place is told where places are."""
    was, start = _was(subject.next), subject.next.occurrence.start
    if was and was.date() != start.date():
        yield alert("moved_day")
        yield say("not_day", day=was.date())
    elif was and was != start:
        yield alert("moved_hour")
        if not is_regular(subject.event):  # else its usual hour is told
            yield say("not_hour", hour=was.time())
    elif subject.event.state is State.POSTPONED:
        yield alert("moved_day")


def other_changes(subject: Subject) -> Iterator[Said]:
    """Yield what has changed about the dates after the next one, the first few."""
    others = (one for one in subject.coming if one.change and one is not subject.next.occurrence)
    found = [said for one in others if (said := tuple(_told(one, one.change, subject)))]
    if found:
        yield alert("changes")
    for told in found[:MOST]:
        yield from told
    if len(found) > MOST:
        yield say("more_changes")


def _was(found: Date) -> datetime | None:
    """Return when a date was announced to start; None when nobody said that it was another moment."""
    if found.occurrence.change:
        return found.occurrence.change.was
    return found.event.planned.start if found.event.planned else None


def _told(one: Occurrence, change: Change | None, subject: Subject) -> Iterator[Said]:
    """Yield what is unlike about a date."""
    if change is None:
        return
    was, state = change.was.date(), Date(one, subject.event).state
    if state is State.CANCELLED:
        yield say("no_date", day=was)
        return
    if state is State.UNDATED:
        yield say("date_undated", day=was)
        return
    if one.day != was:
        yield say("date_moved", was=was, day=one.day)
    if one.start.time() != change.was.time():
        yield say("date_hour", day=one.day, hour=one.start.time())
    if change.venue:
        yield say("date_place", day=one.day, place=change.venue)
    if change.state is State.FULL:
        yield say("date_full", day=one.day)
