"""Calendars (RFC 5545, RFC 7986): a head, the town's time zone, and the events' own text."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from plugins.agenda.colors import css_name
from plugins.agenda.vevent import Vevent
from plugins.model.site import Identity

if TYPE_CHECKING:
    import icalendar

_REFRESH = timedelta(hours=6)
_END = b"END:VCALENDAR\r\n"


class Subscription(Struct, frozen=True):
    """A calendar that people subscribe to."""

    address: str
    """Its own, ending .ics."""
    name: str
    description: str
    page: str
    """Address of the page that shows the same."""
    color: str = ""
    """`#rrggbb`; empty: the client chooses."""


class Component(Protocol):
    """What a calendar holds."""

    @property
    def text(self) -> bytes:
        """A VEVENT, folded, each line ended by CRLF."""

    @property
    def modified(self) -> datetime | None:
        """When it last changed, in UTC; None when nobody knows."""


def subscription_calendar(subscription: Subscription, identity: Identity, vevents: tuple[Component, ...]) -> bytes:
    """Return the calendar to subscribe to, with the events in the order given."""
    modified = max((vevent.modified for vevent in vevents if vevent.modified), default=None)
    return _joined(_subscription_head(subscription, identity, modified), vevents)


@lru_cache(maxsize=256)
def _subscription_head(subscription: Subscription, identity: Identity, modified: datetime | None) -> bytes:
    """Return what a calendar starts with; the event that one writes in a preview stands in six of them, whose heads stay the same."""
    import icalendar  # slow to import, and most builds write no calendar

    head = _head(identity)
    for value, names in ((subscription.name, ("NAME", "X-WR-CALNAME")), (subscription.description, ("DESCRIPTION", "X-WR-CALDESC"))):
        for name in names:
            head.add(name, icalendar.vText(value))  # left alone, the library escapes nothing in the names that it does not know
    head.url = identity.absolute(subscription.page)
    head.add("SOURCE", icalendar.vUri(identity.absolute(subscription.address)), {"VALUE": "URI"})
    head.add("REFRESH-INTERVAL", icalendar.vDuration(_REFRESH), {"VALUE": "DURATION"})
    head.add("X-PUBLISHED-TTL", icalendar.vDuration(_REFRESH))
    if modified:
        head.add("LAST-MODIFIED", modified)
    if subscription.color:
        head.color = css_name(subscription.color)
        head.add("X-APPLE-CALENDAR-COLOR", subscription.color)
    return _opened(head)


def event_calendar(vevent: Vevent) -> bytes:
    """Return the file that puts one event into one's own calendar."""
    return _joined(_event_head(vevent.identity), (vevent,))


@lru_cache(maxsize=1)
def _event_head(identity: Identity) -> bytes:
    """Return the head that the files of all events share; writing it anew for each is half of their cost."""
    return _opened(_head(identity))


def _head(identity: Identity) -> icalendar.Calendar:
    """Return what every calendar starts with; no METHOD, which would want an ORGANIZER (RFC 5546 §3.2.1)."""
    import icalendar  # as above

    from plugins.agenda.vtimezone import timezone

    head = icalendar.Calendar()
    head.add("PRODID", f"-//{identity.name}//Agenda//FR")
    head.add("VERSION", "2.0")
    head.add("CALSCALE", "GREGORIAN")
    head.add("X-WR-TIMEZONE", identity.zone.key)
    head.add_component(timezone(identity.zone))
    return head


def _opened(head: icalendar.Calendar) -> bytes:
    """Return a calendar's text without its last line."""
    return bytes(head.to_ical()).removesuffix(_END)


def _joined(head: bytes, vevents: tuple[Component, ...]) -> bytes:
    return b"".join((head, *(vevent.text for vevent in vevents), _END))
