"""Whose site it is, the site itself, and the houses.

A house is a LocalBusiness: schema.org has no other type that is both an organisation and a place with opening hours (libraries are one too).
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.build.lately import by_identity
from plugins.model.place import House
from plugins.model.site import Identity
from plugins.pages.frame import Frame
from plugins.pages.linked_data.opening import opening
from plugins.pages.linked_data.places import address, features, point
from plugins.pages.linked_data.things import Thing, named, said

SEARCH = "/recherche/?q={search_term_string}"


def organisation(frame: Frame) -> Thing:
    """Return whose site it is, in few words: publishers and parents need no more."""
    identity = frame.identity
    return said({
        "@type": "Organization",
        "@id": identity.absolute("/#organisation"),
        "name": identity.name,
        "url": identity.absolute("/"),
        "logo": identity.absolute(frame.logo.address) if frame.logo else None,
    })  # fmt: skip


def home_things(houses: tuple[House, ...], frame: Frame) -> Iterator[Thing]:
    """Yield whose site it is with how to reach it, the site with its search, and each house."""
    identity, whole = frame.identity, organisation(frame)
    reach = {"description": identity.tagline, "address": identity.postal, "telephone": _tel(identity.phone), "email": identity.mail}
    yield said({**whole, **reach, "subOrganization": [{"@id": house_id(house, identity)} for house in houses]})
    yield _website(identity, whole)
    for house in houses:
        yield house_thing(house, frame, named(whole))


def house_things(house: House, frame: Frame) -> Iterator[Thing]:
    """Yield a house, with whom it belongs to."""
    yield house_thing(house, frame, organisation(frame))


def house_thing(house: House, frame: Frame, parent: Thing) -> Thing:
    """Return a house with all that helps to come."""
    identity, venue = frame.identity, house.venue
    return said({
        **house_name(house, identity),
        "@type": "LocalBusiness",
        "description": house.summary,
        "parentOrganization": parent,
        "address": address(venue),
        "geo": point(venue.coordinates),
        "amenityFeature": features(venue),
        "openingHoursSpecification": opening(house.hours),
        "image": identity.absolute(house.picture.file.address) if house.picture else None,
    })  # fmt: skip


@by_identity()
def house_name(house: House, identity: Identity) -> Thing:
    """Return a house as an organiser: who it is and how to reach it."""
    return said({
        "@type": "Organization",
        "@id": house_id(house, identity),
        "name": house.title,
        "url": identity.absolute(house.address),
        "telephone": _tel(house.phone),
        "email": house.mail,
    })  # fmt: skip


def house_id(house: House, identity: Identity) -> str:
    """Return the name of a house in graphs, the same on all pages."""
    return identity.absolute(f"{house.address}#maison")


def _tel(number: str) -> str:
    """Return a French number with its country, as Google asks."""
    return f"+33 {number[1:]}" if number else ""


def _website(identity: Identity, publisher: Thing) -> Thing:
    found = {"@type": "EntryPoint", "urlTemplate": identity.url + SEARCH}  # its braces stay as they are
    return {
        "@type": "WebSite",
        "@id": identity.absolute("/#site"),
        "url": identity.absolute("/"),
        "name": identity.name,
        "inLanguage": "fr",
        "publisher": named(publisher),
        "potentialAction": {"@type": "SearchAction", "target": found, "query-input": "required name=search_term_string"},
    }
