"""What the HTML and the text of a letter both say of a date, an event, a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from plugins.model.article import Article
from plugins.model.dates import MONTHS
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.price import Way
from plugins.model.text import capital, listed
from plugins.model.words import day_words, hours_words, when_words
from plugins.newsletter.composition import Composition, Feature, Regular

DOT = "\u00a0· "
"""Between two things said on one line; it never starts a line."""


def hours(occurrence: Occurrence) -> str:
    """Return what stands under a day: the hours, or first and last day when it lasts longer."""
    return hours_words(occurrence) if occurrence.days == 1 else when_words(occurrence, year=False)


def place(event: Event) -> str:
    """Return the place's name, or its address when it has no name; empty when none is known."""
    return (event.venue.name or event.venue.address) if event.venue else ""


def details(event: Event) -> str:
    """Return place, age and prices on one line."""
    return DOT.join(part for part in (place(event), event.age, listed((price.words for price in event.prices), "ou")) if part)


def line(occurrence: Occurrence, event: Event) -> str:
    """Return hours, place, age and prices of one date."""
    return DOT.join(part for part in (hours(occurrence), details(event)) if part)


def booking(event: Event) -> str:
    """Return how one books, in words; empty when nothing was said."""
    ways = [unbroken(found.to) for found in event.booking if found.to]
    if not ways:
        return "sans inscription" if any(found.way is Way.NONE for found in event.booking) else ""
    last = f", jusqu'au {day_words(event.book_before, year=False)}" if event.book_before else ""
    return f"inscription : {listed(ways, 'ou')}{last}"


def feature_lines(feature: Feature) -> list[str]:
    """Return what stands under the title of what comes first: date, place, booking, summary."""
    entry = feature.entry
    if isinstance(entry, Article) or feature.occurrence is None:
        return [entry.summary] if entry.summary else []
    where = DOT.join(part for part in (details(entry), booking(entry)) if part)
    return [line for line in (capital(when_words(feature.occurrence, year=False)), where, entry.summary) if line]


def regular_line(regular: Regular) -> str:
    """Return the dates, hours and place of an event that comes back: `lundi 30 novembre, puis jeudi 3 décembre, de 14 h à 16 h · Les Ors`."""
    by_hours = [(said, list(found)) for said, found in groupby(regular.occurrences, key=hours)]
    dates = DOT.join(_dates(said, found) for said, found in by_hours)
    return DOT.join(part for part in (dates, place(regular.event)) if part)


def span(composition: Composition) -> str:
    """Return the days the letter tells of: `du jeudi 26 novembre au dimanche 6 décembre`."""
    return f"du {day_words(composition.letter.day, year=False)} au {day_words(composition.last, year=False)}"


def nothing(composition: Composition) -> str:
    """Return what stands in the place of an empty agenda."""
    return "Pas d'autre rendez-vous ces jours-ci." if composition.features else "Pas de rendez-vous ces jours-ci."


def others(count: int) -> str:
    """Return how many dates the letter leaves to the agenda."""
    return f"et {count} autre{'s' if count > 1 else ''} rendez-vous dans l'agenda"


def unbroken(text: str) -> str:
    """Return a telephone number or an address of which no line breaks a part off."""
    return text.replace(" ", "\u00a0")


def _dates(said: str, found: Sequence[Occurrence]) -> str:
    if any(occurrence.days > 1 for occurrence in found):
        return said
    months = [(month, list(days)) for month, days in groupby((o.day for o in found), key=lambda day: day.month)]
    return ", puis ".join(f"{listed(map(_weekday, days))} {MONTHS[month - 1]}" for month, days in months) + f", {said}"


def _weekday(day: date) -> str:
    return day_words(day, year=False).removesuffix(f" {MONTHS[day.month - 1]}")
