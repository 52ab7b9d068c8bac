"""Which letter comes next, and which one somebody means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from plugins.model.letter import THURSDAY, Letter, Week, read_week
from plugins.model.problem import Wrong
from plugins.model.text import nearest, slugify


def next_week(today: date, is_taken: Callable[[Week], bool]) -> Week:
    """Return the week of the coming Thursday, today's included, or of the first one after it that has no letter yet."""
    day = today + timedelta(days=(THURSDAY - today.isoweekday()) % 7)
    while is_taken(week := week_of(day)):
        day += timedelta(days=7)
    return week


def week_of(day: date) -> Week:
    """Return the ISO 8601 week of a day; the last days of a year may be in the first week of the next."""
    year, number, _ = day.isocalendar()
    return Week(year, number)


def meant(letters: Iterable[Letter], written: str) -> Letter:
    """Return the letter that a word means, as addresses or as people write it; the newest without a word. Raise Wrong when there is none."""
    by_key = {letter.key: letter for letter in letters}
    if not by_key:
        raise Wrong("Il n'y a pas encore de lettre.", "Commencez-en une avec « inv newsletter.new ».")
    if not written:
        return max(by_key.values(), key=lambda letter: (letter.week, letter.number is None))
    for key in (slugify(written), _week_key(written)):
        if key in by_key:
            return by_key[key]
    near = nearest(written, by_key) or max(by_key)
    raise Wrong(f"La lettre « {written} » n'existe pas.", f"Écrivez par exemple « {near} ».")


def _week_key(written: str) -> str:
    try:
        return read_week(written).key
    except Wrong:
        return ""
