"""Places as schema.org has them."""

from __future__ import annotations

from plugins.model.coordinates import Coordinates
from plugins.model.place import Venue
from plugins.pages.linked_data.things import Thing, said

COUNTRY = "FR"


def place(venue: Venue) -> Thing:
    """Return a place, with what helps to get in as schema.org has it: `accessibilityFeature` is for works, not for places."""
    return said({"@type": "Place", "name": venue.name, "address": address(venue), "geo": point(venue.coordinates), "amenityFeature": features(venue)})


def address(venue: Venue) -> Thing | str:
    """Return a postal address; one as typed cannot be taken apart, and stays a text."""
    parts = said({"streetAddress": venue.street, "postalCode": venue.postcode, "addressLocality": venue.town})
    return {"@type": "PostalAddress", **parts, "addressCountry": COUNTRY} if parts else venue.name


def features(venue: Venue) -> list[Thing]:
    """Return what helps to get in."""
    return [{"@type": "LocationFeatureSpecification", "name": feature, "value": True} for feature in venue.access]


def point(found: Coordinates | None) -> Thing | None:
    """Return a point of the map, None where it is not known."""
    return {"@type": "GeoCoordinates", "latitude": found.latitude, "longitude": found.longitude} if found else None
