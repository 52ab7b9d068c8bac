"""From the written start, end, repetition and exceptions to the dates of an event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plugins.model.dates import End, Moment, change_days, localized, read_moment
from plugins.model.exceptions import DaysOff, Except, read_except
from plugins.model.kinds import DURATION, END, LINE, MOMENT, items
from plugins.model.occurrence import Occurrence, Shape
from plugins.model.occurrences import Occurrences
from plugins.model.problem import Severity, Wrong
from plugins.model.repetition import Rule, read_rule
from plugins.model.schema import Key, Kind, Sheet


def _read_also(text: str, near: date | None) -> tuple[Moment, ...]:
    return tuple(read_moment(part, near) for part in items(text))


START = Key("debut", MOMENT, "Le jour et l'heure ; un jour seul dure toute la journée.", "28/11/2026 14h30", required=True, also=("date", "start"))
FINISH = Key("fin", END, "L'heure de fin, ou le dernier jour.", "17h")
LENGTH = Key("duree", DURATION, "La durée, à la place de la fin.", "1h30")
REPEAT = Key("repetition", LINE, "Quand cela revient, et jusqu'à quand.", "chaque mardi jusqu'au 30/06/2027")
SKIP = Key("sauf", Kind("des dates, « vacances scolaires », « jours fériés », « du … au … »", read_except),
           "Les jours sans.", "vacances scolaires, jours fériés, 24/12/2026")  # fmt: skip
EXTRA = Key("aussi", Kind("une ou plusieurs dates, avec l'heure si elle change", _read_also), "Des dates en plus.", "02/01/2027 10h")

SCHEDULE = (START, FINISH, LENGTH, REPEAT, SKIP, EXTRA)


@dataclass(frozen=True)
class Series:
    """How an event comes back, as a calendar and as words want it."""

    rule: Rule | None
    """None for dates given one by one."""
    skip: Except
    skipped: tuple[datetime, ...]
    """Starts that the rule gives and `sauf` takes away (RFC 5545 §3.8.5.1)."""
    extra: tuple[datetime, ...]
    """Starts that the rule does not give (RFC 5545 §3.8.5.2)."""
    first: Occurrence
    """The date written in `debut`, which sets the rhythm and the hours; `sauf` may have taken it away."""


class _EndSkipped(Wrong):
    """An end at an hour that the change of hour skips."""


def _check_hours(shape: Shape, days: Iterable[date]) -> None:
    """Raise Wrong when a date of this shape would start or end at an hour that the change of hour skips."""
    start = datetime.combine(date(1, 1, 1), shape.hour or time())
    end = start + (shape.length or timedelta())
    for day in days:
        last = day + (end.date() - start.date())
        if day in change_days(shape.zone, day.year):
            localized(day, start.time(), shape.zone)
        if last in change_days(shape.zone, last.year):
            try:
                localized(last, end.time(), shape.zone)
            except Wrong as wrong:
                raise _EndSkipped(wrong.what, wrong.instead) from None


def read_schedule(sheet: Sheet, zone: ZoneInfo, off: DaysOff) -> tuple[Occurrences, Series | None]:
    """Return the dates of an event in order and its series; no date when a problem was noted."""
    start = sheet.get(START, near=_folder_year(sheet.document.path))
    if start is None:
        return Occurrences(()), None
    try:
        shape = Shape(start.hour, _length(sheet, start), zone)
        occurrences, series = _series(sheet, start, shape, off)
    except _EndSkipped as wrong:
        sheet.wrong(FINISH if FINISH.name in sheet.fields else LENGTH, wrong)
        return Occurrences(()), None
    except Wrong as wrong:
        sheet.wrong(START, wrong)
        return Occurrences(()), None
    if not occurrences and not any(problem.is_error for problem in sheet.problems):
        sheet.wrong(REPEAT, Wrong("Cette répétition n'a lieu aucun jour.", "Corrigez la date de fin ou ce qui suit « sauf »."))
    return occurrences, series


def _folder_year(path: str) -> date | None:
    """Return the first day of the year the folder names, so that a date may do without its year."""
    match = re.search(r"/(\d{4})/", path)
    return date(int(match[1]), 1, 1) if match else None


def _length(sheet: Sheet, start: Moment) -> timedelta | None:
    """Return the length on the wall clock; None when no end can be told. An event without an hour lasts whole days."""
    finish, duration = sheet.get(FINISH, near=start.day), sheet.get(LENGTH)
    if finish and duration:
        sheet.wrong(LENGTH, Wrong("« fin » et « duree » disent deux fois la même chose.", "Gardez l'une des deux lignes."))
    length = _whole_days(sheet, start.day, finish, duration) if start.hour is None else _hours(sheet, start.day, start.hour, finish, duration)
    if length is not None and length <= timedelta():
        sheet.wrong(FINISH, Wrong("La fin vient avant le début.", "Corrigez la date ou l'heure de fin."))
        return None
    return length


def _whole_days(sheet: Sheet, day: date, finish: End | None, duration: timedelta | None) -> timedelta:
    if (finish and finish.hour) or (duration and duration % timedelta(days=1)):
        hint = f"Écrivez par exemple « debut: {day:%d/%m/%Y} 14h »."
        sheet.wrong(START, Wrong("Il y a une heure de fin, mais pas d'heure de début.", hint))
    if duration:
        return duration
    return (finish.day if finish and finish.day else day) - day + timedelta(days=1)


def _hours(sheet: Sheet, day: date, hour: time, finish: End | None, duration: timedelta | None) -> timedelta | None:
    """Return the time to the end; an hour alone before six in the morning after an evening start means the next day."""
    if finish is None:
        return duration
    if finish.hour is None:
        hint = f"Écrivez par exemple « fin: {finish.day or day:%d/%m/%Y} 18h »."
        sheet.wrong(FINISH, Wrong("Il y a une heure de début, mais pas d'heure de fin.", hint))
        return None
    last = finish.day or day
    if finish.day is None and finish.hour <= time(6) and hour >= time(12):
        last += timedelta(days=1)
    return datetime.combine(last, finish.hour) - datetime.combine(day, hour)


def _series(sheet: Sheet, start: Moment, shape: Shape, off: DaysOff) -> tuple[Occurrences, Series | None]:
    rule, skip = _rule(sheet, start.day), sheet.get(SKIP, near=start.day) or Except()
    days = list(rule.days(start.day)) if rule else [start.day]
    kept = [day for day in days if not skip.holds(day, off)]
    _check(sheet, days, skip, off)
    _check_hours(shape, (start.day, *days))
    extra = _extra(sheet, start, shape)
    groups = {shape: kept, **{other: [*found, *(kept if other == shape else ())] for other, found in extra.items()}}
    if rule is None and not extra:
        return Occurrences.on(groups), None
    dropped = tuple(shape.on(day).start for day in days if skip.holds(day, off))
    added = sorted(other.on(day).start for other, found in extra.items() for day in found if other != shape or day not in kept)
    return Occurrences.on(groups), Series(rule, skip, dropped, tuple(added), shape.on(start.day))


def _extra(sheet: Sheet, start: Moment, shape: Shape) -> dict[Shape, list[date]]:
    """Return the dates of `aussi` by shape."""
    moments = sheet.get(EXTRA, near=start.day) or ()
    if start.hour is None and any(moment.hour for moment in moments):
        sheet.wrong(EXTRA, Wrong("Une date en plus a une heure, mais « debut » n'en a pas.", "Ajoutez l'heure à « debut », ou retirez-la ici."))
        return {}
    found: dict[Shape, list[date]] = defaultdict(list)
    try:
        for moment in moments:
            other = replace(shape, hour=moment.hour or shape.hour)
            _check_hours(other, [moment.day])
            found[other].append(moment.day)
    except Wrong as wrong:
        sheet.wrong(EXTRA, wrong)
        return {}
    return found


def _rule(sheet: Sheet, start: date) -> Rule | None:
    written = sheet.get(REPEAT)
    if written is None:
        return None
    try:
        return read_rule(written, start)
    except Wrong as wrong:
        sheet.wrong(REPEAT, wrong)
        return None


def _check(sheet: Sheet, days: list[date], skip: Except, off: DaysOff) -> None:
    if skip != Except() and REPEAT.name not in sheet.fields:
        sheet.wrong(SKIP, Wrong("« sauf » ne sert qu'avec « repetition ».", "Ajoutez la répétition, ou retirez cette ligne."))
        return
    for written in skip.idle(frozenset(days)):
        sheet.wrong(SKIP, Wrong(f"« {written} » ne tombe sur aucune date de la répétition.", "Vérifiez cette date, ou retirez-la."), Severity.WARNING)
    if skip.school and off.school_until and days and days[-1] > off.school_until:
        sheet.wrong(SKIP, Wrong(f"Les vacances scolaires ne sont pas connues après le {off.school_until:%d/%m/%Y}.",
                                "Arrêtez la répétition plus tôt, ou ajoutez les dates à la main."), Severity.WARNING)  # fmt: skip
