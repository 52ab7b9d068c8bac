"""The dates of an event once their changes are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime

from msgspec.structs import replace

from plugins.model.changes import CHANGES, Line
from plugins.model.hours import spelled
from plugins.model.occurrence import Change, Occurrence, Shape
from plugins.model.occurrences import Occurrences
from plugins.model.place import Venue
from plugins.model.problem import Wrong
from plugins.model.said import EXAMPLES, Said
from plugins.model.schema import Sheet
from plugins.model.span import check_hours
from plugins.model.text import listed

Find = Callable[[str], Venue | None]
"""Returns the place that a header names, or None when it noted a problem."""


def changed(sheet: Sheet, announced: Occurrences, find: Find) -> Occurrences:
    """Return the dates of a series with what `changements` says of them; each line that cannot be is a problem."""
    found: dict[datetime, tuple[Line, Occurrence]] = {}
    for line in sheet.get(CHANGES, near=announced.first.day) or ():
        try:
            one, said = _meant(announced, line)
            other = _change(announced.groups[0][0], one, said, find)
        except Wrong as wrong:
            sheet.wrong(CHANGES, wrong)
            continue
        if one.start in found:
            sheet.wrong(CHANGES, Wrong(f"« {line.written} » : une autre ligne parle déjà de cette date.", "Dites tout sur une seule ligne."))
        found.setdefault(one.start, (line, other))
    result = Occurrences(announced.groups, tuple(found[start][1] for start in sorted(found)))
    _check_apart(sheet, result, tuple(found.values()))
    return result


def moved(shape: Shape, one: Occurrence, said: Said) -> tuple[Shape, date]:
    """Return how and when a date takes place that is put on another day or at another hour; it lasts as long as before. Raise Wrong."""
    if said.hour and one.all_day:
        raise Wrong("Il y a une heure ici, mais « debut » n'en a pas.", "Ajoutez l'heure à « debut », ou retirez-la ici.")
    day = said.day or one.day
    other = replace(shape, hour=None if one.all_day else said.hour or one.start.time())
    check_hours(other, [day])
    return other, day


def _meant(announced: Occurrences, line: Line) -> tuple[Occurrence, Said]:
    """Return the date that a line means, and what it says of it. Raise Wrong."""
    that_day = [one for one in announced if one.day == line.day]
    if not that_day:
        near = min(announced, key=lambda one: abs(one.day - line.day))
        raise Wrong(f"« {line.written} » : il n'y a pas de date ce jour-là.", f"La date la plus proche est le {near.day:%d/%m/%Y}.")
    that_hour = [one for one in that_day if line.hour and not one.all_day and one.start.time() == line.hour]
    if that_hour and line.said == Said():
        raise Wrong(f"« {line.written} » ne dit pas ce qui change.", EXAMPLES)
    if that_hour:
        return that_hour[0], line.said
    if len(that_day) > 1 or (line.hour and line.is_parted):
        raise _which(that_day, line)
    return that_day[0], line.said.joined(Said(hour=line.hour))


def _which(that_day: Sequence[Occurrence], line: Line) -> Wrong:
    hours = listed(spelled(one.start.time()) for one in that_day)
    what = f"« {line.written} » : ce jour-là, c'est à {hours}."
    return Wrong(what, f"Écrivez l'heure après la date : « {line.day:%d/%m/%Y} {spelled(that_day[0].start.time())} : … ».")


def _change(shape: Shape, one: Occurrence, said: Said, find: Find) -> Occurrence:
    new, day = moved(shape, one, said)
    other = new.on(day)
    if (said.day or said.hour) and other.start == one.start:
        raise Wrong(
            f"Le {one.day:%d/%m/%Y}, c'était déjà la date et l'heure.", "Écrivez la nouvelle date ou la nouvelle heure, ou retirez cette ligne."
        )
    return replace(other, change=Change(one.start, said.state, find(said.place) if said.place else None))


def _check_apart(sheet: Sheet, occurrences: Occurrences, found: Sequence[tuple[Line, Occurrence]]) -> None:
    """Note a problem for each date that was put where another one is."""
    starts = Counter(one.start for one in occurrences)
    for line, one in found:
        if starts[one.start] > 1 and one.change and one.start != one.change.was:
            sheet.wrong(CHANGES, Wrong(f"« {line.written} » : il y a déjà une date à ce moment-là.",
                                       "Choisissez un autre moment, ou écrivez que cette date est annulée."))  # fmt: skip
