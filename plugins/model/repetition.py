"""Repetition in plain French: `chaque mardi jusqu'au 30/06/2027`, `le 1er jeudi du mois, 8 fois`.

A Rule is the part of RFC 5545's RRULE (§3.3.10) that people say aloud, always with an end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import Enum
from itertools import count, islice, takewhile

from msgspec import Struct
from msgspec.structs import replace

from plugins.model.dates import MONTHS, WEEKDAYS, read_date
from plugins.model.hours import take_hours
from plugins.model.problem import Wrong
from plugins.model.text import fold

MOST_DATES = 1_000
"""More dates than any real series has: ten years of two a week."""
_EXAMPLES = (
    "Écrivez par exemple « chaque mardi jusqu'au 30/06/2027 », « tous les 15 jours jusqu'au 30/06/2027 » "
    "ou « le 1er jeudi du mois jusqu'au 30/06/2027 »."
)
_ORDINALS = {
    "1er": 1, "premier": 1, "2e": 2, "2eme": 2, "2nd": 2, "second": 2, "deuxieme": 2, "3e": 3, "3eme": 3, "troisieme": 3,
    "4e": 4, "4eme": 4, "quatrieme": 4, "5e": 5, "5eme": 5, "cinquieme": 5, "dernier": -1, "avant-dernier": -2,
}  # fmt: skip
_NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "huit": 8, "dix": 10, "quinze": 15}
_DAY = rf"(?:{'|'.join(WEEKDAYS)})s?"
_ORD = rf"(?:{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})s?"
_N = rf"(?:\d+|{'|'.join(_NUMBERS)})"
_EVERY = r"(?:chaque|tous les|toutes les|les|le)"
_AND = r"(?:, | et |, et )(?:chaque |le |les |tous les )?"
_DAYS = rf"(?P<days>{_DAY}(?:{_AND}{_DAY})*)"


class Frequency(Enum):
    """FREQ of RFC 5545 §3.3.10."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


