"""From the written start, end, repetition and exceptions to the dates of an event."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from plugins.model.dates import Moment, read_moment, take_date
from plugins.model.exceptions import DaysOff, Except, read_except
from plugins.model.hours import spelled, take_hours
from plugins.model.kinds import LINE, items
from plugins.model.occurrence import Occurrence, Shape
from plugins.model.occurrences import Occurrences
from plugins.model.problem import Severity, Wrong
from plugins.model.repetition import Rule, read_rule
from plugins.model.schema import Key, Kind, Sheet
from plugins.model.span import FINISH, LENGTH, START, EndSkipped, check_hours, read_shape
from plugins.model.text import listed

Days = Mapping[Shape, Sequence[date]]
"""The days of each shape that the dates of an event have."""


def _read_also(text: str, near: date | None) -> tuple[Moment, ...]:
    return tuple(moment for part in items(text) for moment in _moments(part, near))


def _moments(text: str, near: date | None) -> Sequence[Moment]:
    """Return a day at each of its hours."""
    day, rest = take_date(text, near)
    left, hours = take_hours(rest)
    return [Moment(day, hour) for hour in hours] if len(hours) > 1 and not left else [read_moment(text, near)]


REPEAT = Key("repetition", LINE, "Quand cela revient, et jusqu'à quand.", "chaque mardi jusqu'au 30/06/2027")
SKIP = Key("sauf", Kind("des dates, « vacances scolaires », « jours fériés », « du … au … »", read_except),
           "Les jours sans.", "vacances scolaires, jours fériés, 24/12/2026")  # fmt: skip
EXTRA = Key("aussi", Kind("une ou plusieurs dates, avec l'heure si elle change", _read_also), "Des dates en plus.", "02/01/2027 10h")

SCHEDULE = (START, FINISH, LENGTH, REPEAT, SKIP, EXTRA)


class Series(Struct, frozen=True):
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


def read_schedule(sheet: Sheet, zone: ZoneInfo, off: DaysOff) -> tuple[Occurrences, Series | None]:
    """Return the dates of an event in order and its series; no date when a problem was noted."""
    start = read_start(sheet)
    if start is None:
        return Occurrences(()), None
    try:
        shape = read_shape(sheet, start, zone)
        occurrences, series = _series(sheet, start, shape, off)
    except EndSkipped as wrong:
        sheet.wrong(FINISH if FINISH.name in sheet.fields else LENGTH, wrong)
        return Occurrences(()), None
    except Wrong as wrong:
        sheet.wrong(START, wrong)
        return Occurrences(()), None
    if not occurrences and not any(problem.is_error for problem in sheet.problems):
        sheet.wrong(REPEAT, Wrong("Cette répétition n'a lieu aucun jour.", "Corrigez la date de fin ou ce qui suit « sauf »."))
    return occurrences, series


def read_start(sheet: Sheet) -> Moment | None:
    """Return the first date; the year may be that of the folder."""
    match = re.search(r"/(\d{4})/", sheet.document.path)
    return sheet.get(START, near=date(int(match[1]), 1, 1) if match else None)


def _series(sheet: Sheet, start: Moment, shape: Shape, off: DaysOff) -> tuple[Occurrences, Series | None]:
    rule, skip = _rule(sheet, start), sheet.get(SKIP, near=start.day) or Except()
    given = _given(rule, start.day, shape)
    _check(sheet, given[shape], skip, off)
    check_hours(shape, [start.day])
    for one, days in given.items():
        check_hours(one, days)
    kept = {one: [day for day in days if not skip.holds(day, off)] for one, days in given.items()}
    extra = _extra(sheet, start, shape)
    occurrences = Occurrences.on({one: [*kept.get(one, ()), *extra.get(one, ())] for one in {**kept, **extra}})
    if rule is None and not extra:
        return occurrences, None
    skipped = _starts({one: [day for day in days if skip.holds(day, off)] for one, days in given.items()})
    added = _starts({one: [day for day in days if day not in kept.get(one, ())] for one, days in extra.items()})
    return occurrences, Series(rule, skip, skipped, added, shape.on(start.day))


def _given(rule: Rule | None, start: date, shape: Shape) -> dict[Shape, list[date]]:
    """Return the days that a rule gives at each of its hours, the first date's at the head; what comes before that date is not given."""
    if rule is None:
        return {shape: [start]}
    days = list(rule.days(start))
    shapes = [shape, *(replace(shape, hour=hour) for hour in rule.hours if hour != shape.hour)]
    first = shape.on(start).start
    return {one: [day for day in days if day > start or one.on(day).start >= first] for one in shapes}


def _starts(days: Days) -> tuple[datetime, ...]:
    return tuple(sorted({shape.on(day).start for shape, found in days.items() for day in found}))


def _extra(sheet: Sheet, start: Moment, shape: Shape) -> Days:
    """Return the dates of `aussi` by shape."""
    moments = sheet.get(EXTRA, near=start.day) or ()
    if start.hour is None and any(moment.hour for moment in moments):
        sheet.wrong(EXTRA, Wrong("Une date en plus a une heure, mais « debut » n'en a pas.", "Ajoutez l'heure à « debut », ou retirez-la ici."))
        return {}
    found: dict[Shape, list[date]] = defaultdict(list)
    try:
        for moment in moments:
            other = replace(shape, hour=moment.hour or shape.hour)
            check_hours(other, [moment.day])
            found[other].append(moment.day)
    except Wrong as wrong:
        sheet.wrong(EXTRA, wrong)
        return {}
    return found


def _rule(sheet: Sheet, start: Moment) -> Rule | None:
    written = sheet.get(REPEAT)
    if written is None:
        return None
    try:
        return _at_its_hours(read_rule(written, start.day), start)
    except Wrong as wrong:
        sheet.wrong(REPEAT, wrong)
        return None


def _at_its_hours(rule: Rule, start: Moment) -> Rule:
    """Return the rule. Raise Wrong when it says hours of which none is that of the first date."""
    if rule.hours and start.hour is None:
        raise Wrong("Cette répétition dit une heure, mais « debut » n'en a pas.",
                    f"Écrivez par exemple « debut: {start.day:%d/%m/%Y} {spelled(rule.hours[0])} ».")  # fmt: skip
    if rule.hours and start.hour and start.hour not in rule.hours:
        raise Wrong(f"Cette répétition est à {listed(map(spelled, rule.hours))}, mais « debut » est à {spelled(start.hour)}.",
                    f"Écrivez « debut: {start.day:%d/%m/%Y} {spelled(rule.hours[0])} », ou ajoutez ici l'heure de « debut ».")  # fmt: skip
    return rule


def _check(sheet: Sheet, days: list[date], skip: Except, off: DaysOff) -> None:
    if skip != Except() and REPEAT.name not in sheet.fields:
        sheet.wrong(SKIP, Wrong("« sauf » ne sert qu'avec « repetition ».", "Ajoutez la répétition, ou retirez cette ligne."))
        return
    for written in skip.idle(frozenset(days)):
        sheet.wrong(SKIP, Wrong(f"« {written} » ne tombe sur aucune date de la répétition.", "Vérifiez cette date, ou retirez-la."), Severity.WARNING)
    if skip.school and off.school_until and days and days[-1] > off.school_until:
        sheet.wrong(SKIP, Wrong(f"Les vacances scolaires ne sont pas connues après le {off.school_until:%d/%m/%Y}.",
                                "Arrêtez la répétition plus tôt, ou ajoutez les dates à la main."), Severity.WARNING)  # fmt: skip
