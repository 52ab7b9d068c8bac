"""What the HTML and the text of a letter both say of a date, an event, a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from plugins.model.agenda import Date
from plugins.model.article import Article, Issue
from plugins.model.dates import MONTHS
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.place import Venue
from plugins.model.place_words import at_place
from plugins.model.price import Way
from plugins.model.saying import day_dated, when_dated
from plugins.model.site import Identity
from plugins.model.state import State
from plugins.model.text import capital, listed
from plugins.model.words import day_words, hour_words, hours_words, when_words
from plugins.newsletter.composition import Feature, Notice, Regular, Weekly
from plugins.newsletter.notices import is_elsewhere

DOT = "\u00a0· "
"""Between two things said on one line; it never starts a line."""
CHANGES = "Ce qui change"
AHEAD = "Le prochain rendez-vous :"
CONTENTS = "Au sommaire"
OPENINGS = "Les premières lignes"
PRINTED = "Le numéro à imprimer"
_ASIDES = {State.FULL: "il n'y a plus de place", State.UNDATED: "la nouvelle date n'est pas encore connue"}


def hours(occurrence: Occurrence) -> str:
    """Return what stands under a day: the hours, or first and last day when it lasts longer."""
    return hours_words(occurrence) if occurrence.days == 1 else when_words(occurrence, year=False)


def instead(date: Date) -> str:
    """Return what a date that was moved takes the place of: `au lieu du mardi 8 décembre`, `au lieu de 14 h`; empty for any other."""
    start, change, planned = date.occurrence.start, date.occurrence.change, date.event.planned
    was = change.was if change else planned.start if planned else start
    if was.date() != start.date():
        return f"au lieu du {day_words(was.date(), year=False)}"
    return f"au lieu de {hour_words(was)}" if was != start else ""


def place(venue: Venue | None) -> str:
    """Return the place's name, or its address when it has no name; empty when none is known."""
    return (venue.name or venue.address) if venue else ""


def details(date: Date) -> str:
    """Return place, age and prices on one line."""
    return DOT.join(part for part in (place(date.venue), date.event.age, listed((price.words for price in date.event.prices), "ou")) if part)


def line(date: Date) -> str:
    """Return hours, place, age and prices of one date."""
    return DOT.join(part for part in (hours(date.occurrence), instead(date), details(date)) if part)


def booking(event: Event, today: date) -> str:
    """Return how one books, in words, on the day of the letter; empty when nothing was said."""
    ways = [unbroken(found.to) for found in event.booking if found.to]
    if not ways:
        return "sans inscription" if any(found.way is Way.NONE for found in event.booking) else ""
    last = f", jusqu'au {day_dated(event.book_before, today)}" if event.book_before else ""
    return f"inscription : {listed(ways, 'ou')}{last}"


def feature_lines(feature: Feature, today: date) -> list[str]:
    """Return what stands under the title of what comes first in the letter of a day: date, place, booking, summary."""
    entry = feature.entry
    if isinstance(entry, Article) or feature.occurrence is None:
        return [entry.summary] if entry.summary else []
    date = Date(feature.occurrence, entry)
    when = ", ".join(part for part in (capital(when_dated(feature.occurrence, today)), instead(date)) if part)
    where = DOT.join(part for part in (details(date), booking(entry, today)) if part)
    return [line for line in (when, where, entry.summary) if line]


def notice_line(notice: Notice, today: date) -> str:
    """Return when and where, on the day of the letter, of what is not as announced, and what is different: `lundi 8 décembre, à 14 h · …`."""
    found = notice.dates[0]
    when = _all_dates([one.occurrence for one in notice.dates]) if len(notice.dates) > 1 else when_dated(found.occurrence, today)
    planned = f"prévu {when}" if found.state is State.UNDATED else when
    return DOT.join(part for part in (planned, instead(found), _where(found), _ASIDES.get(found.state, "")) if part)


def _where(found: Date) -> str:
    """Return the place; of a date that is elsewhere, also where it is not."""
    if is_elsewhere(found) and found.venue and found.event.venue:
        return f"{at_place(found.venue)}, et non {at_place(found.event.venue)}"
    return place(found.venue)


def regular_line(regular: Regular) -> str:
    """Return the dates, hours and place of an event that comes back: `lundi 30 novembre, puis jeudi 3 décembre, de 14 h à 16 h · Les Ors`."""
    return DOT.join(part for part in (_all_dates(regular.occurrences), place(regular.event.venue)) if part)


def span(composition: Weekly) -> str:
    """Return the days the letter tells of: `du jeudi 26 novembre au dimanche 6 décembre`."""
    return f"du {day_words(composition.letter.day, year=False)} au {day_words(composition.last, year=False)}"


def nothing(composition: Weekly) -> str:
    """Return what stands in the place of an empty agenda."""
    return "Pas d'autre rendez-vous ces jours-ci." if composition.features or composition.notices else "Pas de rendez-vous ces jours-ci."


def others(count: int) -> str:
    """Return how many dates the letter leaves to the agenda."""
    return f"et {count} autre{'s' if count > 1 else ''} rendez-vous dans l'agenda"


def issue_name(issue: Issue, identity: Identity) -> str:
    """Return how an issue is called: `Le Fil n° 47, automne 2026`, by the magazine's everyday name, which stands before a dash in its full one."""
    name = f"{identity.magazine.partition(' – ')[0] or 'Le journal'} n°\u00a0{issue.number}"
    return f"{name}, {issue.season}" if issue.season else name


def authors(article: Article) -> str:
    """Return who wrote an article; empty when nobody said."""
    return listed(article.authors)


def unbroken(text: str) -> str:
    """Return a telephone number or an address of which no line breaks a part off."""
    return text.replace(" ", "\u00a0")


def _all_dates(occurrences: Sequence[Occurrence]) -> str:
    """Return several dates of an event in one breath, by their hours."""
    by_hours = [(said, list(found)) for said, found in groupby(occurrences, key=hours)]
    return DOT.join(_dates(said, found) for said, found in by_hours)


def _dates(said: str, found: Sequence[Occurrence]) -> str:
    if any(occurrence.days > 1 for occurrence in found):
        return said
    months = [(month, list(days)) for month, days in groupby((o.day for o in found), key=lambda day: day.month)]
    return ", puis ".join(f"{listed(map(_weekday, days))} {MONTHS[month - 1]}" for month, days in months) + f", {said}"


def _weekday(day: date) -> str:
    return day_words(day, year=False).removesuffix(f" {MONTHS[day.month - 1]}")
