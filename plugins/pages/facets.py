"""By what people choose among the dates of the agenda: one answer for the page of each choice and for the script that filters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.build.again import same_again
from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.place import Venue
from plugins.model.price import Money, Price, Way
from plugins.model.text import fold

FREE, ACCESSIBLE, OPEN, TICKET = "gratuit:1", "accessible:1", "sans-inscription:1", "passeport:1"

_EVERYONE = frozenset({"", "autres", "tous", "pour tous", "toutes et tous", "tout le monde"})
_WHEELCHAIR = ("fauteuil", "pmr")
_DENIED = ("pas ", "non ", "sans ", "inaccessible", "difficile", "sauf ")


def facets(found: Date) -> tuple[str, ...]:
    """Return all that holds of a date, each as a name and a value of the address' query: `maison:ors`, `gratuit:1`."""
    change = found.occurrence.change
    if change and change.venue:
        return tuple(dict.fromkeys(_facets(found.event, change.venue)))
    return _usual(found.event.path, found.event)


@same_again
def _usual(_: str, event: Event) -> tuple[str, ...]:
    """Return what holds of the dates of an event that have no place of their own: it is asked of each of them, for many pages."""
    return tuple(dict.fromkeys(_facets(event, None)))


def facets_of(event: Event, occurrences: Iterable[Occurrence]) -> frozenset[str]:
    """Return what holds of some date of an event; those without a place of their own are alike, so that one answers for them."""
    elsewhere = {occurrence.change.venue if occurrence.change else None for occurrence in occurrences}
    return frozenset(facet for venue in elsewhere for facet in (_facets(event, venue) if venue else _usual(event.path, event)))


def _facets(event: Event, elsewhere: Venue | None) -> Iterator[str]:
    venue = elsewhere or event.venue
    yield from (f"maison:{house.key}" for house in event.houses)
    if venue and venue.key:
        yield f"maison:{venue.key}"
    yield from (f"thematique:{term.key}" for term in event.themes)
    yield from (f"public:{term.key}" for term in event.audiences)
    if is_free(event.prices):
        yield FREE
    if is_accessible((*(venue.access if venue else ()), *(() if elsewhere else event.access))):
        yield ACCESSIBLE
    if any(booking.way is Way.NONE for booking in event.booking):
        yield OPEN
    if event.season:
        yield TICKET


def is_free(prices: Iterable[Price]) -> bool:
    """Return whether everybody can come without money: free, or each gives what they can; time money may be another way to pay.

    Nothing said is not free, and `gratuit (enfants), 5 € (adultes)` is not free for everybody.
    """
    said = tuple(prices)
    is_open = any(price.money in (Money.FREE, Money.OPEN) and fold(price.who) in _EVERYONE for price in said)
    return is_open and all(price.money is not Money.EURO for price in said)


def is_accessible(access: Iterable[str]) -> bool:
    """Return whether one can come in a wheelchair, from what is written of the way in; where someone says no, it is no."""
    said = [word for word in map(fold, access) if any(name in word for name in _WHEELCHAIR)]
    return bool(said) and not any(no in word for word in said for no in _DENIED)
