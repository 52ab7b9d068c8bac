"""A writer that is not ours: the same event through the icalendar library."""

from __future__ import annotations

from datetime import UTC, datetime

import icalendar

from plugins.agenda.recurrence import Recurrence, recurrence
from plugins.agenda.vevent import description
from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.place import Venue
from plugins.model.site import Identity
from plugins.model.state import State


def write_by_icalendar(event: Event, identity: Identity) -> bytes:
    """Return the VEVENTs of an event; the library puts the properties in order, escapes and folds."""
    whole = _event(event, event.state, event.venue, identity)
    _add_when(whole, recurrence(event))
    whole.add("SEQUENCE", _sequence(event.state))
    return b"".join(bytes(found.to_ical()) for found in (whole, *(_changed(Date(one, event), identity) for one in event.occurrences.changed)))


def _changed(date: Date, identity: Identity) -> icalendar.Event:
    one, change = date.occurrence, date.occurrence.change
    assert change is not None
    found = _event(date.event, date.state, date.venue, identity)
    found.add("DTSTART", one.day if one.all_day else one.start)
    if one.end:
        found.add("DTEND", one.end.date() if one.all_day else one.end)
    found.add("RECURRENCE-ID", change.was.date() if one.all_day else change.was)
    found.add("SEQUENCE", 1 if change.venue or one.start != change.was else _sequence(date.state))
    return found


def _sequence(state: State) -> int:
    return 0 if state in (State.ON, State.FULL) else 1


def _event(event: Event, state: State, venue: Venue | None, identity: Identity) -> icalendar.Event:
    found = icalendar.Event()
    found.add("UID", event.uid)
    found.add("DTSTAMP", datetime(event.first.day.year, 1, 1, tzinfo=UTC))
    found.add("STATUS", "CONFIRMED")
    found.add("TRANSP", "TRANSPARENT" if state in (State.CANCELLED, State.UNDATED) else "OPAQUE")
    found.add("SUMMARY", state.prefix + event.title)
    found.add("DESCRIPTION", description(event, state, identity.absolute(event.address)))
    if venue:
        found.add("LOCATION", venue.line)
        if venue.coordinates:
            found.add("GEO", (venue.coordinates.latitude, venue.coordinates.longitude))
    _add_what(found, event, identity)
    return found


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
    found.add("URL", identity.absolute(event.address))
    if event.themes:
        found.add("CATEGORIES", [theme.name for theme in event.themes])
    for booking in event.booking:
        if booking.to:
            found.add("CONTACT", booking.to)
    if event.picture:
        picture = identity.absolute(event.picture.file.address)
        found.add("IMAGE", icalendar.vUri(picture), {"VALUE": "URI", "DISPLAY": "BADGE"})
        found.add("ATTACH", icalendar.vUri(picture))
