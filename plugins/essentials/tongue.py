"""A language: its glossary, and how it says dates, hours and sums; and a sentence told in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from string import Formatter

from msgspec import Struct

from plugins.essentials.glossary import Glossary
from plugins.essentials.said import Contact, Name, Place, Said, Term, Turns, Weekdays
from plugins.model.place import Venue
from plugins.model.price import Money, Price


class Part(Struct, frozen=True):
    """A piece of a sentence."""

    text: str
    is_french: bool = False
    """Whether it is in the writers' own words, in the middle of another language."""
    href: str = ""
    """Where it leads; empty: nowhere."""
    is_ltr: bool = False
    """Whether it is a number or an address, which go from left to right in all languages."""


class Tongue(Struct, frozen=True, eq=False):
    """A language with what it needs to fill the places of its sentences; one of each, known by itself."""

    glossary: Glossary
    day: Callable[[date], str]
    """Weekday, day, month and year."""
    short_day: Callable[[date], str]
    """The same without the weekday."""
    hour: Callable[[time], str]
    weekday: Callable[[int], str]
    """Monday is 0."""
    euros: Callable[[Decimal], str]
    listed: Callable[[Iterable[str]], str]
    plural: Callable[[int], str]
    """The plural category of a count, as CLDR names them."""
    place: Callable[[Venue], Part]
    """The name of a venue."""


def told(said: Said, tongue: Tongue) -> tuple[Part, ...]:
    """Return a sentence in a language, in as few parts as it can be; empty when the language does without it."""
    places = dict(said.places)
    form = tongue.glossary.sentences[said.key]
    if not isinstance(form, str):
        count = places["count"]
        assert isinstance(count, int)
        form = form[tongue.plural(count)]
    return tuple(_joined(_filled(form, places, tongue), said.href))


def _filled(form: str, places: Mapping[str, Place], tongue: Tongue) -> Iterator[Part]:
    for words, place in _pieces(form):
        if words:
            yield Part(words)
        if place:
            yield _part(places[place], tongue)


@lru_cache(maxsize=1024)
def _pieces(form: str) -> tuple[tuple[str, str | None], ...]:
    """Return the words of a sentence, each with the place after them."""
    return tuple((words, place) for words, place, _, _ in Formatter().parse(form))


def _joined(parts: Iterable[Part], href: str) -> Iterator[Part]:
    """Yield parts, those that stand together and are of one kind as one; `href` is where all of them lead."""
    text = ""
    for part in parts:
        if part.is_french or part.href:
            if text:
                yield Part(text, href=href)
            yield part
            text = ""
        else:
            text += part.text
    if text:
        yield Part(text, href=href)


def _part(place: Place, tongue: Tongue) -> Part:
    """Return what stands in a place."""
    match place:
        case Name(text):
            return Part(text, is_french=True)
        case Contact(text, href):
            return Part(text, href=href, is_ltr=True)
        case Venue():
            return tongue.place(place)
        case Price():
            return _amount(place, tongue)
        case _:
            return Part(_words(place, tongue))


def _words(place: Place, tongue: Tongue) -> str:
    match place:
        case date():
            return tongue.day(place)
        case time():
            return tongue.hour(place)
        case Term(key):
            return tongue.glossary.terms[key]
        case Weekdays() | Turns() | tuple():
            return tongue.listed(_each(place, tongue))
        case _:
            return str(place)


def _each(places: Weekdays | Turns | tuple[date, ...] | tuple[time, ...], tongue: Tongue) -> Iterator[str]:
    """Yield several days or hours."""
    match places:
        case Weekdays(numbers):
            yield from map(tongue.weekday, numbers)
        case Turns(pairs):
            yield from (tongue.glossary.turns[position][day] for position, day in pairs)
        case _:
            yield from (tongue.short_day(one) if isinstance(one, date) else tongue.hour(one) for one in places)


def _amount(price: Price, tongue: Tongue) -> Part:
    """Return a sum; time money has one name in all languages."""
    if price.money is Money.EURO:
        return Part(tongue.euros(price.amount))
    if price.money is Money.TIME:
        return Part(price.words.removesuffix(f" ({price.who})"), is_french=True)
    return Part(tongue.glossary.terms["free" if price.money is Money.FREE else "open"])
