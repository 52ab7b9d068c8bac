"""One event as a VEVENT (RFC 5545 §3.6.1), made once and joined into every calendar that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from plugins.agenda.content_line import moments, recur, text, written
from plugins.agenda.recurrence import Recurrence, recurrence
from plugins.model.agenda import takes_place
from plugins.model.event import Event
from plugins.model.price import Booking, Way
from plugins.model.site import Identity
from plugins.model.state import State
from plugins.model.words import NBSP, date_words


@dataclass(frozen=True)
class Vevent:
    """An event on its way into calendars."""

    event: Event
    identity: Identity

    @cached_property
    def last_day(self) -> date:
        """The last day of the event; its dates are equally long, so they end in the order in which they start."""
        return self.event.occurrences[-1].last_day

    @cached_property
    def text(self) -> bytes:
        """The component, folded, each line ended by CRLF."""
        return vevent(self.event, self.identity)


def vevent(event: Event, identity: Identity) -> bytes:
    """Return the VEVENT of an event, byte for byte as the icalendar library would write it at ten times the cost."""
    return written(["BEGIN:VEVENT", *_when(event), *_what(event, identity), "END:VEVENT"])


def _when(event: Event) -> Iterator[str]:
    """Yield what must stand in an event, and when it takes place."""
    when = recurrence(event)
    yield f"SUMMARY:{text(event.prefix + event.title)}"
    yield moments("DTSTART", when.start)
    if when.end is not None:
        yield moments("DTEND", when.end)
    yield f"DTSTAMP:{event.first.day.year:04}0101T000000Z"
    yield f"UID:{text(event.uid)}"
    yield f"SEQUENCE:{0 if event.state in (State.ON, State.FULL) else 1}"
    yield from _again(when)


def _again(when: Recurrence) -> Iterator[str]:
    if when.rule:
        yield f"RRULE:{recur(when.rule)}"
    if when.added:
        yield moments("RDATE", *when.added)
    if when.excluded:
        yield moments("EXDATE", *when.excluded)


def _what(event: Event, identity: Identity) -> Iterator[str]:
    """Yield the rest, by name. STATUS stays CONFIRMED: with CANCELLED the event vanishes for Google's subscribers, who then come in vain."""
    page = identity.absolute(event.address)
    picture = identity.absolute(event.picture.file.address) if event.picture else ""
    if picture:
        yield f"ATTACH:{picture}"
    if event.themes:
        yield f"CATEGORIES:{','.join([text(theme.name) for theme in event.themes])}"
    for booking in event.booking:
        if booking.to:
            yield f"CONTACT:{text(booking.to)}"
    yield f"DESCRIPTION:{text(description(event, page))}"
    if picture:
        yield f"IMAGE;DISPLAY=BADGE;VALUE=URI:{picture}"
    if event.venue:
        yield f"LOCATION:{text(event.venue.line)}"
    yield "STATUS:CONFIRMED"
    yield f"TRANSP:{'OPAQUE' if takes_place(event) else 'TRANSPARENT'}"
    yield f"URL:{page}"


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
