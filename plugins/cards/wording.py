"""What the card of an event, a text or a house says."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from plugins.cards.card import Card
from plugins.cards.colors import ALARM, INK, PAPER, SUN, WHITE
from plugins.cards.labels import LOUD, Label
from plugins.model.agenda import Date, takes_place
from plugins.model.article import Article
from plugins.model.event import Event
from plugins.model.place import House, Venue
from plugins.model.saying import when_dated
from plugins.model.schedule import Series
from plugins.model.site import Identity
from plugins.model.state import State
from plugins.model.text import capital, fold, listed
from plugins.model.words import NBSP, date_words, series_words

_STATES = {
    State.ON: (),
    State.CANCELLED: (Label("ANNULÉ", ALARM, WHITE, LOUD),),
    State.POSTPONED: (Label("REPORTÉ", SUN, INK, LOUD),),
    State.UNDATED: (Label("REPORTÉ", SUN, INK, LOUD),),
    State.FULL: (Label("COMPLET", INK, PAPER, LOUD),),
}


def event_card(event: Event, today: date, site: str) -> Card:
    """Return the card of an event of which a date is left: of a series it says the rhythm, which stands for longer than the next date."""
    over = event.occurrences.over(today)
    coming = [Date(occurrence, event) for occurrence in event.occurrences[over:]]
    state = _state(event, coming)
    series = event.series if len(coming) > 1 else None
    when = _rhythm(series, event, is_begun=over > 0) if series else when_dated(coming[0].occurrence, today)
    venue = event.venue if series else coming[0].venue
    return Card(
        title=event.title,
        strong=capital(_said(when, state)),
        soft=_where(venue) if venue else (),
        labels=(*_STATES[state], *map(_door, event.houses)),
        colors=_colors(event.houses),
        site=site,
        is_off=state is State.CANCELLED,
    )


def article_card(article: Article, identity: Identity) -> Card:
    """Return the card of an article or a piece of news."""
    magazine = identity.magazine.partition(" – ")[0] or "Le journal"
    rubric = "Actualités" if article.number is None else f"{magazine} n°{NBSP}{article.number}"
    labels = (Label(rubric, INK, PAPER), *map(_door, article.houses))
    return Card(article.title, listed(article.authors), (date_words(article.date),), labels, _colors(article.houses), identity.name)


def house_card(house: House, site: str) -> Card:
    """Return the card of a house: where one finds it."""
    return Card(house.title, capital(_street(house.venue)), tuple(filter(None, (house.phone,))), (), (house.color,), site)


def _state(event: Event, coming: list[Date]) -> State:
    """Return whether one can come: what is said of all the dates that are left, else of the event."""
    states = {found.state for found in coming}
    if len(states) == 1:
        return states.pop()
    return event.state if any(map(takes_place, coming)) else State.CANCELLED


def _said(when: str, state: State) -> str:
    if state is State.UNDATED:
        return "Nouvelle date à venir"
    return f"Nouvelle date{NBSP}: {when}" if state is State.POSTPONED else when


def _rhythm(series: Series, event: Event, *, is_begun: bool) -> str:
    """Return how an event comes back, without the single days that are unlike the others: they are on its page."""
    if series.rule is None:
        return series_words(series)
    words = series_words(replace(series, skip=replace(series.skip, days=(), spans=()), extra=()))
    return words if is_begun else f"dès le {date_words(event.occurrences[0].day)}, {words}"


def _where(venue: Venue) -> tuple[str, ...]:
    """Return the name of a place and its street; a place is often called by its street, and one that was typed is but a name."""
    street = _street(venue)
    if not street:
        name, _, town = venue.name.rpartition(", ")
        return tuple(filter(None, (name, town)))
    return (capital(street),) if fold(street).startswith(fold(venue.name)) else (venue.name, street)


def _street(venue: Venue) -> str:
    return ", ".join(filter(None, (venue.street, venue.town)))


def _door(house: House) -> Label:
    return Label(house.short, house.color, WHITE)


def _colors(houses: tuple[House, ...]) -> tuple[str, ...]:
    return tuple(house.color for house in houses)
