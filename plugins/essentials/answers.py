"""The answers to all questions but « Quand ? »: each yields its sentences in no language yet."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.essentials.access import access
from plugins.essentials.said import Contact, Name, Said, Term, alert, say
from plugins.essentials.subject import Subject
from plugins.model.price import Booking, Money, Price, Way
from plugins.model.speech import sentence
from plugins.model.state import State
from plugins.model.text import fold

_WHO = {"adherents": "members", "adherent": "members", "autres": "others", "autre": "others", "non adherents": "others"}
"""For whom a price is, as writers type it, folded; the glossaries know these."""


def what(subject: Subject) -> Iterator[Said]:
    """Yield what it is called."""
    yield say("title", title=Name(subject.event.title))
    yield say("names")


def place(subject: Subject) -> Iterator[Said]:
    """Yield where it takes place."""
    venue, change = subject.next.venue, subject.next.occurrence.change
    if venue is None:
        if not subject.is_over and not subject.is_off:
            yield say("no_place")
        return
    if change and change.venue and not subject.is_over:
        yield alert("other_place")
    if not venue.name or fold(venue.address).startswith(fold(venue.name)):
        yield say("address", address=Name(venue.address or venue.name))
        return
    yield say("planned_place", place=Name(venue.name)) if subject.is_off else say("over_place" if subject.is_over else "place", place=venue)
    if venue.address:
        yield say("address", address=Name(venue.address))


def way(subject: Subject) -> Iterator[Said]:
    """Yield how to get there and in; nothing when nobody is to come."""
    if subject.is_over or subject.is_off:
        return
    venue = subject.next.venue
    if venue and venue.directions:
        yield say("directions", directions=Name(sentence(venue.directions)))
    if subject.map:
        yield Said("map", href=subject.map)
    yield from access(subject.next)


def cost(subject: Subject) -> Iterator[Said]:
    """Yield each price, the others as another way to pay; nothing when nobody is to come."""
    if subject.is_off:
        return
    prices = subject.event.prices
    if not prices and not subject.is_over:
        yield say("no_price")
    for price in prices:
        yield _price(price, prices)
    if any(price.money is Money.TIME for price in prices):
        yield say("time_money", money=Name(Money.TIME.value))


def _price(price: Price, prices: tuple[Price, ...]) -> Said:
    """Return one price among others; where some have a price of their own, one that says nobody is for the rest, unless it is paid otherwise."""
    is_other = price is not prices[0]
    if who := _who(price, is_rest=any(one.who and one.money is price.money for one in prices)):
        return say("price_for", who=who, amount=price)
    if price.money is Money.FREE:
        return say("free")
    if price.money is Money.OPEN:
        return say("open_too" if is_other else "open")
    return say("price_too" if is_other else "price", amount=price)


def _who(price: Price, *, is_rest: bool) -> Term | Name | None:
    if key := _WHO.get(fold(price.who)):
        return Term(key)
    return Name(f"«\u00a0{price.who}\u00a0»") if price.who else Term("others") if is_rest else None


def booking(subject: Subject) -> Iterator[Said]:
    """Yield whether one has to sign up, how and until when; nothing when nobody is to come."""
    event = subject.event
    if subject.is_over or subject.is_off:
        return
    if event.state is State.FULL:
        yield alert("full")
    elif subject.is_closed and event.book_before:
        yield say("closed", day=event.book_before)
    else:
        if subject.next.state is State.FULL:
            yield alert("next_full")
        yield from _ways(subject)


def _ways(subject: Subject) -> Iterator[Said]:
    event = subject.event
    ways = [booking for booking in event.booking if booking.way is not Way.NONE]
    is_open = len(ways) < len(event.booking)
    if not ways and not event.book_before:
        yield say("no_booking" if is_open else "unknown_booking")
        return
    yield say("optional" if is_open else "must")
    yield from map(_way, ways)
    if event.book_before:
        yield say("book_until", day=event.book_before)


def _way(booking: Booking) -> Said:
    if booking.way is Way.LINK:
        return Said("online", href=booking.href)
    contact = Contact(booking.to, booking.href)
    return say("phone", phone=contact) if booking.way is Way.PHONE else say("mail", mail=contact)
