"""What one can subscribe to, as the head of a page announces it (HTML, `rel=alternate`)."""

from __future__ import annotations

from msgspec import Struct

CALENDAR = "text/calendar"
ATOM = "application/atom+xml"
RSS = "application/rss+xml"


class Feed(Struct, frozen=True):
    """Something one subscribes to."""

    address: str
    label: str
    mime: str


AGENDA = Feed("/agenda.ics", "L’agenda dans votre calendrier", CALENDAR)
NEWS = Feed("/flux.xml", "Les nouveautés (Atom)", ATOM)
LETTERS = Feed("/lettre/flux.xml", "La lettre (Atom)", ATOM)


def calendar(address: str, label: str) -> Feed:
    """Return a calendar of its own; the whole agenda where there is none at an empty address."""
    return Feed(address, f"Agenda\u00a0: {label}", CALENDAR) if address else AGENDA


def podcast(show: str) -> Feed:
    """Return the feed of the programme."""
    return Feed("/la-bobine/podcast.xml", f"{show} en podcast", RSS)
