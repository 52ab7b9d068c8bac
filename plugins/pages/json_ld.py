"""An event for search engines: schema.org/Event in JSON-LD, by the rules of Google's documentation of events.

Both want the plain title without its state, a moment with its offset, a day alone where nobody wrote an hour,
and nothing that is not said on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from json import JSONEncoder

from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.place import Venue
from plugins.model.site import Identity
from plugins.model.state import State
from plugins.pages.facets import is_free
from plugins.pages.occasions import Dates
from plugins.pages.schema_org import SCHEMA, Thing, address, offers, organizers, place, said

MOST_DATES = 10
"""How many coming dates of a series are told one by one."""
_STATUS = {
    State.ON: "EventScheduled",
    State.FULL: "EventScheduled",
    State.CANCELLED: "EventCancelled",
    State.POSTPONED: "EventRescheduled",
    State.UNDATED: "EventPostponed",
}
_JSON = JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def script(thing: Thing) -> str:
    """Return the JSON to stand in a `script` element, which no text in it can end (HTML, §4.12.1.3)."""
    return _JSON.encode(thing).replace("<", "\\u003c")


def event_thing(event: Event, dates: Dates, identity: Identity, description: str, is_closed: bool) -> Thing:
    """Return an event with its coming dates; with all that it had when it is over.

    A series lasts from its next date that takes place to its last one, and has its dates as subEvent, each with its own status.
    """
    shown = [Date(occurrence, event) for occurrence in dates.coming or event.occurrences]
    is_alone = len(shown) == 1
    venue = shown[0].venue if is_alone else event.venue
    found = {
        "@context": SCHEMA.rstrip("/"),
        **(_date(shown[0]) if is_alone else _span(event, dates, shown)),
        "location": place(venue) if venue else None,
        "url": identity.absolute(event.address),
        "description": description,
        "organizer": list(organizers(event.houses, identity)),
        "offers": list(offers(event, identity, is_closed or dates.is_off)),
        "isAccessibleForFree": is_free(event.prices) if event.prices else None,
        "image": [identity.absolute(event.picture.file.address)] if event.picture else None,
        "audience": [{"@type": "Audience", "audienceType": audience.name} for audience in event.audiences],
        "maximumAttendeeCapacity": event.seats,
        "inLanguage": "fr",
        "subEvent": [_date(one) for one in shown[:MOST_DATES]] if dates.coming and not is_alone else None,
    }
    return said(found)


def _date(found: Date) -> Thing:
    """Return one date as an Event of its own."""
    previous = _previous(found)
    is_moved = previous and found.state.takes_place
    return said({
        **_common(found.event, found.venue),
        "startDate": _start(found.occurrence),
        "endDate": _end(found.occurrence),
        "previousStartDate": previous,
        "eventStatus": SCHEMA + _STATUS[State.POSTPONED if is_moved else found.state],
    })  # fmt: skip


def _span(event: Event, dates: Dates, shown: Sequence[Date]) -> Thing:
    """Return several dates as one Event."""
    first, last = dates.next.occurrence if dates.coming else shown[0].occurrence, shown[-1].occurrence
    return said({
        **_common(event, event.venue),
        "startDate": _start(first),
        "endDate": _end(last) or last.day.isoformat(),
        "eventStatus": SCHEMA + _STATUS[event.state],
    })  # fmt: skip


def _common(event: Event, venue: Venue | None) -> Thing:
    return {
        "@type": "Event",
        "name": event.title,
        "eventAttendanceMode": f"{SCHEMA}OfflineEventAttendanceMode",
        "location": address(venue) if venue else None,
    }


def _previous(found: Date) -> str:
    """Return when a date was to start before it was moved; empty when it was not, or nobody wrote it."""
    occurrence, event = found.occurrence, found.event
    if found.state is State.UNDATED:
        return _start(occurrence)
    if occurrence.change:
        return "" if occurrence.change.was == occurrence.start else _moment(occurrence.change.was, occurrence.all_day)
    return _start(event.planned) if event.planned else ""


def _start(occurrence: Occurrence) -> str:
    return _moment(occurrence.start, occurrence.all_day)


def _end(occurrence: Occurrence) -> str:
    """Return the end: the last day itself where days are whole; empty when nobody wrote one."""
    if occurrence.all_day:
        return occurrence.last_day.isoformat()
    return _moment(occurrence.end, all_day=False) if occurrence.end else ""


def _moment(moment: datetime, all_day: bool) -> str:
    return moment.date().isoformat() if all_day else moment.isoformat(timespec="minutes")
