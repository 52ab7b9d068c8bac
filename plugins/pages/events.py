"""The page of an event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import repeat

from msgspec import Struct
from msgspec.structs import replace

from plugins.build.again import same_again
from plugins.build.lately import by_identity
from plugins.essentials.card import cards
from plugins.essentials.subject import Subject
from plugins.model.agenda import Begun, Date, takes_place
from plugins.model.entry import File
from plugins.model.event import Event
from plugins.model.place import House
from plugins.model.share_card import share_card
from plugins.model.site import Identity, Site
from plugins.model.state import State
from plugins.model.text import capital
from plugins.pages import trails
from plugins.pages.announced import CALENDAR, Feed
from plugins.pages.card import Door, door
from plugins.pages.event_heads import description, mark
from plugins.pages.frame import Frame, Link
from plugins.pages.linked_data.events import event_thing
from plugins.pages.linked_data.things import Thing
from plugins.pages.months import Month
from plugins.pages.occasions import Dates, dates, notice, planned
from plugins.pages.on_air import OnAir, spoken_links
from plugins.pages.page import Face, Page, Pages
from plugins.pages.sharing import google_link, share_text
from plugins.pages.similar import like, similar
from plugins.pages.whereabouts import map_link


class Progress(Struct, frozen=True):
    """How far an event is on the day of the build."""

    over: int
    """How many of its dates are over."""
    is_closed: bool
    """Whether one can no longer book."""


class Contact(Struct, frozen=True):
    """Whom to ask."""

    door: Door
    mail: str


class Beside(Struct, frozen=True):
    """What stands beside an event on the site."""

    alike: tuple[Event, ...]
    """What comes too and is like it."""
    on_air: tuple[Link, ...]
    """Where it is spoken of on the radio."""
    has_twin: bool = False
    """Whether another event has its title and its first day."""


_ALONE = Beside((), ())
"""What most pages lead on to: those of what is over."""
TEMPLATE = "event"


def months(site: Site) -> Iterator[Pages]:
    """Yield the pages of the events that begin in each month: what is over changes no more, whichever day it is."""
    begun = site.agenda.begun
    live = {month: those for month, those in begun.items() if site.today <= _last_change(those)}
    beside = _beside(_alike(live, site.today), spoken_links(site))
    for month, those in begun.items():
        of = {
            "begun": those,
            "bodies": tuple(map(site.html.get, those.paths, repeat(""))),
            "beside": tuple(map(beside.get, those.paths, repeat(_ALONE))),
            "today": site.today if month in live else None,
            "identity": site.identity,
        }
        yield Pages(month, TEMPLATE, pages, of)


def _beside(alike: Mapping[str, tuple[Event, ...]], on_air: OnAir) -> Mapping[str, Beside]:
    """Return by path what stands beside the events that have something beside them."""
    return {path: Beside(alike.get(path, ()), on_air.get(path, ())) for path in alike.keys() | on_air.keys()}


def _alike(live: Mapping[str, Begun], today: date) -> Mapping[str, tuple[Event, ...]]:
    """Return what is like each event that is not over, among those that one can still come to."""
    left = [_left(month, begun, today) for month, begun in live.items()]
    wanting = tuple(event for events, _ in left for event in events)
    return similar("events", wanting, tuple(event for _, events in left for event in events))


@same_again
def _left(_: str, begun: Begun, today: date) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Return those of some events that are not over, then those of them to which one can still come."""
    left = tuple(event for event in begun.events if event.occurrences.over(today) < len(event.occurrences))
    return left, tuple(event for event in left if _is_on(event, today))


def _is_on(event: Event, today: date) -> bool:
    """Return whether a date of an event is left to come for."""
    all_dates = event.occurrences
    return any(takes_place(Date(all_dates[index], event)) for index in range(all_dates.over(today), len(all_dates)))


@by_identity()
def _last_change(begun: Begun) -> date:
    """Return the last day on which a date passes or a booking closes."""
    return max(begun.last_day, *(event.book_before or date.min for event in begun.events))


def pages(begun: Begun, bodies: tuple[str, ...], beside: tuple[Beside, ...], today: date | None, identity: Identity) -> Iterator[Page]:
    """Yield the page of each event; without `today` all is over."""
    for event, html, more in zip(begun.events, bodies, _with_twins(begun.events, beside), strict=True):
        yield _page(event, html, more, today or date.max, identity)


def _with_twins(events: tuple[Event, ...], beside: tuple[Beside, ...]) -> Iterator[Beside]:
    """Yield what stands beside each event of a month; twins begin in the same month, so that no others need be asked."""
    count = Counter((event.title, event.first.day) for event in events)
    for event, more in zip(events, beside, strict=True):
        yield replace(more, has_twin=True) if count[event.title, event.first.day] > 1 else more


def _page(event: Event, html: str, beside: Beside, today: date, identity: Identity) -> Page:
    of = {
        "event": event,
        "html": html,
        "beside": beside,
        "progress": Progress(event.occurrences.over(today), event.book_before is not None and event.book_before < today),
        "identity": identity,
    }
    return Page(event.address, TEMPLATE, event_face, of)


def event_face(event: Event, html: str, beside: Beside, progress: Progress, identity: Identity) -> Face:
    """Return the page of an event. It changes only when one of its dates passes, or the booking closes, and not each day."""
    found = dates(event, progress.over)
    given = {
        "event": event,
        "html": html,
        **_when(event, found),
        **_practical(event, found, progress, identity),
        "share": "" if found.is_past else share_text(event, found, identity),
        "google": "" if found.is_off else google_link(event, found, identity),
        "alike": tuple(map(like, beside.alike)),
        "on_air": beside.on_air,
    }
    card = _card(event, found)
    return Face(
        event.prefix + event.title,
        description(event, found),
        card,
        given,
        mark=mark(event, found, beside.has_twin),
        trail=(*trails.AGENDA, _month(found)),
        feeds=() if found.is_off else (Feed(f"{event.address}evenement.ics", "Ce rendez-vous dans votre calendrier", CALENDAR),),
        things=partial(_things, event, found, progress.is_closed, None if found.is_past else card),
    )


def _card(event: Event, found: Dates) -> File | None:
    """Return what is shown when an event is shared: once it is over, the card of its house, which stays true."""
    if found.is_past:
        return share_card(event.houses[0].address) if event.houses else None
    return share_card(event.address)


def _month(found: Dates) -> Link:
    """Return the way to the month of the date that the page shows first."""
    day = found.next.occurrence.day
    month = Month(day.year, day.month)
    return Link(month.address, capital(month.name))


def _things(event: Event, found: Dates, is_closed: bool, card: File | None, frame: Frame) -> Iterator[Thing]:
    yield event_thing(event, found, frame.identity, is_closed, card)


def _when(event: Event, found: Dates) -> Mapping[str, object]:
    """Return what the page says of its dates, and whether they hold."""
    return {
        "dates": found,
        "state": event.prefix.removesuffix(" – "),
        "notice": notice(event, found),
        "planned": planned(event),
        "is_undated": event.state is State.UNDATED,
    }


def _practical(event: Event, found: Dates, progress: Progress, identity: Identity) -> Mapping[str, object]:
    """Return what one needs to know in order to come."""
    venue = found.next.venue
    subject = Subject(event, found.next, found.coming, progress.is_closed, map_link(venue) if venue else "")
    return {
        "cards": cards(subject),
        "ticket": f"{identity.season_ticket} {event.season}".strip() if event.season else "",
        "contacts": tuple(_contact(house) for house in event.houses),
    }


def _contact(house: House) -> Contact:
    return Contact(door(house), house.mail)
