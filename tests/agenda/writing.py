"""A writer that is not ours: the same event through the icalendar library."""

from __future__ import annotations

from datetime import UTC, datetime

import icalendar

from plugins.agenda.recurrence import Recurrence, recurrence
from plugins.agenda.vevent import description
from plugins.model.event import Event
from plugins.model.site import Identity
from plugins.model.state import State


def write_by_icalendar(event: Event, identity: Identity) -> bytes:
    """Return the VEVENT of an event; the library puts the properties in order, escapes and folds."""
    found = icalendar.Event()
    found.add("UID", event.uid)
    found.add("DTSTAMP", datetime(event.first.day.year, 1, 1, tzinfo=UTC))
    _add_when(found, recurrence(event))
    found.add("STATUS", "CONFIRMED")
    found.add("SEQUENCE", 0 if event.state in (State.ON, State.FULL) else 1)
    found.add("TRANSP", "TRANSPARENT" if event.state is State.CANCELLED else "OPAQUE")
    _add_what(found, event, identity)
    return bytes(found.to_ical())


def _add_when(found: icalendar.Event, when: Recurrence) -> None:
    found.add("DTSTART", when.start)
    if when.end is not None:
        found.add("DTEND", when.end)
    if when.rule:
        found.add("RRULE", dict(when.rule))
    if when.excluded:
        found.add("EXDATE", list(when.excluded))
    if when.added:
        found.add("RDATE", list(when.added))


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
