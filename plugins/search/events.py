"""What can be found of events: a series is one thing, with all its dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from plugins.model.agenda import Date, takes_place
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.site import Site
from plugins.model.text import listed
from plugins.model.words import MOST_TOLD, series_words, when_words
from plugins.search.record import Kind, Record
from plugins.search.words import text_of


def event_records(site: Site) -> Iterator[Record]:
    """Yield a record for each event."""
    keys = tuple(house.key for house in site.houses)
    for event in site.events:
        if not event.is_draft:
            its = _houses(event)
            yield _record(event, site.html.get(event.path, ""), tuple(key for key in keys if key in its))


def _houses(event: Event) -> set[str]:
    """Return the keys of the houses that organise an event, and of the place where it is."""
    return {house.key for house in event.houses} | ({event.venue.key} if event.venue else set())


def _record(event: Event, html: str, houses: tuple[str, ...]) -> Record:
    on = [one for one in event.occurrences if takes_place(Date(one, event))] or list(event.occurrences)
    return Record(
        address=event.address,
        kind=Kind.EVENT,
        title=event.title,
        summary=event.summary,
        words=(text_of(html), *_practical(event), *_when(event)),
        keywords=event.keywords,
        houses=houses,
        dates="".join(map(_coded, on)),
        last=max(one.last_day for one in on),
        state=event.prefix.removesuffix(" – "),
    )


def _practical(event: Event) -> tuple[str, ...]:
    """Return who, where, for whom, for how much."""
    return (
        " ".join(house.title for house in event.houses),
        event.venue.line if event.venue else "",
        event.project.title if event.project else "",
        " ".join(term.name for term in (*event.themes, *event.audiences)),
        event.age,
        " ".join(price.words for price in event.prices),
        listed(event.access),
        event.season,
        event.help_wanted,
    )


def _when(event: Event) -> tuple[str, ...]:
    """Return its rhythm and its first dates in words: one may look for `mardi` or `décembre`."""
    rhythm = series_words(event.series) if event.series else ""
    return (rhythm, *map(when_words, islice(event.occurrences, MOST_TOLD)))


def _coded(one: Occurrence) -> str:
    """Return a date as the results' script reads it."""
    hour = "" if one.all_day else f"h{one.start:%H%M}"
    until = f"f{one.last_day:%Y%m%d}" if one.days > 1 else ""
    return f"j{one.day:%Y%m%d}{hour}{until}"
