"""The page of an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from plugins.build.again import same_again
from plugins.model.agenda import Date, takes_place
from plugins.model.event import Event
from plugins.model.place import House
from plugins.model.price import Way
from plugins.model.site import Identity, Site
from plugins.model.state import State
from plugins.model.words import when_words
from plugins.pages.card import Door, door, price_words
from plugins.pages.frame import Link
from plugins.pages.json_ld import event_thing, script
from plugins.pages.months import Month
from plugins.pages.occasions import Dates, dates, notice, planned
from plugins.pages.on_air import spoken_links
from plugins.pages.page import Face, Page, picture_of
from plugins.pages.sharing import google_link, share_text
from plugins.pages.similar import like, similar
from plugins.pages.whereabouts import access_of, whereabouts


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an event is on the day of the build."""

    over: int
    """How many of its dates are over."""
    is_closed: bool
    """Whether one can no longer book."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask."""

    door: Door
    mail: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What the page of an event leads on to."""

    alike: tuple[Event, ...]
    """What comes too and is like it."""
    on_air: tuple[Link, ...]
    """Where it is spoken of on the radio."""


def groups(site: Site) -> Iterator[tuple[str, tuple[Page, ...]]]:
    """Yield a page for each event, in a group for each month: what is over changes no more, whichever day it is."""
    begun = site.agenda.begun
    live = {month: events for month, events in begun.items() if site.today <= _last_change(month, events)}
    alike, on_air = _alike(live, site.today), spoken_links(site)
    for month, events in begun.items():
        bodies = tuple([site.html.get(event.path, "") for event in events])
        beside = tuple([Beside(alike.get(event.path, ()), on_air.get(event.path, ())) for event in events])
        yield month, _pages(month, events, bodies, beside, site.today if month in live else None, site.identity)


def _alike(live: Mapping[str, tuple[Event, ...]], today: date) -> Mapping[str, tuple[Event, ...]]:
    """Return what is like each event that is not over, among those that one can still come to."""
    left = tuple(event for events in live.values() for event in events if event.occurrences.over(today) < len(event.occurrences))
    return similar("events", left, tuple(event for event in left if _is_on(event, today)))


def _is_on(event: Event, today: date) -> bool:
    """Return whether a date of an event is left to come for."""
    all_dates = event.occurrences
    return any(takes_place(Date(all_dates[index], event)) for index in range(all_dates.over(today), len(all_dates)))


@same_again
def _last_change(_: str, events: tuple[Event, ...]) -> date:
    """Return the last day on which a date passes or a booking closes."""
    return max(max(event.occurrences[-1].last_day, event.book_before or date.min) for event in events)


@same_again
def _pages(
    _: str, events: tuple[Event, ...], bodies: tuple[str, ...], beside: tuple[Beside, ...], today: date | None, identity: Identity
) -> tuple[Page, ...]:
    each = zip(events, bodies, beside, strict=True)
    return tuple(_page(event, html, more, today or date.max, identity) for event, html, more in each)


def _page(event: Event, html: str, beside: Beside, today: date, identity: Identity) -> Page:
    of = {
        "event": event,
        "html": html,
        "beside": beside,
        "progress": Progress(event.occurrences.over(today), event.book_before is not None and event.book_before < today),
        "identity": identity,
    }
    return Page(event.address, "event", event_face, of)


def event_face(event: Event, html: str, beside: Beside, progress: Progress, identity: Identity) -> Face:
    """Return the page of an event. It changes only when one of its dates passes, or the booking closes, and not each day."""
    found = dates(event, progress.over)
    description = event.summary or _description(found)
    given = {
        "event": event,
        "html": html,
        **_when(event, found),
        **_practical(event, found, progress, identity),
        "share": "" if found.is_past else share_text(event, found, identity),
        "google": "" if found.is_off else google_link(event, found, identity),
        "alike": tuple(map(like, beside.alike)),
        "on_air": beside.on_air,
        "json_ld": script(event_thing(event, found, identity, description, progress.is_closed)),
    }
    return Face(event.prefix + event.title, description, picture_of(event), given)


def _when(event: Event, found: Dates) -> Mapping[str, object]:
    """Return what the page says of its dates, and whether they hold."""
    month = Month(found.next.occurrence.day.year, found.next.occurrence.day.month)
    return {
        "dates": found,
        "state": event.prefix.removesuffix(" – "),
        "notice": notice(event, found),
        "planned": planned(event),
        "is_undated": event.state is State.UNDATED,
        "month": Link(month.address, month.name),
    }


def _practical(event: Event, found: Dates, progress: Progress, identity: Identity) -> Mapping[str, object]:
    """Return what one needs to know in order to come."""
    venue = found.next.venue
    return {
        "where": whereabouts(venue) if venue else None,
        "access": access_of(found.next),
        "price": price_words(event),
        "ticket": f"{identity.season_ticket} {event.season}".strip() if event.season else "",
        "is_closed": progress.is_closed,
        "booking": tuple(way for way in event.booking if way.way is not Way.NONE),
        "is_open": any(way.way is Way.NONE for way in event.booking),
        "contacts": tuple(_contact(house) for house in event.houses),
    }


def _contact(house: House) -> Contact:
    return Contact(door(house), house.mail)


def _description(found: Dates) -> str:
    """Return when and where."""
    where = f" – {found.next.venue.name}" if found.next.venue else ""
    return when_words(found.next.occurrence) + where
