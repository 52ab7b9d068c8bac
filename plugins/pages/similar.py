"""Which events are like which: what else one may come to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import nlargest

from plugins.build.again import same_again
from plugins.model.event import Event
from plugins.model.text import fold
from plugins.model.words import rule_words, series_words, when_words
from plugins.pages.card import Door, doors

MOST = 3
THEME, HOUSE, AUDIENCE = 40, 20, 1
"""What sharing one is worth; for whom it is alone makes no two events alike."""


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
    by_tag: dict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(ordered):
        for tag, _worth in _tags(event):
            by_tag[tag].append(number)
    return {event.path: _best(event, ordered, by_tag) for event in wanting}


def _best(event: Event, ordered: list[Event], by_tag: Mapping[str, list[int]]) -> tuple[Event, ...]:
    scores: Counter[int] = Counter()
    for tag, worth in _tags(event):
        for number in by_tag.get(tag, ()):
            scores[number] += worth
    for number in by_tag.get(_name(event), ()):
        del scores[number]
    least = min(nlargest(MOST, scores.values()), default=0)
    close = (number for number, score in scores.items() if score >= least)  # few enough for a closer look
    public = set(event.audiences)
    ranked = sorted(close, key=lambda number: (-scores[number] - AUDIENCE * len(public.intersection(ordered[number].audiences)), number))
    return tuple(ordered[number] for number in ranked[:MOST])


def _tags(event: Event) -> Iterator[tuple[str, int]]:
    """Yield what makes an event like others that have it too, with its worth; its name makes it the same."""
    yield _name(event), 0
    yield from ((f"theme {theme.key}", THEME) for theme in event.themes)
    yield from ((f"house {house.key}", HOUSE) for house in event.houses)


def _name(event: Event) -> str:
    return f"name {fold(event.title)}"


def like(event: Event) -> Like:
    """Return what a page shows of a similar event."""
    return Like(event.title, event.address, _when(event), doors(event.houses))


def _when(event: Event) -> str:
    if event.series is None:
        return when_words(event.occurrences[0])
    return rule_words(event.series.rule, event.series.first.day) if event.series.rule else series_words(event.series)