class Rule(Struct, frozen=True):
    """How an event comes back."""

    frequency: Frequency
    interval: int = 1
    """Every `interval` days, weeks (from Monday) or months."""
    weekdays: tuple[int, ...] = ()
    """Monday is 0; weekly or monthly; empty: the weekday of the first date."""
    positions: tuple[int, ...] = ()
    """Monthly: which of those weekdays, 1 the first, -1 the last; empty: the day of the month of the first date."""
    until: date | None = None
    """Last possible day, inclusive."""
    times: int | None = None
    """Number of days, the first one included; either this or `until` is given."""
    hours: tuple[time, ...] = ()
    """When each of those days has it, in order; empty: at the hour of the first date."""

    def days(self, start: date) -> Iterator[date]:
        """Yield the days of the series in order, from `start`."""
        days: Iterator[date] = (day for day in self._endless(start) if day >= start)
        if self.until is not None:
            days = takewhile(lambda day: self.until is not None and day <= self.until, days)
        return islice(days, self.times)

    def _endless(self, start: date) -> Iterator[date]:
        if self.frequency is Frequency.DAILY:
            yield from (start + timedelta(days=n * self.interval) for n in count())
        elif self.frequency is Frequency.WEEKLY:
            monday = start - timedelta(days=start.weekday())
            for week in count(step=self.interval):
                yield from (monday + timedelta(days=7 * week + day) for day in self.weekdays or (start.weekday(),))
        else:
            for month in count(start.year * 12 + start.month - 1, self.interval):
                yield from self._in_month(month // 12, month % 12 + 1, start.day)

    def _in_month(self, year: int, month: int, day_of_month: int) -> list[date]:
        first, length = monthrange(year, month)
        if not self.positions:
            return [date(year, month, day_of_month)] if day_of_month <= length else []
        found = []
        for weekday in self.weekdays:
            days = list(range(1 + (weekday - first) % 7, length + 1, 7))
            found += [days[p - 1 if p > 0 else p] for p in self.positions if -len(days) <= p <= len(days)]
        return sorted(date(year, month, day) for day in set(found))


def read_rule(text: str, start: date) -> Rule:
    """Return the rule that the French text says, for a series that starts on `start`. Raise Wrong."""
    said, hours = take_hours(fold(text).replace("l'avant-", "le avant-"))
    said, until, times = _take_end(said, start)
    if until is None and times is None:
        raise Wrong(f"« {text} » ne dit pas quand cela s'arrête.", "Ajoutez « jusqu'au 30/06/2027 » ou « 10 fois ».")
    for pattern, make in _FORMS:
        if match := re.fullmatch(pattern, said):
            return _counted(replace(_checked(make(match), text, start), until=until, times=times, hours=hours), text, start)
    raise Wrong(f"« {text} » : cette répétition ne se comprend pas.", _EXAMPLES)


def _counted(rule: Rule, text: str, start: date) -> Rule:
    """Return the rule unless it gives more dates than any series has."""
    most = MOST_DATES // max(1, len(rule.hours))
    if (rule.times or 0) > most or sum(1 for _ in islice(rule.days(start), most + 1)) > most:
        raise Wrong(f"« {text} » donne plus de {MOST_DATES} dates.", "Arrêtez la répétition plus tôt.")
    return rule


def _take_end(folded: str, start: date) -> tuple[str, date | None, int | None]:
    """Return what is left, the last day and the number of times."""
    if match := re.search(r",? (?P<n>\d+) fois$", folded):
        return folded[: match.start()], None, int(match["n"])
    if match := re.search(rf",? jusqu'(?:a la )?(?:a )?(?:fin|en) (?P<month>{'|'.join(map(fold, MONTHS))})(?P<year> (?:19|2[01])\d\d)?$", folded):
        month = [fold(name) for name in MONTHS].index(match["month"]) + 1
        year = int(match["year"]) if match["year"] else start.year + (month < start.month)
        return folded[: match.start()], date(year, month, monthrange(year, month)[1]), None
    if match := re.search(r",? jusqu'(?:au|a) (?P<date>.+?)(?: inclus)?$", folded):
        return folded[: match.start()], read_date(match["date"], near=start), None
    return folded, None, None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _weekdays(text: str | None) -> tuple[int, ...]:
    return tuple(sorted({WEEKDAYS.index(day.rstrip("s")) for day in re.findall(_DAY, text or "")}))


def _every_n_days(match: re.Match[str]) -> Rule:
    """`tous les 8 jours` and `tous les 15 jours` count both ends: one and two weeks."""
    days = _number(match["n"])
    weeks = {7: 1, 8: 1, 14: 2, 15: 2, 21: 3, 28: 4}.get(days)
    if weeks is None:
        if match["days"]:
            raise Wrong(f"« {match[0]} » : un nombre de jours ne va pas avec un jour de la semaine.", _EXAMPLES)
        return Rule(Frequency.DAILY, days)
    return Rule(Frequency.WEEKLY, weeks, _weekdays(match["days"]))


def _weekly(match: re.Match[str]) -> Rule:
    groups = match.groupdict()
    return Rule(Frequency.WEEKLY, _number(groups.get("n") or "1"), _weekdays(groups.get("days")))


def _range_of_days(match: re.Match[str]) -> Rule:
    first, last = WEEKDAYS.index(match["from"]), WEEKDAYS.index(match["to"])
    return Rule(Frequency.WEEKLY, weekdays=tuple(sorted((first + n) % 7 for n in range((last - first) % 7 + 1))))


def _nth_weekdays(match: re.Match[str]) -> Rule:
    positions = tuple(_ORDINALS[word if word in _ORDINALS else word.rstrip("s")] for word in re.findall(_ORD, match["ords"]))
    return Rule(Frequency.MONTHLY, 1, _weekdays(match["days"]), positions)


_FORMS = (
    (rf"{_EVERY} {_DAYS}(?: (?:de )?chaque semaine)?", _weekly),
    (rf"{_EVERY} (?P<ords>{_ORD}(?:{_AND}{_ORD})*) {_DAYS} (?:du|de chaque|par|dans le|tous les) mois", _nth_weekdays),
    (rf"(?:tous les|chaque) mois,? le (?P<ords>{_ORD}(?:{_AND}{_ORD})*) {_DAYS}", _nth_weekdays),
    (rf"tous les (?P<n>{_N}) jours(?:,? le {_DAYS})?", _every_n_days),
    (rf"(?:tous les jours|chaque jour)?,? ?du (?P<from>{'|'.join(WEEKDAYS)}) au (?P<to>{'|'.join(WEEKDAYS)})", _range_of_days),
    (r"tous les jours|chaque jour", lambda _: Rule(Frequency.DAILY)),
    (rf"(?:toutes les semaines|chaque semaine)(?:,? le {_DAYS})?", _weekly),
    (rf"toutes les (?P<n>{_N}) semaines(?:,? le {_DAYS})?", _weekly),
    (rf"(?:un|le) {_DAYS} sur (?P<n>{_N})", _weekly),
    (rf"une semaine sur (?P<n>{_N})(?:,? le {_DAYS})?", _weekly),
    (r"tous les mois|chaque mois|le \d+(?:er)? (?:du|de chaque) mois", lambda _: Rule(Frequency.MONTHLY)),
)


def _checked(rule: Rule, text: str, start: date) -> Rule:
    """Return the rule if it can be and `start` is one of its days (RFC 5545 §3.8.5.3 asks that DTSTART match)."""
    if not 1 <= rule.interval <= 366:
        raise Wrong(f"« {text} » : cette répétition ne se comprend pas.", _EXAMPLES)
    first = next(iter(replace(rule, times=1).days(start)), None)
    said_day = re.search(r"\ble (\d+)(?:er)? (?:du|de chaque) mois", fold(text))
    if first != start or (said_day and int(said_day[1]) != start.day):
        raise Wrong(f"« {text} » ne tombe pas le {start:%d/%m/%Y} ({WEEKDAYS[start.weekday()]}), qui est la première date.",
                    "Mettez dans « debut » la première date de la répétition, ou corrigez le jour.")  # fmt: skip
    return rule
