"""One event as VEVENTs (RFC 5545 §3.6.1), made once and joined into every calendar that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import cached_property

from msgspec import Struct

from plugins.agenda.content_line import Moment, moments, parameter, recur, text, written
from plugins.agenda.recurrence import Recurrence, moment, recurrence
from plugins.agenda.revisions import with_revision
from plugins.model.agenda import Date
from plugins.model.coordinates import Coordinates
from plugins.model.event import Event
from plugins.model.occurrence import Change
from plugins.model.place import Venue
from plugins.model.price import Booking, Way
from plugins.model.revision import Revision
from plugins.model.site import Identity
from plugins.model.state import State
from plugins.model.words import NBSP, date_words

_AROUND = 70
"""Metres within which one has arrived, as Apple writes it of a building."""


class Vevent(Struct, frozen=True, dict=True):
    """An event on its way into calendars."""

    event: Event
    identity: Identity
    revision: Revision | None = None
    """What calendars were last told of it; None: nothing yet."""

    @cached_property
    def last_day(self) -> date:
        """The last day of the event; its dates are equally long, so they end in the order in which they start."""
        return self.event.occurrences[-1].last_day

    @property
    def modified(self) -> datetime | None:
        """When it last changed, in UTC, as far as it was published."""
        return self.revision.modified if self.revision else None

    @cached_property
    def text(self) -> bytes:
        """Its components, folded, each line ended by CRLF."""
        return written(with_revision(lines_of(self.event, self.identity), self.identity.url, self.revision))


def lines_of(event: Event, identity: Identity) -> list[str]:
    """Return the VEVENT of an event and those of its changed dates, as if nothing had been told of it before.

    Line for line as the icalendar library would write them, at a tenth of the cost.
    """
    changes = (line for one in event.occurrences.changed if one.change for line in _changed(Date(one, event), one.change, identity))
    return [*_whole(event, identity), *changes]


def _whole(event: Event, identity: Identity) -> Iterator[str]:
    """Yield the event with all its dates as announced."""
    when = recurrence(event)
    yield from _opening(event, event.state, when.start, when.end)
    yield f"SEQUENCE:{_sequence(event.state)}"
    yield from _again(when)
    yield from _what(event, event.state, event.venue, identity)


def _changed(date: Date, change: Change, identity: Identity) -> Iterator[str]:
    """Yield one date unlike the others, known by its first start (RFC 5545 §3.8.4.4)."""
    one, is_elsewhere = date.occurrence, change.venue is not None
    yield from _opening(date.event, date.state, moment(one.start, one.all_day), one.end and moment(one.end, one.all_day))
    yield moments("RECURRENCE-ID", moment(change.was, one.all_day))
    yield f"SEQUENCE:{1 if is_elsewhere or one.start != change.was else _sequence(date.state)}"
    yield from _what(date.event, date.state, date.venue, identity)


def _opening(event: Event, state: State, start: Moment, end: Moment | None) -> Iterator[str]:
    """Yield what must stand in a VEVENT."""
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{text(state.prefix + event.title)}"
    yield moments("DTSTART", start)
    if end is not None:
        yield moments("DTEND", end)
    yield f"DTSTAMP:{event.first.day.year:04}0101T000000Z"
    yield f"UID:{text(event.uid)}"


def _sequence(state: State) -> int:
    """Return 1 once it matters to who has the event already (RFC 5545 §3.8.7.4)."""
    return 0 if state in (State.ON, State.FULL) else 1


def _again(when: Recurrence) -> Iterator[str]:
    if when.rule:
        yield f"RRULE:{recur(when.rule)}"
    if when.added:
        yield moments("RDATE", *when.added)
    if when.excluded:
        yield moments("EXDATE", *when.excluded)


def _what(event: Event, state: State, venue: Venue | None, identity: Identity) -> Iterator[str]:
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
    yield f"DESCRIPTION:{text(description(event, state, page))}"
    if venue and venue.coordinates:
        yield f"GEO:{venue.coordinates.latitude};{venue.coordinates.longitude}"
    if picture:
        yield f"IMAGE;DISPLAY=BADGE;VALUE=URI:{picture}"
    if venue:
        yield f"LOCATION:{text(venue.line)}"
    yield "STATUS:CONFIRMED"
    yield f"TRANSP:{'OPAQUE' if state.takes_place else 'TRANSPARENT'}"
    yield f"URL:{page}"
    if venue and venue.coordinates:
        yield structured(venue, venue.coordinates)
    yield "END:VEVENT"


def structured(venue: Venue, point: Coordinates) -> str:
    """Return the line by which Apple's calendar shows a map and tells when to leave."""
    where = f"X-ADDRESS={parameter(venue.address)};X-APPLE-RADIUS={_AROUND};X-TITLE={parameter(venue.name)}"
    return f"X-APPLE-STRUCTURED-LOCATION;VALUE=URI;{where}:geo:{point.latitude},{point.longitude}"


def description(event: Event, state: State, page: str) -> str:
    """Return the event in plain text: how to book and the price first, for clients that show two lines; then the summary and the page."""
    waiting = [f"Reporté{NBSP}: la nouvelle date sera annoncée."] if state is State.UNDATED else []
    practical = [*waiting, *_booking(event), *_prices(event)]
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
