"""What is not as it was announced: told before everything else, so that nobody comes in vain.

Nothing tells when something was changed. So a letter tells of all that is not as announced and still to come, if it was or is
to take place in the days of the letter, or if the letter before it told of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date, datetime

from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.model.occurrence import Occurrence
from plugins.model.state import State
from plugins.newsletter.composition import Notice
from plugins.newsletter.dates import announced, is_regular, prefix
from plugins.newsletter.material import WeeklyMaterial
from plugins.newsletter.names import is_shown

Told = AbstractSet[tuple[str, Occurrence | None]]
"""Dates, by the path of their event."""


def is_elsewhere(found: Date) -> bool:
    """Return whether a date has another place than the other dates of its event."""
    return bool(found.occurrence.change and found.occurrence.change.venue)


def notices(material: WeeklyMaterial, first: Told) -> tuple[Notice, ...]:
    """Return what a letter tells of changes, in the order in which people would come; `first` says itself how it stands."""
    letter = material.letter
    known = {(one.event.path, one.occurrence): one for one in _changed(material)}
    told = [one for key, one in known.items() if key not in first and is_shown(one.event, letter) and _is_news(one, letter.day)]
    told.sort(key=lambda one: (_awaited(one, letter.day), one.event.title, one.event.path))
    return tuple(_gathered(told))


def _changed(material: WeeklyMaterial) -> Iterator[Date]:
    """Yield what is not as announced and not over on the day of a letter; some of it twice."""
    letter, previous = material.letter, material.previous
    found = [*_of_days(material.changed, letter.day, letter.last_day)]
    if previous:
        found += (*_of_days(material.changed, previous.day, previous.last_day), *_told_further(material, previous))
    return (one for one in found if one.occurrence.last_day >= letter.day and prefix(one))


def _of_days(events: Iterable[Event], first: date, last: date) -> Iterator[Date]:
    """Yield the dates of some events that touch, or would have touched, a day from `first` to `last`; some of them twice."""
    for event in events:
        yield from (Date(occurrence, event) for occurrence in event.occurrences.between(first, last))
        moved = (Date(occurrence, event) for occurrence in (event.occurrences if event.planned else event.occurrences.changed))
        yield from (one for one in moved if announced(one).day <= last and announced(one).last_day >= first)


def _told_further(material: WeeklyMaterial, previous: Letter) -> Iterator[Date]:
    """Yield what the letter before told of days after its own: what it put first, and the next show."""
    events = (entry for name in previous.featured for entry in material.named[name] if isinstance(entry, Event))
    first = (_first(event, previous.day) for event in events)
    return (one for one in (*first, material.promised) if one)


def _first(event: Event, day: date) -> Date | None:
    """Return the date of an event that was announced as the next one on a day."""
    dates = (Date(occurrence, event) for occurrence in event.occurrences)
    return min((one for one in dates if announced(one).last_day >= day), key=lambda one: announced(one).start, default=None)


def _is_news(found: Date, day: date) -> bool:
    """Return whether a change is one that people do not know: that a whole course is full is no news of each material."""
    is_whole = found.event.state is State.FULL and found.occurrence.change is None
    return not (is_whole and is_regular(found.event, day))


def _awaited(found: Date, day: date) -> datetime:
    """Return when people would come who know of no change, or of the new date when that one is past."""
    return announced(found).start if announced(found).last_day >= day else found.occurrence.start


def _gathered(found: Iterable[Date]) -> Iterator[Notice]:
    """Yield the notices: dates of one event that are alike are one of them, where the first of them stands."""
    alike: dict[object, list[Date]] = {}
    for one in found:
        alike.setdefault(_key(one), []).append(one)
    return (Notice(dates[0].event, prefix(dates[0]), tuple(dates)) for dates in alike.values())


def _key(found: Date) -> tuple[object, ...]:
    """Return what dates share that one notice tells of; one that was moved, or is elsewhere, is told by itself."""
    is_alone = announced(found).start != found.occurrence.start or is_elsewhere(found)
    return found.event.path, prefix(found), found.occurrence.start if is_alone else None
