"""Dates arranged for reading: by day, with what comes back every week and what lasts for weeks apart.

A weekly workshop has forty dates: listed one by one they would bury the fête that takes place once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.words import rule_words
from plugins.pages.card import Card, card

LONG = 2
"""An event that touches more days than this is long."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day and what takes place on it, in the order of the hours."""

    day: date
    cards: tuple[Card, ...]
    more: tuple[Card, ...] = ()
    """What is folded away on a day with much."""


@dataclass(frozen=True, slots=True)
class Regular:
    """An event that comes back by a rule, told once."""

    card: Card
    """Its first date among those listed."""
    rhythm: str
    """`chaque mardi`, `le 1er jeudi du mois`."""
    days: tuple[date, ...]
    """All its dates among those listed."""

    @property
    def weekday(self) -> int:
        """The weekday it stands under, Monday is 0."""
        return self.days[0].weekday()


@dataclass(frozen=True, slots=True)
class Listing:
    """Some dates of the agenda, arranged."""

    days: tuple[Day, ...]
    regular: tuple[Regular, ...]
    """By weekday, then hour."""
    long: tuple[Card, ...]

    @property
    def is_empty(self) -> bool:
        """True when nothing takes place."""
        return not (self.days or self.regular or self.long)


def is_regular(event: Event) -> bool:
    """Return whether an event comes back by a rule; one given date by date does not."""
    return event.series is not None and event.series.rule is not None


def by_day(dates: Iterable[Date], first: date) -> tuple[Day, ...]:
    """Return the dates grouped by day; what began before `first` stands on that day."""
    groups: dict[date, list[Card]] = defaultdict(list)
    for found in dates:
        groups[max(found.occurrence.day, first)].append(card(found))
    return tuple(Day(day, tuple(groups[day])) for day in sorted(groups))


def arrange(dates: Iterable[Date], first: date) -> Listing:
    """Return the dates from `first` on, arranged; the dates come in order."""
    single: list[Date] = []
    long: list[Card] = []
    regular: dict[str, list[Date]] = defaultdict(list)
    for found in dates:
        if found.occurrence.days > LONG:
            long.append(card(found))
        elif is_regular(found.event):
            regular[found.event.path].append(found)
        else:
            single.append(found)
    return Listing(by_day(single, first), _told_once(regular.values()), tuple(long))


def _told_once(groups: Iterable[list[Date]]) -> tuple[Regular, ...]:
    """Return one Regular for each group of dates of an event, by weekday then hour."""
    ordered = sorted(groups, key=lambda dates: (dates[0].occurrence.day.weekday(), dates[0].occurrence.start.time(), dates[0].event.title))
    return tuple(Regular(card(dates[0]), _rhythm(dates[0].event), tuple(d.occurrence.day for d in dates)) for dates in ordered)


def _rhythm(event: Event) -> str:
    return rule_words(event.series.rule, event.first.day) if event.series and event.series.rule else ""


def folded(day: Day, rare: frozenset[str], most: int) -> Day:
    """Return a day that shows at most `most` cards: those at the `rare` addresses first, the rest folded away."""
    if len(day.cards) <= most + 1:
        return day
    chosen = sorted(day.cards, key=lambda found: found.address not in rare)[:most]
    return Day(day.day, tuple(c for c in day.cards if c in chosen), tuple(c for c in day.cards if c not in chosen))


def until_full(days: tuple[Day, ...], most: int) -> tuple[Day, ...]:
    """Return the first days that together hold about `most` cards; a day is never cut."""
    total, kept = 0, 0
    while kept < len(days) and total < most:
        total += len(days[kept].cards)
        kept += 1
    return days[:kept]
