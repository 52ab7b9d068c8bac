"""« Quand ? »: the next date, what is unlike what was announced, how it comes back."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.essentials.changes import next_change, other_changes
from plugins.essentials.rhythm import rhythm
from plugins.essentials.said import Said, alert, say
from plugins.essentials.subject import Subject
from plugins.model.occurrence import Occurrence
from plugins.model.state import State


def when(subject: Subject) -> Iterator[Said]:
    """Yield when an event takes place, the next time if there are several."""
    if subject.is_over:
        yield from _over(subject)
    elif subject.is_off:
        yield from _off(subject)
    else:
        yield from next_change(subject)
        yield from _day(subject)
        yield from _hours(subject.next.occurrence)
        yield from rhythm(subject)
        yield from other_changes(subject)


def _over(subject: Subject) -> Iterator[Said]:
    last, is_held = subject.next.occurrence, subject.next.state.takes_place
    yield say("over")
    if is_held and last.days > 1:
        yield say("over_span", first=last.day, last=last.last_day)
    elif is_held:
        yield say("over_last" if subject.event.repeats else "over_day", day=last.day)
    else:
        yield say("not_held", day=last.day)


def _off(subject: Subject) -> Iterator[Said]:
    day, is_undated = subject.next.occurrence.day, subject.next.state is State.UNDATED
    if subject.event.repeats and not is_undated:
        yield alert("all_cancelled")
        return
    yield alert("undated" if is_undated else "cancelled")
    if is_undated:
        yield say("new_unknown")
    yield say("no_date", day=day)


def _day(subject: Subject) -> Iterator[Said]:
    found, is_one_of_many = subject.next.occurrence, subject.event.repeats
    if found.days > 1:
        yield say("next_span" if is_one_of_many else "span", first=found.day, last=found.last_day)
    else:
        yield say("next_day" if is_one_of_many else "day", day=found.day)


def _hours(found: Occurrence) -> Iterator[Said]:
    """Yield the hours of a date; of one that goes on for days, those of the first and the last."""
    start, end = found.start.time(), found.end.time() if found.end else None
    if found.all_day:
        if found.days == 1:
            yield say("all_day")
    elif found.days > 1:
        yield say("first_start", start=start)
        if found.end and end and found.end.date() == found.last_day:
            yield say("last_end", end=end)
    elif end is None:
        yield say("start", start=start)
    else:
        yield say("hours", start=start, end=end)
