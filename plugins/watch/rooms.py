"""The same room twice at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from plugins.model.agenda import Date
from plugins.model.event import PLACE
from plugins.model.problem import Problem
from plugins.model.telling import is_regular
from plugins.model.text import fold
from plugins.model.words import when_words
from plugins.watch.coming import Coming, doubt

LONG = 7
"""Days beyond which something leaves room for others: an exhibition does, a festival of a weekend does not."""
_ASSUMED = timedelta(hours=1)
"""How long a date lasts for which nobody wrote an end."""


def double_bookings(found: Iterable[Coming], houses: Collection[str], folder: str) -> Iterator[Problem]:
    """Yield a problem for each two events that meet in one room, at the first date on which they do.

    A known place, or an address as typed, is one room. A house has several, and a header that names none, or only the house,
    does not say which: its workshops of the year go on side by side, each in the room it was given in September, and are
    no matter of doubt. What takes place there only once wants the large room: two of those at the same time are asked about.
    A house that gives each of its rooms a file in the folder of places has them watched one by one.
    """
    rooms: dict[str, list[Date]] = defaultdict(list)
    for one in found:
        for date in one.dates:
            if room := _room(date, houses):
                rooms[room].append(date)
    for dates in rooms.values():
        yield from _told_once(_clashes(dates), folder)


def _room(found: Date, houses: Collection[str]) -> str:
    """Return what tells one room from another; empty for a date that takes up none."""
    venue = found.venue
    if venue is None or found.occurrence.days > LONG or (venue.key in houses and is_regular(found.event)):
        return ""
    return venue.key or fold(venue.line)


def _clashes(dates: Sequence[Date]) -> Iterator[tuple[Date, Date]]:
    """Yield the pairs of dates in one room that overlap; those that are over when the next begins are looked at no more."""
    going: list[Date] = []
    for found in sorted(dates, key=lambda one: (one.occurrence.start, one.event.path)):
        going = [other for other in going if _end(other) > found.occurrence.start]
        yield from ((other, found) for other in going if other.event is not found.event)
        going.append(found)


def _end(found: Date) -> datetime:
    return found.occurrence.end or found.occurrence.start + _ASSUMED


def _told_once(clashes: Iterable[tuple[Date, Date]], folder: str) -> Iterator[Problem]:
    """Yield a problem for the first clash of each two events."""
    told: set[frozenset[str]] = set()
    for other, found in clashes:
        pair = frozenset((other.event.path, found.event.path))
        if pair not in told:
            told.add(pair)
            yield _problem(other, found, folder)


def _problem(other: Date, found: Date, folder: str) -> Problem:
    place = found.venue.name if found.venue else ""
    return doubt(
        f"{folder}/{found.event.path}",
        PLACE.name,
        f"{place} : « {other.event.title} » y est aussi, {when_words(other.occurrence)} ({folder}/{other.event.path}).",
        f"Changez le lieu ou l'heure de l'un des deux ; s'il y a deux salles, donnez à chacune son fichier dans {folder}/lieux.",
    )
