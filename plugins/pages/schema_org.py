"""The words of schema.org for what stands around an event: places, organisers, prices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.model.coordinates import Coordinates
from plugins.model.event import Event
from plugins.model.place import House, Venue
from plugins.model.price import Money, Price, Way
from plugins.model.site import Identity
from plugins.model.state import State

SCHEMA = "https://schema.org/"
COUNTRY = "FR"

Thing = Mapping[str, object]
"""One thing of schema.org, by property."""


def said(thing: Thing) -> Thing:
    """Return a thing without what nobody said."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def place(venue: Venue) -> Thing:
    """Return a place, with what helps to get in as schema.org has it: `accessibilityFeature` is for works, not for places."""
    point = _point(venue.coordinates) if venue.coordinates else None
    features = [{"@type": "LocationFeatureSpecification", "name": feature, "value": True} for feature in venue.access]
    return said({**address(venue), "geo": point, "amenityFeature": features})


def address(venue: Venue) -> Thing:
    """Return as much of a place as each date of a series needs; an address as typed cannot be taken apart, and stays a text."""
    parts = said({"streetAddress": venue.street, "postalCode": venue.postcode, "addressLocality": venue.town})
    whole = {"@type": "PostalAddress", **parts, "addressCountry": COUNTRY} if parts else venue.name
    return {"@type": "Place", "name": venue.name, "address": whole}


def _point(point: Coordinates) -> Thing:
    return {"@type": "GeoCoordinates", "latitude": point.latitude, "longitude": point.longitude}


def organizers(houses: tuple[House, ...], identity: Identity) -> Iterator[Thing]:
    """Yield the houses; the town's centre itself when none is named."""
    for house in houses:
        url = identity.absolute(house.address)
        yield said({"@type": "Organization", "name": house.title, "url": url, "telephone": house.phone, "email": house.mail})
    if not houses:
        yield {"@type": "Organization", "name": identity.name, "url": identity.absolute("/")}


def offers(event: Event, identity: Identity, is_over: bool) -> Iterator[Thing]:
    """Yield an offer for each price of an event; one without a price when it is full and no price is said."""
    availability = "SoldOut" if event.state is State.FULL else "" if is_over else "InStock"
    common = {
        "@type": "Offer",
        "url": next((way.to for way in event.booking if way.way is Way.LINK), identity.absolute(event.address)),
        "availability": availability and SCHEMA + availability,
        "validThrough": event.book_before.isoformat() if event.book_before else None,
    }
    for price in event.prices:
        yield said({**common, **_price(price)})
    if event.state is State.FULL and not event.prices:
        yield said(common)


def _price(price: Price) -> Thing:
    """Return the price as a number; time money is a currency too, for which schema.org takes its everyday name."""
    if price.money is Money.OPEN:
        return {"name": price.words, "priceSpecification": {"@type": "PriceSpecification", "minPrice": 0, "priceCurrency": "EUR"}}
    amount = float(price.amount)
    currency = Money.TIME.value if price.money is Money.TIME else "EUR"
    return {"name": price.who, "price": int(amount) if amount.is_integer() else amount, "priceCurrency": currency}
