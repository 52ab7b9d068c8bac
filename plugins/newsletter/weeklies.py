"""What weekly letters are composed of, gathered: whole months, which costs nothing, and no more, so that an old letter is given nothing new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import chain
from typing import Any, TypeVar

from msgspec import Struct

from plugins.build.lately import by_identity
from plugins.model.agenda import Begun, Date, takes_place
from plugins.model.article import Article
from plugins.model.event import Event
from plugins.model.letter import Letter
from plugins.model.occurrences import touched
from plugins.model.radio import Episode
from plugins.model.site import Site
from plugins.newsletter.changed import Months, changed_events
from plugins.newsletter.material import WeeklyMaterial, sending
from plugins.newsletter.names import is_named, is_shown
from plugins.newsletter.shows import Shows, in_order
from plugins.newsletter.timeline import Timeline

T = TypeVar("T")
PERIOD = timedelta(days=7)
"""From one letter to the next: what the first of all letters looks back on."""


class Weeklies(Struct, frozen=True, dict=True):
    """A site, seen by who gathers what its weekly letters tell of: each kind of thing is put in order once for all of them."""

    site: Site

    def of(self, letter: Letter, common: Mapping[str, Any]) -> WeeklyMaterial:
        """Return what a letter is composed of; the part that is common to all is given."""
        day, last = letter.day, letter.last_day
        previous = self._letters.last(day - timedelta(days=1))
        shows = tuple(_until(self._shows.as_they_are.after(last), partial(_is_sure, letter)))
        return WeeklyMaterial(
            **common,
            previous=previous,
            named={name: self.site.named(name) for name in (*letter.featured, *(previous.featured if previous else ()))},
            months=self._months(letter, day, last, shows),
            changed=self._changed_in(*(touched(one.day, one.last_day) for one in (letter, previous) if one)),
            shows=shows,
            promised=self._shows.as_announced.first(previous.last_day) if previous else None,
            texts=self._texts_of(previous.day if previous else day - PERIOD, day),
            episode=self._episodes.last(sending(letter, self.site.identity.zone)),
        )

    def _months(self, letter: Letter, day: date, last: date, shows: Sequence[Date]) -> tuple[tuple[Event, ...], ...]:
        """Return the events of the months that a letter tells of, and of those after if it has to look there for what comes next."""
        by_month = self.site.agenda.by_month
        own = tuple(by_month.get(month, ()) for month in touched(day, last))
        if any(_is_sure(letter, one) for one in _starting(chain.from_iterable(own), day, last)):
            return own
        tomorrow, later = last + timedelta(days=1), (events for month, events in by_month.items() if month >= (last.year, last.month))

        def is_enough(events: tuple[Event, ...]) -> bool:
            return any(_is_sure(letter, one) and one not in shows for one in _starting(events, tomorrow, date.max))

        return (*own, *_until(later, is_enough))

    @cached_property
    def _letters(self) -> Timeline[Letter]:
        """The published weekly letters."""
        return Timeline((letter for letter in self.site.letters if letter.number is None and not letter.is_draft), lambda letter: letter.day)

    @cached_property
    def _shows(self) -> Shows:
        """The published ones."""
        return in_order("shows", tuple(chain.from_iterable(map(_shows, self.site.agenda.begun.values()))))

    @cached_property
    def _changed(self) -> Months:
        return changed_events(self.site.agenda)

    def _changed_in(self, *spans: Iterable[tuple[int, int]]) -> tuple[Event, ...]:
        """Return the events that are not as announced in some months; some of them twice."""
        return tuple(chain.from_iterable(self._changed.get(month, ()) for month in dict.fromkeys(chain(*spans))))

    @cached_property
    def _texts(self) -> Timeline[Article]:
        return Timeline((*self.site.news, *self.site.articles), lambda text: text.date)

    @cached_property
    def _issues(self) -> Mapping[int | None, date]:
        """The day on which each issue is out, by its number."""
        return {issue.number: issue.date for issue in self.site.issues}

    def _texts_of(self, since: date, day: date) -> tuple[Article, ...]:
        """Return what has come out since a day; an article only where its issue is out too, and news stands by itself."""
        found = self._texts.between(since, day)
        return tuple(text for text in found if text.number is None or self._issues.get(text.number, date.max) <= day)

    @cached_property
    def _episodes(self) -> Timeline[Episode]:
        return Timeline((episode for episode in reversed(self.site.episodes) if not episode.is_draft), lambda episode: episode.aired)


@by_identity()
def _shows(begun: Begun) -> tuple[Event, ...]:
    """Return the published shows of the season ticket among some events."""
    return tuple(event for event in begun.events if event.season and not event.is_draft)


def _starting(events: Iterable[Event], first: date, last: date) -> Iterator[Date]:
    """Yield the dates of some events that start on a day from `first` to `last`."""
    found = (Date(occurrence, event) for event in events for occurrence in event.occurrences.between(first, last))
    return (one for one in found if one.occurrence.day >= first)


def _until(found: Iterable[T], is_enough: Callable[[T], bool]) -> Iterator[T]:
    """Yield things up to the first that is enough."""
    for one in found:
        yield one
        if is_enough(one):
            return


def _is_sure(letter: Letter, found: Date) -> bool:
    """Return whether nothing that the writer chose keeps a letter from telling of a date, and it takes place."""
    return takes_place(found) and is_shown(found.event, letter) and not any(is_named(found.event, name) for name in letter.featured)
