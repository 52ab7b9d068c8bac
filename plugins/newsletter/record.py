"""What the letters of a site have in common, gathered once for all of them: ten years have five hundred."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plugins.build.again import same_again
from plugins.model.agenda import Date, dates
from plugins.model.event import Event
from plugins.model.letter import Letter, Week
from plugins.model.occurrence import Occurrence
from plugins.model.occurrences import touched
from plugins.model.saying import SEASON
from plugins.model.site import Site
from plugins.model.state import State
from plugins.model.telling import alert


def announced(found: Date) -> Occurrence:
    """Return a date as it was before anything about it was changed."""
    return found.event.planned or found.occurrence.announced


def prefix(found: Date) -> str:
    """Return what stands before the title of a date that is not as announced, `ANNULÉ – `, `AUTRE LIEU – `; empty for any other."""
    return found.state.prefix or (f"{said.upper()} – " if (said := alert(found)) else "")


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A date that is not as announced, with its days as they are and as they were: every letter asks for them."""

    found: Date
    now: tuple[date, date]
    before: tuple[date, date]


@dataclass(frozen=True)
class Record:
    """A site, seen by who composes its letters."""

    site: Site
    _regular: dict[tuple[str, int], bool] = field(default_factory=dict)

    @cached_property
    def _unsettled(self) -> Mapping[tuple[int, int], tuple[Unsettled, ...]]:
        """The published dates that are not as announced, by the (year, month) that they touch or would have touched."""
        found: dict[tuple[int, int], tuple[Unsettled, ...]] = {}
        for begun, events in self.site.agenda.begun.items():
            for month, ones in _unsettled_of(begun, events).items():
                found[month] = (*found.get(month, ()), *ones)
        return found

    def unsettled(self, first: date, last: date) -> Iterator[Date]:
        """Yield the dates that are not as announced and touch, or would have touched, a day from `first` to `last`; one may come twice."""
        for month in touched(first, last):
            for one in self._unsettled.get(month, ()):
                if any(days[0] <= last and days[1] >= first for days in (one.now, one.before)):
                    yield one.found

    @cached_property
    def shows(self) -> tuple[Date, ...]:
        """Every date of the published shows of the season ticket, in order."""
        return tuple(dates((event for event in self.site.events if event.season and not event.is_draft), date.min, date.max))

    @cached_property
    def _announced_shows(self) -> tuple[Date, ...]:
        """The same in the order in which they were announced."""
        return tuple(sorted(self.shows, key=lambda one: (announced(one).start, one.event.path)))

    @cached_property
    def _weekly(self) -> tuple[Letter, ...]:
        """The published weekly letters, oldest first."""
        return tuple(sorted((letter for letter in self.site.letters if letter.number is None and not letter.is_draft), key=_week))

    def previous(self, letter: Letter) -> Letter | None:
        """Return the last weekly letter before a letter; None for the first."""
        index = bisect_left(self._weekly, letter.week, key=_week)
        return self._weekly[index - 1] if index else None

    def shows_after(self, day: date) -> tuple[Date, ...]:
        """Return the dates of shows that start after a day, in order."""
        return self.shows[bisect_right(self.shows, day, key=lambda one: one.occurrence.day) :]

    def announced_show(self, letter: Letter) -> Date | None:
        """Return the show that a letter announced as the next one after its ten days, as things stood before any change."""
        index = bisect_right(self._announced_shows, letter.last_day, key=lambda one: announced(one).day)
        return self._announced_shows[index] if index < len(self._announced_shows) else None

    def is_regular(self, event: Event, day: date) -> bool:
        """Return whether an event has more than two dates in the season of a day, which goes from September to August."""
        year = day.year if day.month >= SEASON else day.year - 1
        key = event.path, year
        if key not in self._regular:
            self._regular[key] = sum(date(year, SEASON, 1) <= found.day < date(year + 1, SEASON, 1) for found in event.occurrences) > 2
        return self._regular[key]


@same_again
def _unsettled_of(_: str, events: tuple[Event, ...]) -> Mapping[tuple[int, int], tuple[Unsettled, ...]]:
    """Return what Record._unsettled holds of the events that begin in one month: in a preview most months stay as they are."""
    published = (event for event in events if not event.is_draft)
    changed = (event for event in published if event.planned or event.occurrences.changed or event.state is not State.ON)
    found: dict[tuple[int, int], list[Unsettled]] = defaultdict(list)
    for one in (Date(occurrence, event) for event in changed for occurrence in event.occurrences):
        if prefix(one):
            unsettled = Unsettled(one, _days(one.occurrence), _days(announced(one)))
            for month in {*touched(*unsettled.now), *touched(*unsettled.before)}:
                found[month].append(unsettled)
    return {month: tuple(ones) for month, ones in found.items()}


def _days(occurrence: Occurrence) -> tuple[date, date]:
    return occurrence.day, occurrence.last_day


def _week(letter: Letter) -> Week:
    return letter.week
