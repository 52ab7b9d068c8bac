"""Where an event takes place, on one line and on a map."""

from __future__ import annotations

from urllib.parse import quote

from plugins.model.place import Venue
from plugins.model.text import fold

MAP = "https://www.openstreetmap.org/"
ZOOM = 18
"""Of the map: one sees the street and its buildings."""


def map_link(venue: Venue) -> str:
    """Return the map with a mark at the place, or with the results for its address where its point is not known."""
    if venue.coordinates is None:
        return f"{MAP}search?query={quote(venue.address if venue.street else venue.line, safe='')}"
    latitude, longitude = venue.coordinates.latitude, venue.coordinates.longitude
    return f"{MAP}?mlat={latitude}&mlon={longitude}#map={ZOOM}/{latitude}/{longitude}"


def place_line(venue: Venue) -> str:
    """Return name and address on one line, what both say once: a place is often called by its street."""
    return venue.address if fold(venue.address).startswith(fold(venue.name)) else venue.line
