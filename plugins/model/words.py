"""Dates, hours and repetitions as people say them in French; every output uses these and no other."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from plugins.model.dates import MONTHS, WEEKDAYS
from plugins.model.occurrence import Occurrence
from plugins.model.repetition import Frequency, Rule
from plugins.model.schedule import Series
from plugins.model.text import listed

NBSP = "\u00a0"
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


def relative_words(day: date, today: date) -> str:
    """Return `aujourd'hui` or `demain`; empty for any other day."""
    return {0: "aujourd'hui", 1: "demain"}.get((day - today).days, "")


def series_words(series: Series) -> str:
    """Return how an event comes back: `chaque mardi de 14 h à 16 h, jusqu'au 30 juin 2027, sauf vacances scolaires`."""
    if series.rule is None:
        return "plusieurs dates"
    hours = "" if series.first.all_day else f" {hours_words(series.first)}"
    parts = [rule_words(series.rule, series.first.day) + hours, _end_words(series.rule), _skip_words(series)]
    return ", ".join(part for part in parts if part)


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
