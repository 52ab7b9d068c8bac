"""Calendars (RFC 5545, RFC 7986): a head, the town's time zone, and the events' own text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from plugins.agenda.colors import css_name
from plugins.agenda.content_line import text, written
from plugins.agenda.vevent import Vevent
from plugins.agenda.vtimezone import timezone
from plugins.model.site import Identity

_REFRESH = "PT6H"
"""How long a client may keep what it has, a DURATION (RFC 5545 §3.3.6)."""
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class Subscription:
    """A calendar that people subscribe to."""

    address: str
    """Its own, ending .ics."""
    name: str
    description: str
    page: str
    """Address of the page that shows the same."""
    color: str = ""
    """`#rrggbb`; empty: the client chooses."""


def subscription_calendar(subscription: Subscription, identity: Identity, vevents: tuple[Vevent, ...]) -> bytes:
    """Return the calendar to subscribe to, with the events in the order given."""
    return _joined(_head(identity, _said(subscription), _links(subscription, identity)), vevents)


def event_calendar(vevent: Vevent) -> bytes:
    """Return the file that puts one event into one's own calendar."""
    return _joined(_event_head(vevent.identity), (vevent,))


@lru_cache(maxsize=1)
def _event_head(identity: Identity) -> bytes:
    """Return the head that the files of all events share; writing it anew for each is half of their cost."""
    return _head(identity)


def _said(subscription: Subscription) -> Iterable[str]:
    """Yield what a calendar says of itself, each twice: as RFC 7986 names it, and as older clients do."""
    for value, names in ((subscription.description, ("DESCRIPTION", "X-WR-CALDESC")), (subscription.name, ("NAME", "X-WR-CALNAME"))):
        yield from (f"{name}:{text(value)}" for name in names)
    if subscription.color:
        yield f"COLOR:{css_name(subscription.color)}"


def _links(subscription: Subscription, identity: Identity) -> Iterable[str]:
    """Yield where a calendar comes from and how often to look there again."""
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{_REFRESH}"
    yield f"SOURCE;VALUE=URI:{identity.absolute(subscription.address)}"
    yield f"URL:{identity.absolute(subscription.page)}"
    if subscription.color:
        yield f"X-APPLE-CALENDAR-COLOR:{subscription.color}"
    yield f"X-PUBLISHED-TTL:{_REFRESH}"


def _head(identity: Identity, said: Iterable[str] = (), links: Iterable[str] = ()) -> bytes:
    """Return what every calendar starts with; no METHOD, which would want an ORGANIZER (RFC 5546 §3.2.1)."""
    first = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{text(f'-//{identity.name}//Agenda//FR')}", "CALSCALE:GREGORIAN")
    return written([*first, *said, *links, f"X-WR-TIMEZONE:{identity.zone.key}", *timezone(identity.zone)])


def _joined(head: bytes, vevents: tuple[Vevent, ...]) -> bytes:
    return b"".join((head, *(vevent.text for vevent in vevents), _END))
