"""The page of an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.build.again import same_again
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.price import Way
from plugins.model.site import Site
from plugins.model.state import State
from plugins.model.words import series_words, when_words
from plugins.pages.card import doors, price_words
from plugins.pages.frame import Link
from plugins.pages.months import Month
from plugins.pages.page import Face, Page, picture_of

NOTICES = {
    (State.ON, False): "",
    (State.ON, True): "C’est passé.",
    (State.CANCELLED, False): "Ce rendez-vous n’aura pas lieu.",
    (State.CANCELLED, True): "Ce rendez-vous n’a pas eu lieu.",
    (State.POSTPONED, False): "La date a changé\u00a0: voici la nouvelle.",
    (State.POSTPONED, True): "C’est passé.",
    (State.FULL, False): "Il n’y a plus de place.",
    (State.FULL, True): "C’est passé.",
}
"""What is said above an event, by its state and whether it is over."""
SHOWN = 5
"""How many coming dates are shown before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of an event as they stand on the day of the build."""

    next: Occurrence
    """The next date; the last one of an event that is over."""
    others: tuple[Occurrence, ...]
    """Coming dates after the next one."""
    more: tuple[Occurrence, ...]
    """Those folded away."""
    rhythm: str
    """The series in words; empty for an event that takes place once."""
    is_past: bool


def groups(site: Site) -> Iterator[tuple[str, tuple[Page, ...]]]:
    """Yield a page for each event, in a group for each month: what is over changes no more, whichever day it is."""
    for month, events in site.agenda.begun.items():
        bodies = tuple([site.html.get(event.path, "") for event in events])
        today = site.today if site.today <= _last_change(month, events) else None
        yield month, _pages(month, events, bodies, today, site.identity.season_ticket)


@same_again
def _last_change(_: str, events: tuple[Event, ...]) -> date:
    """Return the last day on which a date passes or a booking closes."""
    return max(max(event.occurrences[-1].last_day, event.book_before or date.min) for event in events)


@same_again
def _pages(_: str, events: tuple[Event, ...], bodies: tuple[str, ...], today: date | None, season_ticket: str) -> tuple[Page, ...]:
    return tuple(_page(event, html, today or date.max, season_ticket) for event, html in zip(events, bodies, strict=True))


def _page(event: Event, html: str, today: date, season_ticket: str) -> Page:
    of = {
        "event": event,
        "html": html,
        "over": event.occurrences.over(today),
        "is_closed": event.book_before is not None and event.book_before < today,
        "season_ticket": season_ticket if event.season else "",
    }
    return Page(event.address, "event", event_face, of)


def dates(event: Event, over: int) -> Dates:
    """Return the dates of an event, so many of which are over."""
    coming = event.occurrences[over:]
    after = coming[1:]
    return Dates(
        next=coming[0] if coming else event.occurrences[-1],
        others=after[:SHOWN],
        more=after[SHOWN:],
        rhythm=series_words(event.series) if event.series else "",
        is_past=not coming,
    )


def access_of(event: Event) -> tuple[str, ...]:
    """Return what helps to come in and take part: the venue's, then the event's own."""
    return tuple(dict.fromkeys((*(event.venue.access if event.venue else ()), *event.access)))


def event_face(event: Event, html: str, over: int, is_closed: bool, season_ticket: str) -> Face:
    """Return the page of an event. It changes only when one of its dates passes, or the booking closes, and not each day."""
    found = dates(event, over)
    month = Month(found.next.day.year, found.next.day.month)
    given = {
        "event": event,
        "html": html,
        "dates": found,
        "state": "" if event.state is State.ON else event.state.value,
        "notice": NOTICES[event.state, found.is_past],
        "month": Link(month.address, month.name),
        "houses": doors(event.houses),
        "access": access_of(event),
        "price": price_words(event),
        "ticket": f"{season_ticket} {event.season}".strip() if event.season else "",
        "is_closed": is_closed,
        "booking": tuple(way for way in event.booking if way.way is not Way.NONE),
        "is_open": any(way.way is Way.NONE for way in event.booking),
    }
    return Face(event.prefix + event.title, _description(event), picture_of(event), given)


def _description(event: Event) -> str:
    """Return the summary, or when and where."""
    where = f" – {event.venue.name}" if event.venue else ""
    return event.summary or when_words(event.first) + where
