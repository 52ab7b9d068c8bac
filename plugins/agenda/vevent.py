"""One event as a VEVENT (RFC 5545 §3.6.1), made once and joined into every calendar that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

import icalendar

from plugins.agenda.recurrence import Recurrence, recurrence
from plugins.model.agenda import takes_place
from plugins.model.event import Event, State
from plugins.model.price import Booking, Way
from plugins.model.site import Identity
from plugins.model.words import NBSP, date_words


@dataclass(frozen=True)
class Vevent:
    """An event on its way into calendars."""

    event: Event
    identity: Identity

    @cached_property
    def text(self) -> bytes:
        """The component, folded, each line ended by CRLF."""
        return vevent(self.event, self.identity)


def vevent(event: Event, identity: Identity) -> bytes:
    """Return the VEVENT of an event."""
    found = icalendar.Event()
    found.add("UID", event.uid)
    found.add("DTSTAMP", datetime(event.first.day.year, 1, 1, tzinfo=UTC))
    _add_when(found, recurrence(event))
    _add_state(found, event)
    _add_what(found, event, identity)
    return bytes(found.to_ical())


def _add_when(found: icalendar.Event, when: Recurrence) -> None:
    found.add("DTSTART", when.start)
    if when.end is not None:
        found.add("DTEND", when.end)
    if when.rule:
        found.add("RRULE", when.rule)
    if when.excluded:
        found.add("EXDATE", list(when.excluded))
    if when.added:
        found.add("RDATE", list(when.added))


def _add_state(found: icalendar.Event, event: Event) -> None:
    """STATUS stays CONFIRMED: with CANCELLED the event vanishes for Google's subscribers, who then come in vain."""
    found.add("STATUS", "CONFIRMED")
    found.add("SEQUENCE", 0 if event.state in (State.ON, State.FULL) else 1)
    found.add("TRANSP", "OPAQUE" if takes_place(event) else "TRANSPARENT")


def _add_what(found: icalendar.Event, event: Event, identity: Identity) -> None:
    page = identity.absolute(event.address)
    found.add("SUMMARY", event.prefix + event.title)
    found.add("DESCRIPTION", description(event, page))
    found.add("URL", page)
    if event.venue:
        found.add("LOCATION", event.venue.line)
    if event.themes:
        found.add("CATEGORIES", [theme.name for theme in event.themes])
    for booking in event.booking:
        if booking.to:
            found.add("CONTACT", booking.to)
    if event.picture:
        picture = identity.absolute(event.picture.file.address)
        found.add("IMAGE", icalendar.vUri(picture), {"VALUE": "URI", "DISPLAY": "BADGE"})
        found.add("ATTACH", icalendar.vUri(picture))


def description(event: Event, page: str) -> str:
    """Return the event in plain text: how to book and the price first, for clients that show two lines; then the summary and the page."""
    practical = [*_booking(event), *_prices(event)]
    return "\n\n".join(part for part in ("\n".join(practical), event.summary, page) if part)


def _booking(event: Event) -> list[str]:
    ways = [_way(booking) for booking in event.booking]
    if ways and event.book_before:
        ways[-1] += f", jusqu'au {date_words(event.book_before)}"
    asks = [] if any(booking.way is Way.PHONE for booking in event.booking) else [house.phone for house in event.houses if house.phone]
    return ways + [f"Renseignements{NBSP}: {phone}" for phone in asks]


def _way(booking: Booking) -> str:
    return "Sans inscription" if booking.way is Way.NONE else f"Inscription{NBSP}: {booking.to}"


def _prices(event: Event) -> list[str]:
    words = ", ".join(price.words for price in event.prices)
    return [f"Tarif{NBSP}: {words}"] if words else []
