"""Dates, hours and repetitions as people say them in French; every output uses these and no other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby, zip_longest

from msgspec.structs import replace

from plugins.model.dates import MONTHS, WEEKDAYS
from plugins.model.occurrence import Occurrence
from plugins.model.repetition import Frequency, Rule
from plugins.model.schedule import Series
from plugins.model.text import listed

NBSP = "\u00a0"
MOST_TOLD = 6
"""Dates without a rhythm are told one by one up to this number."""
_NUMBERS = {2: "deux", 3: "trois", 4: "quatre"}
_NTH = {1: "le 1er", -1: "le dernier", -2: "l'avant-dernier"}


def day_words(day: date, year: bool = True) -> str:
    """Return `samedi 28 novembre 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {_date(day, year)}"


def date_words(day: date) -> str:
    """Return `28 novembre 2026`."""
    return _date(day, year=True)


def month_words(year: int, month: int) -> str:
    """Return `novembre 2026`."""
    return f"{MONTHS[month - 1]} {year}"


def hour_words(hour: time | datetime) -> str:
    """Return `14 h`, `14 h 30`, with no-break spaces."""
    return f"{hour.hour}{NBSP}h" + (f"{NBSP}{hour.minute:02}" if hour.minute else "")


def hours_words(occurrence: Occurrence) -> str:
    """Return the hours of one date: `de 14 h à 16 h`, `à 20 h`, `toute la journée`."""
    if occurrence.all_day:
        return "toute la journée"
    if occurrence.end is None or occurrence.end.date() > occurrence.last_day > occurrence.day:
        return f"à {hour_words(occurrence.start)}"
    return f"de {hour_words(occurrence.start)} à {hour_words(occurrence.end)}"


def when_words(occurrence: Occurrence, year: bool = True) -> str:
    """Return the whole date: `jeudi 26 novembre 2026, de 18 h à 20 h`, `du 12 au 14 juin 2027`."""
    first, last = occurrence.day, occurrence.last_day
    if first == last:
        return f"{day_words(first, year)}, {hours_words(occurrence)}"
    if occurrence.all_day or occurrence.end is None:
        return f"du {_weekday(first)} {_start(first, last)} au {day_words(last, year)}"
    return f"du {_weekday(first)} {_start(first, last)} à {hour_words(occurrence.start)} au {day_words(last, year)} à {hour_words(occurrence.end)}"


def series_words(series: Series) -> str:
    """Return how an event comes back: `chaque mardi de 14 h à 16 h, jusqu'au 30 juin 2027, sauf vacances scolaires`.

    Dates without a rhythm are told one by one, `les 3, 10 et 24 décembre 2026 à 14 h`, or counted where they are many.
    What changed about single dates is not in it.
    """
    if series.rule is None:
        found = [series.first, *_extra(series)]
        return _dates_words(sorted(found, key=lambda one: one.start)) if len(found) <= MOST_TOLD else _count_words(found)
    rhythm = f"{rule_words(series.rule, series.first.day)} {_rule_hours(series.rule, series.first)}".strip()
    return ", ".join(part for part in (rhythm, _end_words(series.rule), _skip_words(series), _extra_words(series)) if part)


def rule_words(rule: Rule, start: date) -> str:
    """Return the rhythm alone: `un samedi sur deux`, `le 1er et le 3e jeudi du mois`."""
    days = listed(WEEKDAYS[day] for day in rule.weekdays or (start.weekday(),))
    if rule.frequency is Frequency.DAILY:
        return "chaque jour" if rule.interval == 1 else f"tous les {rule.interval} jours"
    if rule.frequency is Frequency.WEEKLY:
        if rule.interval == 1:
            return f"chaque {days}"
        every = _NUMBERS.get(rule.interval, str(rule.interval))
        if len(rule.weekdays) < 2:
            return f"un {days} sur {every}"
        return f"une semaine sur {every}, le {listed((WEEKDAYS[day] for day in rule.weekdays), 'et le')}"
    if rule.positions:
        return listed(_NTH.get(position, f"le {position}e") for position in rule.positions) + f" {days} du mois"
    return f"le {_ordinal(start.day)} du mois"


def length_words(seconds: int) -> str:
    """Return a length of time: `55 min`, `1 h 02`, `45 s`."""
    if seconds < 60:
        return f"{seconds}{NBSP}s"
    minutes = round(seconds / 60)
    return f"{minutes}{NBSP}min" if minutes < 60 else f"{minutes // 60}{NBSP}h{NBSP}{minutes % 60:02}"


def clock(seconds: int) -> str:
    """Return `00:12:30`."""
    return f"{timedelta(seconds=seconds)!s:0>8}"


def size_words(count: int) -> str:
    """Return a size in bytes as people read it: `39,6 Mo`, `312 ko`."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))}{NBSP}ko"
    return f"{count / 1_000_000:.1f}".replace(".", ",") + f"{NBSP}Mo"


