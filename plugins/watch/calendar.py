"""Days that do not go together: a booking that closes too late, a series about to end, a workshop on a public holiday."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from plugins.model.agenda import Date
from plugins.model.event import BOOK_BEFORE
from plugins.model.problem import Problem
from plugins.model.schedule import REPEAT, SKIP
from plugins.model.telling import is_regular
from plugins.model.words import day_words
from plugins.watch.coming import Coming, doubt

MONTH = timedelta(days=31)


def late_deadlines(found: Iterable[Coming], folder: str) -> Iterator[Problem]:
    """Yield a problem for each event for which one could book when it is over."""
    for one in found:
        event, last = one.event, one.dates[-1].occurrence.last_day
        if event.book_before and event.book_before > last:
            what = f"On pourrait s'inscrire jusqu'au {day_words(event.book_before)}, alors que tout est fini le {day_words(last)}."
            yield doubt(f"{folder}/{event.path}", BOOK_BEFORE.name, what, "Corrigez l'une des deux dates.")


def ending_series(found: Iterable[Coming], today: date, folder: str) -> Iterator[Problem]:
    """Yield a problem for each series that ends within a month, so that it can be renewed; one that is itself shorter than that is meant to end."""
    for one in found:
        event, last = one.event, one.event.occurrences[-1].day
        if is_regular(event) and last <= today + MONTH and last - event.first.day > MONTH:
            what = f"La répétition s'arrête bientôt : la dernière date est le {day_words(last)}."
            yield doubt(f"{folder}/{event.path}", REPEAT.name, what, "Si cela continue, écrivez une fin plus lointaine ; sinon, ne changez rien.")


def on_public_holidays(found: Iterable[Coming], public: Collection[date], folder: str) -> Iterator[Problem]:
    """Yield a problem for each series of which a coming date falls on a public holiday, at the first such date.

    What takes place once, was added by `aussi` or was changed that day has been thought about.
    """
    for one in found:
        first = next((date for date in one.dates if date.occurrence.day in public and _comes_by_rule(date)), None)
        if first:
            day = first.occurrence.day
            yield doubt(
                f"{folder}/{one.event.path}",
                SKIP.name,
                f"Le {day_words(day)} est férié.",
                f"Ajoutez « sauf: jours fériés » ; si vous ouvrez ce jour-là, ajoutez aussi « aussi: {day:%d/%m/%Y} ».",
            )


def _comes_by_rule(found: Date) -> bool:
    return is_regular(found.event) and found.occurrence.change is None and not _was_added(found)


def _was_added(found: Date) -> bool:
    return found.event.series is not None and found.occurrence.start in found.event.series.extra
