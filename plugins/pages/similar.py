"""Which events are like which: what else one may come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from plugins.build.again import same_again, the_same
from plugins.model.event import Event
from plugins.model.text import fold
from plugins.model.words import rule_words, series_words, when_words
from plugins.pages.card import Door, doors

MOST = 3
THEME, HOUSE, AUDIENCE = 40, 20, 1
"""What sharing one is worth; for whom it is alone makes no two events alike."""

Tags = frozenset[tuple[int, str]]
"""What makes an event like others that have it too, each with what sharing it is worth."""
Ranks = list[tuple[int, list[Tags]]]
"""The tags of others, by what they have in common with those of an event."""
Named = tuple[int, str, Event]
"""An event that is offered, with its place in the order and its folded title."""


@dataclass(frozen=True, slots=True)
class Like:
    """A similar event as a page names it."""

    title: str
    address: str
    when: str
    """Its date, or how it comes back: what stays true whichever day the page is read."""
    houses: tuple[Door, ...]


@same_again
def similar(_: str, wanting: tuple[Event, ...], offered: tuple[Event, ...]) -> Mapping[str, tuple[Event, ...]]:
    """Return by path of each of the first events up to three of the others that share most with it.

    Among equals what takes place once comes first, then what began first: an order in which no event moves from one day to the next.
    """
    ordered = sorted(offered, key=lambda event: (event.repeats, event.first.start, event.path))
    by_tags: dict[Tags, list[Named]] = defaultdict(list)
    for number, event in enumerate(ordered):
        by_tags[_tags(event)].append((number, _name(event.title), event))
    all_tags = the_same("tags", frozenset(by_tags))  # many events have the same tags, and an edit seldom brings others
    return {event.path: _best(event, by_tags, _near(_tags(event), all_tags)) for event in wanting}


@lru_cache(maxsize=4096)
def _near(tags: Tags, offered: frozenset[Tags]) -> Ranks:
    """Return which of the tags on offer have some of these among them, by what that is worth, the nearest first."""
    found: dict[int, list[Tags]] = defaultdict(list)
    for others in offered:
        if shared := tags & others:
            found[sum(worth for worth, _ in shared)].append(others)
    return sorted(found.items(), key=itemgetter(0), reverse=True)


@lru_cache(maxsize=4096)
def _name(title: str) -> str:
    """Return what the dates of one thing have in common that is announced again and again."""
    return fold(title)


def _best(event: Event, by_tags: Mapping[Tags, list[Named]], near: Ranks) -> tuple[Event, ...]:
    """Return the nearest events that are not the same under another date; for whom they are tells more among the near."""
    name, public = _name(event.title), frozenset(event.audiences)
    ranked: list[tuple[int, int, Event]] = []
    for worth, alike in near:
        if len(ranked) >= MOST:
            break
        others = (other for tags in alike for other in by_tags[tags] if other[1] != name)
        ranked += ((-worth - AUDIENCE * len(public.intersection(other.audiences)), number, other) for number, _, other in others)
    return tuple(other for *_, other in sorted(ranked, key=itemgetter(0, 1))[:MOST])


def _tags(event: Event) -> Tags:
    return frozenset([*((THEME, theme.key) for theme in event.themes), *((HOUSE, house.key) for house in event.houses)])


def like(event: Event) -> Like:
    """Return what a page shows of a similar event."""
    return Like(event.title, event.address, _when(event), doors(event.houses))


def _when(event: Event) -> str:
    if event.series is None:
        return when_words(event.occurrences[0])
    return rule_words(event.series.rule, event.series.first.day) if event.series.rule else series_words(event.series)
