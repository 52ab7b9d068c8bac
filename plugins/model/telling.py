"""One date of the agenda told in sentences, for who has no screen: on paper, on the telephone, on the air."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from plugins.model.agenda import Agenda, Date, dates
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.place_words import at_place
from plugins.model.price import Booking, Money, Way
from plugins.model.saying import day_dated, when_dated
from plugins.model.state import State
from plugins.model.text import capital, listed
from plugins.model.words import NBSP, day_words, hour_words, hours_words

_ALERTS = {State.CANCELLED: "annulé", State.UNDATED: "reporté, la nouvelle date n'est pas encore connue"}


def is_regular(event: Event) -> bool:
    """Return whether an event comes back by a rule; one given date by date does not."""
    return event.series is not None and event.series.rule is not None


def shown(agenda: Agenda, first: date, last: date) -> tuple[Event, ...]:
    """Return the events of which some days have something to tell: a date on one of them, or one that was moved away."""
    near = agenda.events_between(first, last)
    later = (event for month in agenda.months[bisect_left(agenda.months, (first.year, first.month)) :] for event in agenda.by_month[month])
    found = {id(event): event for event in later if (event.planned or event.occurrences.changed) and _moved_away(event, first, last)}
    known = {id(event) for event in near}
    return (*near, *(event for key, event in found.items() if key not in known))


def alerts(events: Iterable[Event], first: date, last: date) -> tuple[Date, ...]:
    """Return the dates of some days that are not as announced: they are told before all others, so that nobody comes in vain."""
    told = [found for event in events for found in (*_between(event, first, last), *_moved_away(event, first, last)) if alert(found)]
    return tuple(sorted(told, key=lambda found: (_was(found) or found.occurrence.start, found.event.title, found.event.path)))


def as_announced(events: Iterable[Event], first: date, last: date) -> tuple[Date, ...]:
    """Return the other dates of some days, in order."""
    return tuple(found for found in dates(events, first, last) if not alert(found))


def _between(event: Event, first: date, last: date) -> Iterator[Date]:
    return (Date(occurrence, event) for occurrence in event.occurrences.between(first, last))


def _moved_away(event: Event, first: date, last: date) -> tuple[Date, ...]:
    """Return the dates that were announced for some days and now stand after them."""
    candidates = event.occurrences if event.planned else event.occurrences.changed
    found = (Date(occurrence, event) for occurrence in candidates if occurrence.day > last)
    return tuple(one for one in found if (was := _was(one)) and first <= was.date() <= last)


def alert(found: Date) -> str:
    """Return what is to be known first of a date: `annulé`, `nouvelle date`, `nouvel horaire`, `autre lieu`; empty when it is as announced."""
    was, start = _was(found), found.occurrence.start
    if found.state in _ALERTS:
        return _ALERTS[found.state]
    if found.state is State.POSTPONED or (was and was.date() != start.date()):
        return "nouvelle date"
    if was and was != start:
        return "nouvel horaire"
    return "autre lieu" if found.occurrence.change and found.occurrence.change.venue else ""


def alert_sentence(found: Date, today: date) -> str:
    """Return `Attention : nouvelle date. Soupe partagée, mardi 8 décembre, à 14 h, au lieu du jeudi 26 novembre, à la Maison du Pont.`."""
    when = when_dated(found.occurrence, today)
    was = f"rendez-vous prévu {when}" if found.state in _ALERTS else joined(when, _instead(found, today))
    return f"Attention{NBSP}: {alert(found)}. {joined(found.event.title, was, where(found))}."


def _instead(found: Date, today: date) -> str:
    """Return when it was to be: `au lieu du jeudi 26 novembre`, `au lieu de 14 h`; empty when that has not changed."""
    was, start = _was(found), found.occurrence.start
    if was is None or was == start:
        return ""
    return f"au lieu de {hour_words(was)}" if was.date() == start.date() else f"au lieu du {day_dated(was.date(), min(today, was.date()))}"


def joined(*parts: str) -> str:
    """Return what there is of some parts of a sentence, with commas."""
    return ", ".join(part for part in parts if part)


def _was(found: Date) -> datetime | None:
    """Return when a date was to start; None when nobody said that it ever was at another moment."""
    if found.occurrence.change:
        return found.occurrence.change.was
    return found.event.planned.start if found.event.planned else None


def where(found: Date) -> str:
    """Return where a date takes place: `à la Maison du Pont`; empty when nobody said."""
    return at_place(found.venue) if found.venue else ""


def hours_told(occurrence: Occurrence, first: date) -> str:
    """Return what stands under a day's heading: the hours; of what goes on for days, until when, or from when to when."""
    if occurrence.days == 1:
        return hours_words(occurrence)
    last = day_words(occurrence.last_day, year=False)
    return f"jusqu'au {last}" if occurrence.day <= first else when_dated(occurrence, first)


def rest(found: Date, today: date) -> str:
    """Return what else to know of a date, in sentences: the price, how to book, that it is full."""
    booking = "C'est complet." if found.state is State.FULL else booking_sentence(found.event, today)
    return " ".join(part for part in (price_sentence(found.event), booking) if part)


def price_sentence(event: Event) -> str:
    """Return `C'est gratuit.`, `Prix libre.`, `Tarif : 3 € (adhérents) ou 5 €.`; empty when nothing was said."""
    if not event.prices:
        return ""
    words = listed((price.words for price in event.prices), "ou")
    if all(price.money in (Money.FREE, Money.OPEN) for price in event.prices):
        return f"C'est {words}." if words == Money.FREE.value else f"{capital(words)}."
    return f"Tarif{NBSP}: {words}."


def booking_sentence(event: Event, today: date) -> str:
    """Return `Inscription au 01 99 00 12 34, jusqu'au vendredi 20 novembre.`, `Sans inscription.`; empty when nothing was said."""
    if event.book_before and event.book_before < today:
        return "Les inscriptions sont closes."
    ways = [_way(booking) for booking in event.booking if booking.way is not Way.NONE]
    if not ways:
        return "Sans inscription." if event.booking else ""
    last = f", jusqu'au {day_dated(event.book_before, today)}" if event.book_before else ""
    return f"Inscription {listed(ways, 'ou')}{last}."


def _way(booking: Booking) -> str:
    if booking.way is Way.PHONE:
        return f"au {booking.to.replace(' ', NBSP)}"
    return f"par courriel, {booking.to}" if booking.way is Way.MAIL else "en ligne"
