"""The agenda as the radio programme reads it: a paragraph for each house, for the days until the next programme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from plugins.agenda.voice import alert_said, parted, regular_said, said
from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.saying import day_dated, when_said
from plugins.model.speech import reading_seconds, sentence, spoken
from plugins.model.telling import alerts, as_announced, rest, where
from plugins.model.text import french_spaces
from plugins.model.words import NBSP, day_words

WEEK = timedelta(days=7)
"""From one programme to the next."""
_ELSEWHERE = "Ailleurs"


class Voice(Struct, frozen=True):
    """A house as it is named on the air."""

    key: str
    name: str
    phone: str


def broadcast(show: str, air: datetime, houses: tuple[Voice, ...], events: tuple[Event, ...]) -> bytes:
    """Return what is read in a programme that goes on the air at a moment, and how long that takes, UTF-8.

    It is read on a known day, so it says « ce soir » and « demain », with the date beside for who hears it again.
    """
    body = french_spaces("\n\n".join(_paragraphs(air, houses, events)))
    head = f"{show}, {day_words(air.date())}\nDurée de lecture{NBSP}: {length(reading_seconds(body))}"
    return f"{head}\n\n{body}\n".encode()


def last_day(air: datetime) -> date:
    """Return the last day that a programme speaks of, which is that of the next one unless it is at midnight."""
    return (air + WEEK - timedelta(microseconds=1)).date()


def length(seconds: int) -> str:
    """Return `3 min 20`, `2 min`, `40 s`."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest}{NBSP}s"
    return f"{minutes}{NBSP}min" + (f"{NBSP}{rest:02}" if rest else "")


def _paragraphs(air: datetime, houses: Sequence[Voice], events: Iterable[Event]) -> Iterator[str]:
    first, last = air.date(), last_day(air)
    changed = [found for found in alerts(events, first, last) if found.occurrence.start >= air]
    plain = [found for found in as_announced(events, first, last) if _is_ahead(found, air)]
    until = spoken(day_dated(last, first))
    yield f"Voici l'agenda, jusqu'au {until}." if changed or plain else f"Rien n'est annoncé d'ici le {until}."
    if changed:
        yield "\n".join(alert_said(found, first) for found in changed)
    by_house = _by_house(plain, {house.key for house in houses})
    for house in (*houses, Voice("", _ELSEWHERE, "")):
        if house.key in by_house:
            yield "\n".join(_of_house(house, by_house[house.key], first))


def _is_ahead(found: Date, air: datetime) -> bool:
    """Return whether one can still go: it has not begun, or goes on for days; what begins after the next programme is for that one."""
    return air <= found.occurrence.start < air + WEEK or (found.occurrence.start < air and found.occurrence.last_day > air.date())


def _by_house(dates: Iterable[Date], known: set[str]) -> Mapping[str, list[Date]]:
    """Return the dates by the key of the house that organises or welcomes them, each told once; empty for those of no house."""
    found: dict[str, list[Date]] = defaultdict(list)
    for one in dates:
        keys = (*(house.key for house in one.event.houses), one.venue.key if one.venue else "")
        found[next((key for key in keys if key in known), "")].append(one)
    return found


def _of_house(house: Voice, dates: Iterable[Date], first: date) -> Iterator[str]:
    once, regular = parted(dates)
    yield sentence(spoken(house.name))
    yield from (" ".join(_in_full(found, house, first)) for found in once)
    if regular:
        yield "Et comme d'habitude :" if once else "Comme d'habitude :"
        yield from (regular_said(found, _place(found[0], house)) for found in regular)
    if house.phone:
        yield f"Pour joindre la maison : {house.phone}."


def _place(found: Date, house: Voice) -> str:
    """Return where a date takes place; empty when it is the house itself."""
    return where(found) if found.venue and found.venue.key != house.key else ""


def _in_full(found: Date, house: Voice, first: date) -> Iterator[str]:
    """Yield the sentences about what takes place once: when and where, what it is, the price and how to book."""
    yield said(found, when_said(found.occurrence, first), _place(found, house))
    if found.event.summary:
        yield sentence(spoken(found.event.summary))
    if more := rest(found, first):
        yield spoken(more)
