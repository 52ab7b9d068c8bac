"""Dates arranged for reading: by day, with what comes back every week and what lasts for weeks apart.

A weekly workshop has forty dates: listed one by one they would bury the fête that takes place once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from msgspec import Struct
from msgspec.structs import replace

from plugins.build.lately import by_identity
from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.telling import is_regular
from plugins.model.words import rule_words
from plugins.pages.card import Card, card, facet_words, over, state_words
from plugins.pages.exceptions import exceptions, pauses
from plugins.pages.months import Month

LONG = 2
"""An event that touches more days than this is long."""


class Day(Struct, frozen=True):
    """One day and what takes place on it, in the order of the hours."""

    day: date
    cards: tuple[Card, ...]
    more: tuple[Card, ...] = ()
    """What is folded away on a day with much."""


class Regular(Struct, frozen=True):
    """An event that comes back by a rule, told once."""

    card: Card
    """Its first date among those listed that takes place, the first of all when none does; the rest of the card is as usual."""
    is_on: bool
    """Whether any of them takes place."""
    hours: tuple[Occurrence, ...]
    """The usual hours of that day."""
    rhythm: str
    """`chaque mardi`, `le 1er jeudi du mois`."""
    pauses: str
    """The days on which it is not, holidays say: `pas les 22 et 29 décembre`; empty when there are none."""
    exceptions: tuple[str, ...]
    """What has changed: `pas le 8 décembre`."""
    weekday: int
    """The weekday it stands under, Monday is 0."""
    over: datetime
    """From when on none of the dates listed is left."""


class Listing(Struct, frozen=True):
    """Some dates of the agenda, arranged."""

    days: tuple[Day, ...]
    regular: tuple[Regular, ...]
    """By weekday, then hour."""
    long: tuple[Card, ...]
    left: Month | None = None
    """The month in which those days begin that were left out; None when none were."""

    @property
    def is_empty(self) -> bool:
        """True when nothing takes place."""
        return not (self.days or self.regular or self.long)


def by_day(dates: Iterable[Date], first: date, offered: frozenset[str] = frozenset()) -> tuple[Day, ...]:
    """Return the dates grouped by day; what began before `first` stands on that day."""
    groups: dict[date, list[Card]] = defaultdict(list)
    for found in dates:
        groups[max(found.occurrence.day, first)].append(card(found, offered))
    return tuple(Day(day, tuple(groups[day])) for day in sorted(groups))


def is_long(found: Date) -> bool:
    """Return whether a date lasts so many days that it would stand in the way of what takes place on one of them."""
    return found.occurrence.days > LONG


def arrange(dates: Iterable[Date], first: date, offered: frozenset[str] = frozenset()) -> Listing:
    """Return the dates from `first` on, arranged; the dates come in order. `offered` names the facets by which the list can be filtered."""
    single: list[Date] = []
    long: list[Card] = []
    regular: dict[str, list[Date]] = defaultdict(list)
    for found in dates:
        if is_long(found):
            long.append(card(found, offered))
        elif is_regular(found.event):
            regular[found.event.path].append(found)
        else:
            single.append(found)
    told = sorted((_told_once(found, offered) for found in regular.values()), key=_by_weekday)
    return Listing(by_day(single, first, offered), tuple(told), tuple(long))


def _told_once(dates: Sequence[Date], offered: frozenset[str]) -> Regular:
    """Return some dates of one event as one."""
    event = dates[0].event
    told = _told(event, *(found.occurrence for found in dates))
    facets = facet_words(Date(told.card.occurrence.announced, event), offered)
    return replace(told, card=replace(told.card, facets=facets)) if facets else told


@by_identity()
def _told(event: Event, *occurrences: Occurrence) -> Regular:
    dates = [Date(occurrence, event) for occurrence in occurrences]
    on = [found for found in dates if found.state.takes_place]
    told = (on or dates)[0]
    usual = told.occurrence.announced
    state = event.state if on else told.state
    return Regular(
        card=replace(card(Date(usual, event)), occurrence=told.occurrence, over=over(told.occurrence), state=state_words(state)),
        is_on=bool(on),
        hours=tuple(found.occurrence.announced for found in dates if found.occurrence.announced.day == usual.day),
        rhythm=_rhythm(event),
        pauses=pauses(dates),
        exceptions=exceptions(dates),
        weekday=usual.day.weekday(),
        over=max(over(found.occurrence) for found in on or dates),
    )


def _by_weekday(regular: Regular) -> tuple[int, time, str]:
    return regular.weekday, regular.card.occurrence.start.time(), regular.card.title


def _rhythm(event: Event) -> str:
    return rule_words(event.series.rule, event.first.day) if event.series and event.series.rule else ""


def folded(day: Day, rare: frozenset[str], most: int) -> Day:
    """Return a day that shows at most `most` cards: those at the `rare` addresses first, the rest folded away."""
    if len(day.cards) <= most + 1:
        return day
    chosen = sorted(day.cards, key=lambda found: found.address not in rare)[:most]
    return Day(day.day, tuple(c for c in day.cards if c in chosen), tuple(c for c in day.cards if c not in chosen))


def shortened(listing: Listing, most: int) -> Listing:
    """Return a listing whose days hold about `most` cards, and which says where the rest is."""
    days = until_full(listing.days, most)
    rest = listing.days[len(days) :]
    return replace(listing, days=days, left=Month(rest[0].day.year, rest[0].day.month) if rest else None)


def until_full(days: tuple[Day, ...], most: int) -> tuple[Day, ...]:
    """Return the first days that together hold about `most` cards; a day is never cut."""
    total, kept = 0, 0
    while kept < len(days) and total < most:
        total += len(days[kept].cards)
        kept += 1
    return days[:kept]
