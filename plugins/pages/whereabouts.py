"""Where an event takes place, and how to get there and in."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from plugins.model.agenda import Date
from plugins.model.place import Venue
from plugins.model.text import fold

MAP = "https://www.openstreetmap.org/"
ZOOM = 18
"""Of the map: one sees the street and its buildings."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place as a page tells of it."""

    name: str
    address: str
    """One line; empty when the name says it all."""
    directions: str
    map: str
    """Link to a map."""


def whereabouts(venue: Venue) -> Whereabouts:
    """Return what a page tells of a place."""
    return Whereabouts(venue.name, venue.address, venue.directions, map_link(venue))


def map_link(venue: Venue) -> str:
    """Return the map with a mark at the place, or with the results for its address where its point is not known."""
    if venue.coordinates is None:
        return f"{MAP}search?query={quote(venue.address if venue.street else venue.line, safe='')}"
    latitude, longitude = venue.coordinates.latitude, venue.coordinates.longitude
    return f"{MAP}?mlat={latitude}&mlon={longitude}#map={ZOOM}/{latitude}/{longitude}"


def place_line(venue: Venue) -> str:
    """Return name and address on one line, what both say once: a place is often called by its street."""
    return venue.address if fold(venue.address).startswith(fold(venue.name)) else venue.line


def access_of(found: Date) -> tuple[str, ...]:
    """Return what helps to come in and take part: the venue's, then the event's own."""
    return tuple(dict.fromkeys((*(found.venue.access if found.venue else ()), *found.event.access)))
