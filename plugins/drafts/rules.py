"""RRULE (RFC 5545 §3.3.10): the starts it gives, and the words the guide has for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import islice, takewhile

from dateutil.rrule import rrulestr
from icalendar import vRecur

from plugins.drafts.zones import Stamp
from plugins.model.dates import WEEKDAYS
from plugins.model.text import listed

_DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_ORDINALS = {1: "1er", 2: "2e", 3: "3e", 4: "4e", 5: "5e", -1: "dernier", -2: "avant-dernier"}
_TOO_FINE = {"SECONDLY", "MINUTELY", "HOURLY"}
_FARTHEST = 50
"""Years after the start within which a rule with an end is followed."""
_MOST = 20_000
"""Dates beyond which a rule is not followed: a rule of a day's every minute would never end."""
_SAID = {"FREQ", "INTERVAL", "BYDAY", "UNTIL", "COUNT", "WKST"}
"""What a weekly or daily rule that we have words for may hold."""


class UnknownRuleError(ValueError):
    """A rule that cannot be followed."""


def starts(rule: vRecur, start: Stamp, cut: date | None) -> Iterator[datetime]:
    """Yield the starts that a rule gives up to the day of the cut, on the clock of its own zone: it repeats there. Raise UnknownRuleError."""
    parts = {name: values for name, values in rule.items() if name not in {"UNTIL", "COUNT"}}
    if str(_one(rule, "FREQ")) in _TOO_FINE or _number(rule, "INTERVAL", 1) < 1:
        raise UnknownRuleError
    last = datetime.combine(cut, time.max) if cut else _last(rule, start)
    try:
        text = vRecur(parts).to_ical().decode()  # type: ignore[no-untyped-call]  # the library's own type is missing
        found = rrulestr(text, dtstart=start.wall)
        within = takewhile(lambda moment: moment <= last, found.xafter(start.wall, inc=True))
        yield from islice(within, min(_MOST, _number(rule, "COUNT", _MOST)))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
        raise UnknownRuleError from None


def is_endless(rule: vRecur) -> bool:
    """Return whether a rule has no end."""
    return not (rule.get("UNTIL") or rule.get("COUNT"))


def _last(rule: vRecur, start: Stamp) -> datetime:
    """Return the last possible moment on the rule's clock. A day means all of it: so it is meant, though UNTIL should have an hour then."""
    farthest = start.wall.replace(year=start.wall.year + _FARTHEST, day=min(start.wall.day, 28))
    until = _one(rule, "UNTIL")
    if isinstance(until, datetime):
        until = until.astimezone(start.zone).replace(tzinfo=None) if until.tzinfo and not start.is_day else until.replace(tzinfo=None)
    elif isinstance(until, date):
        until = datetime.combine(until, time.max)
    return min(until, farthest) if isinstance(until, datetime) else farthest


def rhythm(rule: Mapping[str, Sequence[object]], start: date) -> str:
    """Return a rule as the guide says it, without its end: `chaque mardi`, `le 2e jeudi du mois`; empty when there are no words for it."""
    frequency, interval = str(_one(rule, "FREQ")), _number(rule, "INTERVAL", 1)
    days = [str(day).upper() for day in rule.get("BYDAY", ())]
    if frequency == "MONTHLY":
        return _monthly(rule, days, start) if interval == 1 else ""
    if set(rule) - _SAID or not set(days) <= set(_DAYS):
        return ""
    if frequency == "DAILY" and not days:
        return "tous les jours" if interval == 1 else f"tous les {interval} jours"
    if frequency == "WEEKLY" or (frequency == "DAILY" and interval == 1):
        return _weekly(sorted(_DAYS[day] for day in days) or [start.weekday()], interval)
    return ""


def _weekly(days: list[int], interval: int) -> str:
    names = [WEEKDAYS[day] for day in days]
    if interval == 1:
        return f"chaque {names[0]}" if len(names) == 1 else f"tous les {listed(f'{name}s' for name in names)}"
    return f"toutes les {interval} semaines, le {listed(names, 'et le')}"


def _monthly(rule: Mapping[str, Sequence[object]], days: list[str], start: date) -> str:
    rest = set(rule) - {"FREQ", "INTERVAL", "UNTIL", "COUNT", "WKST"}
    if rest <= {"BYMONTHDAY"} and [str(day) for day in rule.get("BYMONTHDAY", ())] in ([], [str(start.day)]):
        return f"le {start.day}{'er' if start.day == 1 else ''} du mois"
    if rest == {"BYDAY", "BYSETPOS"} and len(days) == 1:
        days = [f"{position}{days[0]}" for position in rule["BYSETPOS"]]
    elif rest != {"BYDAY"}:
        return ""
    positions = [_ORDINALS.get(int(day[:-2] or 0), "") for day in days]
    names = {day[-2:] for day in days}
    if not all(positions) or len(names) != 1 or not names <= set(_DAYS):
        return ""
    return f"{listed(f'le {position}' for position in positions)} {WEEKDAYS[_DAYS[names.pop()]]} du mois"


def _one(rule: Mapping[str, Sequence[object]], name: str) -> object:
    values = rule.get(name)
    return values[0] if values else None


def _number(rule: Mapping[str, Sequence[object]], name: str, otherwise: int) -> int:
    value = _one(rule, name)
    return value if isinstance(value, int) else otherwise
