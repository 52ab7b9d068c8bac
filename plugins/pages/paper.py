"""The agenda on paper: two weeks in large print, day by day, in sentences, for the wall of an entrance hall and for who has no screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from msgspec import Struct

from plugins.model.agenda import Date, dates, takes_place
from plugins.model.event import Event
from plugins.model.place import House
from plugins.model.saying import day_dated
from plugins.model.site import Site
from plugins.model.telling import alert_sentence, alerts, hours_told, joined, rest, shown, where
from plugins.model.text import capital, listed
from plugins.model.words import NBSP, day_words
from plugins.pages import announced, trails
from plugins.pages.page import Face, Page

DAYS = 14


class Phone(Struct, frozen=True):
    """Whom one calls."""

    house: str
    number: str


class Told(Struct, frozen=True):
    """One date, in sentences."""

    when: str
    title: str
    end: str
    """What ends the sentence; empty when the title does."""
    address: str
    rest: str


class Sheet(Struct, frozen=True):
    """One day on paper."""

    day: str
    """`Jeudi 26 novembre`."""
    told: tuple[Told, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the page."""
    last = site.today + timedelta(days=DAYS - 1)
    of = {"first": site.today, "houses": site.houses, "events": shown(site.agenda, site.today, last)}
    yield Page("/agenda/texte/", "paper", paper_face, of)


def paper_face(first: date, houses: tuple[House, ...], events: tuple[Event, ...]) -> Face:
    """Return the two weeks from a day on. A sheet hangs for days, so it says each date and never « ce soir »."""
    last = first + timedelta(days=DAYS - 1)
    words = f"du {day_words(first, year=False)} au {day_words(last)}"
    given = {
        "words": words,
        "phones": tuple(Phone(house.title, house.phone) for house in houses if house.phone),
        "alerts": tuple(alert_sentence(found, first) for found in alerts(events, first, last)),
        "sheets": tuple(_sheets(events, first, last)),
    }
    said = f"Les rendez-vous {words}, en gros caractères."
    return Face("L’agenda à imprimer", said, given=given, trail=trails.AGENDA, feeds=(announced.AGENDA,))


def _sheets(events: tuple[Event, ...], first: date, last: date) -> Iterator[Sheet]:
    """Yield the days on which something takes place; what goes on since before stands on the first."""
    coming = filter(takes_place, dates(events, first, last))
    for day, found in groupby(coming, key=lambda one: max(one.occurrence.day, first)):
        yield Sheet(capital(day_dated(day, first)), tuple(_told(one, first) for one in found))


def _told(found: Date, first: date) -> Told:
    event = found.event
    when = capital(joined(hours_told(found.occurrence, first), where(found)))
    is_away = found.venue is None or found.venue.key not in {house.key for house in event.houses}
    by = f"Organisé par{NBSP}: {listed(house.title for house in event.houses)}." if is_away and event.houses else ""
    end = "" if event.title.endswith((".", "!", "?", "…")) else "."
    return Told(when, event.title, end, event.address, " ".join(part for part in (rest(found, first), by) if part))
