"""Which events are like which: what else one may come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from operator import itemgetter

from msgspec import Struct

from plugins.build.again import same_again, the_same
from plugins.build.lately import by_identity
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
Order = tuple[bool, datetime, str]
"""What comes first among equals."""


class Known(Struct, frozen=True):
    """What makes an event like others, found out once for all that are compared with it."""

    event: Event
    tags: Tags
    name: str
    """What the dates of one thing have in common that is announced again and again."""
    public: frozenset[str]
    order: Order


class Like(Struct, frozen=True):
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
    by_tags: dict[Tags, list[Known]] = defaultdict(list)
    for known in map(_known, offered):
        by_tags[known.tags].append(known)
    all_tags = the_same("tags", frozenset(by_tags))  # many events have the same tags, and an edit seldom brings others
    return {event.path: _best(_known(event), by_tags, all_tags) for event in wanting}


@by_identity()
def _known(event: Event) -> Known:
    return Known(
        event=event,
        tags=frozenset([*((THEME, theme.key) for theme in event.themes), *((HOUSE, house.key) for house in event.houses)]),
        name=fold(event.title),
        public=frozenset(term.key for term in event.audiences),
        order=(event.repeats, event.first.start, event.path),
    )


@lru_cache(maxsize=4096)
def _near(tags: Tags, offered: frozenset[Tags]) -> Ranks:
    """Return which of the tags on offer have some of these among them, by what that is worth, the nearest first."""
    found: dict[int, list[Tags]] = defaultdict(list)
    for others in offered:
        if shared := tags & others:
            found[sum(worth for worth, _ in shared)].append(others)
    return sorted(found.items(), key=itemgetter(0), reverse=True)


def _best(one: Known, by_tags: Mapping[Tags, list[Known]], all_tags: frozenset[Tags]) -> tuple[Event, ...]:
    """Return the nearest events that are not the same under another date; for whom they are tells more among the near."""
    ranked: list[tuple[int, Order, Event]] = []
    for worth, alike in _near(one.tags, all_tags):
        if len(ranked) >= MOST:
            break
        others = (other for tags in alike for other in by_tags[tags] if other.name != one.name)
        ranked += [(-worth - AUDIENCE * len(one.public & other.public), other.order, other.event) for other in others]
    return tuple(event for *_, event in sorted(ranked, key=itemgetter(0, 1))[:MOST])


def like(event: Event) -> Like:
    """Return what a page shows of a similar event."""
    return Like(event.title, event.address, _when(event), doors(event.houses))


def _when(event: Event) -> str:
    if event.series is None:
        return when_words(event.occurrences[0])
    return rule_words(event.series.rule, event.series.first.day) if event.series.rule else series_words(event.series)
