"""Open data: the agenda as JSON in OpenAgenda's shape (developers.openagenda.com, structure of an event)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from msgspec import Struct, json

from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.place import Venue
from plugins.model.price import Way
from plugins.model.site import Identity
from plugins.model.state import State

_LONGEST = timedelta(hours=24)
"""OpenAgenda takes no time slot longer than this."""
_SHORT = _LONGEST - timedelta(hours=1)
"""On the wall clock; a change of hour adds one at most, so that most slots need no look at it."""
_ASSUMED = timedelta(hours=1)
"""OpenAgenda wants an end to every time slot; this stands in for one that nobody wrote."""
_STATUS = {State.ON: 1, State.POSTPONED: 2, State.UNDATED: 4, State.FULL: 5, State.CANCELLED: 6}
_REGISTRATION = {Way.PHONE: "phone", Way.MAIL: "email", Way.LINK: "link"}


class Record(Struct, frozen=True, dict=True):
    """An event on its way into the open data."""

    event: Event
    identity: Identity
    since: date
    """The first day of which dates are told."""

    @cached_property
    def text(self) -> bytes:
        """The event as one JSON object, in UTF-8."""
        return json.encode(_record(self.identity, self.event, self.since))


def open_data(records: tuple[Record, ...]) -> bytes:
    """Return the events with their dates, as UTF-8 JSON."""
    return b'{"total":%d,"events":[%b]}\n' % (len(records), b",".join([record.text for record in records]))


def _record(identity: Identity, event: Event, since: date) -> dict[str, object]:
    kept = [one for one in event.occurrences if (one.day >= since or one.last_day >= since) and not _is_off(one)]
    found: dict[str, object] = {
        "uid": event.uid,
        "slug": event.slug,
        "title": {"fr": event.title},
        "description": {"fr": event.summary},
        "conditions": {"fr": ", ".join(price.words for price in event.prices)},
        "keywords": {"fr": [*(theme.name for theme in event.themes), *event.keywords]},
        "registration": [{"type": _REGISTRATION[way.way], "value": way.to} for way in event.booking if way.way in _REGISTRATION],
        "status": _STATUS[event.state],
        "timezone": identity.zone.key,
        "timings": [slot for occurrence in kept for slot in _slots(occurrence)],
        "location": _location(event.venue) if event.venue else None,
        "links": [{"link": identity.absolute(event.address)}],
    }
    if event.picture:
        found["image"] = identity.absolute(event.picture.file.address)
    return found


def _is_off(occurrence: Occurrence) -> bool:
    """Return whether one date of a series alone does not take place; of a whole event the status tells it."""
    change = occurrence.change
    return change is not None and change.state is not None and not change.state.takes_place


def _slots(occurrence: Occurrence) -> Iterator[dict[str, str]]:
    """Yield the time slots of a date: one, or one a day when it goes on for more than 24 hours."""
    begin, last = occurrence.start, occurrence.end or occurrence.start + _ASSUMED
    while begin < last:
        end = _slot_end(begin, last)
        yield {"begin": begin.isoformat(), "end": end.isoformat()}
        begin = last if end == last else _next_midnight(begin)


def _slot_end(begin: datetime, last: datetime) -> datetime:
    """Return the end of the slot that begins there; the day of 25 hours, in October, loses its last one."""
    if last - begin <= _SHORT:
        return last
    limit = (begin.astimezone(UTC) + _LONGEST).astimezone(begin.tzinfo)
    return last if last <= limit else min(limit, _next_midnight(begin))


def _next_midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date() + timedelta(days=1), datetime.min.time(), moment.tzinfo)


def _location(venue: Venue) -> dict[str, str]:
    return {"name": venue.name, "address": venue.address or venue.name, "postalCode": venue.postcode, "city": venue.town}
