"""`debut`, `fin`, `duree`: when an event starts and how long it lasts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plugins.model.dates import End, Moment, change_days, localized
from plugins.model.kinds import DURATION, END, MOMENT
from plugins.model.occurrence import Shape
from plugins.model.problem import Wrong
from plugins.model.schema import Key, Sheet

START = Key("debut", MOMENT, "Le jour et l'heure ; un jour seul dure toute la journée.", "28/11/2026 14h30", required=True, also=("date", "start"))
FINISH = Key("fin", END, "L'heure de fin, ou le dernier jour.", "17h")
LENGTH = Key("duree", DURATION, "La durée, à la place de la fin.", "1h30")


class EndSkipped(Wrong):
    """An end at an hour that the change of hour skips."""


def check_hours(shape: Shape, days: Iterable[date]) -> None:
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
                raise EndSkipped(wrong.what, wrong.instead) from None


def read_shape(sheet: Sheet, start: Moment, zone: ZoneInfo) -> Shape:
    """Return the hours and the length of an event that starts at a moment."""
    return Shape(start.hour, _length(sheet, start), zone)


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