def _end_words(rule: Rule) -> str:
    return f"{rule.times} fois" if rule.until is None else f"jusqu'au {_date(rule.until, year=True)}"


def _skip_words(series: Series) -> str:
    said = [word for word, holds in (("vacances scolaires", series.skip.school), ("jours fériés", series.skip.public)) if holds]
    said += [f"le {_date(day, year=False)}" for day in series.skip.days]
    said += [f"du {_start(first, last)} au {_date(last, year=False)}" for first, last in series.skip.spans]
    return f"sauf {listed(said)}" if said else ""


def _rule_hours(rule: Rule, first: Occurrence) -> str:
    """Return the hours of each day: `à 10 h et à 15 h`; empty for whole days."""
    starts = [datetime.combine(first.day, hour, first.start.tzinfo) for hour in rule.hours] or [first.start]
    return "" if first.all_day else listed(hours_words(_moved(first, start)) for start in starts)


def _extra_words(series: Series) -> str:
    found = _extra(series)
    if len(found) > MOST_TOLD:
        return f"et {len(found)} autres dates"
    return f"et aussi {_dates_words(found)}" if found else ""


def _extra(series: Series) -> list[Occurrence]:
    return [_moved(series.first, start) for start in series.extra]


def _moved(one: Occurrence, start: datetime) -> Occurrence:
    """Return a date with another start, as long as it was."""
    return replace(one, start=start, end=None if one.end is None else start + (one.end - one.start))


def _dates_words(found: Sequence[Occurrence]) -> str:
    """Return some dates in order: `les 3 et 10 décembre 2026 et le 7 janvier 2027 à 14 h`."""
    if any(one.days > 1 for one in found):
        return listed(when_words(one) for one in found)
    by_day = {day: listed("" if one.all_day else hours_words(one) for one in ones) for day, ones in groupby(found, lambda one: one.day)}
    by_hours = [(hours, list(days)) for hours, days in groupby(by_day, by_day.__getitem__)]
    return listed(f"{_days_words(days)} {hours}".strip() for hours, days in by_hours)


def _days_words(days: Sequence[date]) -> str:
    """Return some days in order, each month and each year said once."""
    months = [list(found) for _, found in groupby(days, lambda day: (day.year, day.month))]
    said = []
    for found, after in zip_longest(months, months[1:]):
        numbers = [*(_ordinal(day.day) for day in found[:-1]), _date(found[-1], year=not after or after[0].year > found[0].year)]
        said.append(f"{'les' if len(found) > 1 else 'le'} {listed(numbers)}")
    return listed(said)


def _count_words(found: Sequence[Occurrence]) -> str:
    days = sorted(one.day for one in found)
    return f"{len(days)} dates du {_start(days[0], days[-1])} au {_date(days[-1], year=True)}"


def _date(day: date, year: bool) -> str:
    return f"{_ordinal(day.day)} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def _start(first: date, last: date) -> str:
    """Return the first of two days without what it shares with the last."""
    if (first.year, first.month) == (last.year, last.month):
        return _ordinal(first.day)
    return _date(first, year=first.year != last.year)


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def _ordinal(number: int) -> str:
    return "1er" if number == 1 else str(number)
