"""What an event costs, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.event import Event
from plugins.model.price import Money, Price, Way
from plugins.model.site import Identity
from plugins.model.state import State
from plugins.pages.linked_data.things import SCHEMA, Thing, said


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
