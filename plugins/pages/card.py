"""What lists show of a house, of a date of the agenda, of a text.

These hold only what a list shows: a template sees no more of an entry than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from plugins.build.lately import by_identity
from plugins.model.agenda import Date
from plugins.model.article import Article
from plugins.model.entry import Entry, Picture
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.place import House
from plugins.model.radio import Episode
from plugins.model.state import State
from plugins.model.text import listed
from plugins.model.words import day_words, hour_words
from plugins.pages.facets import facets

GRACE = timedelta(hours=2)
"""How long a date counts as going on for which nobody wrote an end."""


class Door(Struct, frozen=True):
    """A house as every page shows it: a colour, a name and how to reach it."""

    key: str
    name: str
    short: str
    address: str
    phone: str
    place: str
    """Postal address, one line."""


class Card(Struct, frozen=True):
    """One date of an event."""

    title: str
    address: str
    occurrence: Occurrence
    over: datetime
    """From when on it is over."""
    place: str
    """Name of the venue; empty when it is the organising house."""
    houses: tuple[Door, ...]
    state: str
    """`annulé`, `reporté`, `complet`; empty when it is simply on."""
    note: str
    """What is unlike what people expect: `au lieu de 15 h`, `pas au lieu habituel`; empty when nothing is."""
    price: str
    """`gratuit`, `3 € (adhérents) ou 5 €`; empty when nothing is said."""
    facets: str = ""
    """What a list that can be filtered asks of it, with spaces between: `maison:ors gratuit:1`."""


class Teaser(Struct, frozen=True):
    """A text in a list: its title leads to it."""

    title: str
    address: str
    summary: str
    picture: Picture | None
    day: date | None
    by: str
    """Who wrote it; empty when nobody signs."""


@by_identity()
def door(house: House) -> Door:
    """Return what lists show of a house."""
    return Door(house.key, house.title, house.short, house.address, house.phone, house.venue.address)


def doors(houses: Iterable[House]) -> tuple[Door, ...]:
    """Return what lists show of some houses, in the same order."""
    return tuple(map(door, houses))


def card(found: Date, offered: frozenset[str] = frozenset()) -> Card:
    """Return what lists show of one date; `offered` names the facets by which this list can be filtered."""
    shown = _card(found.event, found.occurrence)
    return replace(shown, facets=facet_words(found, offered)) if offered else shown


@by_identity()
def _card(event: Event, occurrence: Occurrence) -> Card:
    found = Date(occurrence, event)
    return Card(
        title=event.title,
        address=event.address,
        occurrence=occurrence,
        over=over(occurrence),
        place=place_name(found),
        houses=doors(event.houses),
        state=state_words(found.state),
        note=listed(_notes(found)),
        price=price_words(event),
    )


def facet_words(found: Date, offered: frozenset[str]) -> str:
    """Return those of the facets on offer that hold of a date, with spaces between."""
    return " ".join(facet for facet in facets(found) if facet in offered)


def over(occurrence: Occurrence) -> datetime:
    """Return when a date is over: at its end, some time after its start when it has none, at midnight when it lasts whole days."""
    if occurrence.end is not None:
        return occurrence.end
    return day_over(occurrence.start) if occurrence.all_day else occurrence.start + GRACE


def day_over(moment: datetime) -> datetime:
    """Return the midnight that ends the day of a moment."""
    return datetime.combine(moment.date() + timedelta(days=1), time(), moment.tzinfo)


def state_words(state: State) -> str:
    """Return the state in one word; empty when it is simply on."""
    return state.prefix.lower().rstrip(" –")


def _notes(found: Date) -> Iterator[str]:
    was, start = _was(found), found.occurrence.start
    if found.state is State.UNDATED:
        yield "nouvelle date à venir"
    if was.date() != start.date():
        yield f"au lieu du {day_words(was.date(), year=False)}"
    elif was != start:
        yield f"au lieu de {hour_words(was)}"
    if found.occurrence.change and found.occurrence.change.venue:
        yield "pas au lieu habituel"


def _was(found: Date) -> datetime:
    """Return when a date was announced to start, which is when it does unless it was put off."""
    change, planned = found.occurrence.change, found.event.planned
    if change:
        return change.was
    return planned.start if planned else found.occurrence.start


@by_identity()
def price_words(event: Event) -> str:
    """Return every price of an event in one phrase, empty when none is given."""
    return listed((price.words for price in event.prices), "ou")


def place_name(found: Date) -> str:
    """Return the name of the venue, empty when it is the house that organises; the place of one date alone is always named."""
    change = found.occurrence.change
    is_usual = change is None or change.venue is None
    if found.venue is None or (is_usual and found.venue.key in {house.key for house in found.event.houses}):
        return ""
    return found.venue.name


def teaser(entry: Entry) -> Teaser:
    """Return what lists show of a text; an episode has the day of its broadcast, an article its signature."""
    day = entry.aired.date() if isinstance(entry, Episode) else getattr(entry, "date", None)
    by = listed(entry.authors) if isinstance(entry, Article) else ""
    return Teaser(entry.title, entry.address, entry.summary, entry.picture, day, by)


def teasers(entries: Iterable[Entry]) -> tuple[Teaser, ...]:
    """Return what lists show of some texts, in the same order."""
    return tuple(teaser(entry) for entry in entries)
