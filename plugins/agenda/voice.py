"""What is said aloud of dates: the same sentences on the answering machine and on the air."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from plugins.model.agenda import Date
from plugins.model.dates import WEEKDAYS
from plugins.model.event import Event
from plugins.model.speech import sentence, spoken
from plugins.model.state import State
from plugins.model.telling import alert_sentence, hours_told, is_regular, joined, where
from plugins.model.text import listed
from plugins.model.words import hours_words


def title(event: Event) -> str:
    """Return a title as it is said; a colon in it is a breath, since one stands before it already."""
    return spoken(event.title.replace(" :", ",").replace("\u00a0:", ","))


def alert_said(found: Date, today: date) -> str:
    """Return `Attention : annulé. Soupe partagée, jeudi 26 novembre, à 18 heures.`."""
    return sentence(spoken(alert_sentence(found, today)))


def date_said(found: Date, first: date) -> str:
    """Return what is said under the heading of a day: `À 15 heures, au Jardin partagé : Bal folk.`."""
    return said(found, hours_told(found.occurrence, first), where(found)) + _full(found)


def said(found: Date, *when_and_where: str) -> str:
    """Return a sentence for a date: when, where, and its title."""
    return sentence(f"{spoken(joined(*when_and_where))} : {title(found.event)}")


def _full(found: Date) -> str:
    return " C'est complet." if found.state is State.FULL else ""


def parted(dates: Iterable[Date]) -> tuple[list[Date], list[Sequence[Date]]]:
    """Return the dates of events that take place once, then those of each event that comes back; all are in order."""
    once: list[Date] = []
    regular: dict[tuple[str, State], list[Date]] = defaultdict(list)
    for found in dates:
        (regular[found.event.path, found.state] if is_regular(found.event) else once).append(found)
    return once, list(regular.values())


def regular_said(dates: Sequence[Date], place: str) -> str:
    """Return the dates of an event that comes back: `Mardi et jeudi, de 14 heures à 16 heures, à la Maison du Pont : Atelier couture.`."""
    return said(dates[0], listed(_days(dates)), place) + _full(dates[0])


def _days(dates: Iterable[Date]) -> Iterator[str]:
    """Yield the weekdays that share their hours, with them."""
    by_hours: dict[str, list[str]] = defaultdict(list)
    for found in dates:
        by_hours[hours_words(found.occurrence)].append(WEEKDAYS[found.occurrence.day.weekday()])
    yield from (f"{listed(dict.fromkeys(days))}, {hours}" for hours, days in by_hours.items())
