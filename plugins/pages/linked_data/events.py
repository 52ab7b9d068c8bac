"""An event for search engines, by the rules of Google's documentation of events.

It wants the plain title without its state, a moment with its offset, a day alone where nobody wrote an hour,
and nothing that is not said on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from plugins.model.agenda import Date
from plugins.model.entry import File
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.place import Venue
from plugins.model.site import Identity
from plugins.model.state import State
from plugins.pages.facets import is_free
from plugins.pages.linked_data.offers import offers
from plugins.pages.linked_data.organisation import house_name
from plugins.pages.linked_data.places import place
from plugins.pages.linked_data.things import SCHEMA, Thing, named, said
from plugins.pages.occasions import Dates

MOST_DATES = 10
"""How many coming dates of a series are told one by one."""
_STATUS = {
    State.ON: "EventScheduled",
    State.FULL: "EventScheduled",
    State.CANCELLED: "EventCancelled",
    State.POSTPONED: "EventRescheduled",
    State.UNDATED: "EventPostponed",
}


def event_thing(event: Event, dates: Dates, identity: Identity, is_closed: bool, picture: File | None = None) -> Thing:
    """Return an event with its coming dates; with all that it had when it is over.

    A series lasts from its next date that takes place to its last one, and has its dates as subEvent, each with its own status.
    The place is told once, and named by each date that is there. `picture` stands for an event that has none of its own.
    """
    shown = [Date(occurrence, event) for occurrence in dates.coming or event.occurrences]
    is_alone = len(shown) == 1
    venue = shown[0].venue if is_alone else event.venue
    url = identity.absolute(event.address)
    where = {**place(venue), "@id": f"{url}#lieu"} if venue and not is_alone else place(venue) if venue else None
    image = event.picture.file if event.picture else picture
    found = {
        **(_date(shown[0], where) if is_alone else _span(event, dates, shown, where)),
        "url": url,
        "description": event.summary,
        "organizer": [house_name(house, identity) for house in event.houses] or _centre(identity),
        "offers": list(offers(event, identity, is_closed or dates.is_off)),
        "isAccessibleForFree": is_free(event.prices) if event.prices else None,
        "image": [identity.absolute(image.address)] if image else None,
        "audience": [{"@type": "Audience", "audienceType": audience.name} for audience in event.audiences],
        "maximumAttendeeCapacity": event.seats,
        "inLanguage": "fr",
        "subEvent": _dates(shown[:MOST_DATES], venue, where) if dates.coming and not is_alone else None,
    }
    return said(found)


def _dates(shown: Sequence[Date], usual: Venue | None, where: Thing | None) -> list[Thing]:
    """Return dates of a series, each in its place."""
    known = named(where) if where else None
    return [_date(one, known if one.venue == usual else place(one.venue) if one.venue else None) for one in shown]


def _date(found: Date, where: Thing | None) -> Thing:
    """Return one date as an Event of its own."""
    previous = _previous(found)
    is_moved = previous and found.state.takes_place
    return said({
        **_common(found.event, where),
        "startDate": _start(found.occurrence),
        "endDate": _end(found.occurrence),
        "previousStartDate": previous,
        "eventStatus": SCHEMA + _STATUS[State.POSTPONED if is_moved else found.state],
    })  # fmt: skip


def _span(event: Event, dates: Dates, shown: Sequence[Date], where: Thing | None) -> Thing:
    """Return several dates as one Event."""
    first, last = dates.next.occurrence if dates.coming else shown[0].occurrence, shown[-1].occurrence
    return said({
        **_common(event, where),
        "startDate": _start(first),
        "endDate": _end(last) or last.day.isoformat(),
        "eventStatus": SCHEMA + _STATUS[event.state],
    })  # fmt: skip


def _common(event: Event, where: Thing | None) -> Thing:
    return {"@type": "Event", "name": event.title, "eventAttendanceMode": f"{SCHEMA}OfflineEventAttendanceMode", "location": where}


def _centre(identity: Identity) -> list[Thing]:
    """Return the town's centre, which organises what no house does."""
    return [{"@type": "Organization", "@id": identity.absolute("/#organisation"), "name": identity.name, "url": identity.absolute("/")}]


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
