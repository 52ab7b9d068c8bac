"""French dates, hours and durations, read as people write them and refused when two readings are possible.

Day comes before month, always. Nothing here knows what day it is: a date without a year is only
read next to another date (`near`), otherwise its year is asked for.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.model.text import fold

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The same as calendars write them (RFC 5545 §3.3.10)."""
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")  # fmt: skip
_MONTH = {
    **{fold(name): number for number, name in enumerate(MONTHS, 1)},
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)")
_DIGITS = re.compile(r"(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?:(?P=sep)(?P<y>\d{4}|\d{2}))?(?![\d/.-]*\d)")
_WORDS = re.compile(r"(?P<d>\d{1,2}|1er|premier)\.? (?P<m>[a-z]+)\.?(?: (?P<y>\d{4})(?!\d))?")
_WEEKDAY = re.compile(rf"(?:le )?(?P<w>{'|'.join(WEEKDAYS)}),? ")
_HOUR = re.compile(r"(?P<h>\d{1,2}) ?(?:heures?|h|:) ?(?P<m>\d{2})?(?::\d{2})?(?!\d)|(?P<word>midi|minuit)\b")
_DURATION = re.compile(r"(?:(?P<j>\d{1,3}) ?(?:j|jours?))?,? ?(?:(?P<h>\d{1,3}) ?(?:h|heures?))? ?(?:(?P<m>\d{1,3}) ?(?:mn|min|minutes?|m)?)?")
_EXAMPLE = "Écrivez le jour, le mois et l'année, par exemple 28/11/2026 ou 28 novembre 2026."


class Moment(Struct, frozen=True):
    """A day, and an hour when one was written."""

    day: date
    hour: time | None = None


class End(Struct, frozen=True):
    """When something ends, as written: a day, an hour, or both."""

    day: date | None
    hour: time | None


def read_date(text: str, near: date | None = None) -> date:
    """Return the date written in the text, alone. Raise Wrong when it is impossible or ambiguous."""
    day, rest = take_date(text, near)
    if rest:
        raise Wrong(f"« {text} » : « {rest} » est de trop après la date.", _EXAMPLE)
    return day


def read_hour(text: str) -> time:
    """Return the hour written in the text, alone: `14h`, `14 h 30`, `14:30`, `midi`. Raise Wrong."""
    hour, rest = take_hour(text)
    if rest:
        raise Wrong(f"« {text} » : « {rest} » est de trop après l'heure.", "Écrivez par exemple 14h30.")
    return hour


def read_moment(text: str, near: date | None = None) -> Moment:
    """Return a date with its hour if one follows: `28/11/2026 à 14h30`. Raise Wrong."""
    day, rest = take_date(text, near)
    if not rest:
        return Moment(day)
    hour, rest = take_hour(rest)
    if rest:
        raise Wrong(f"« {text} » : « {rest} » est de trop après l'heure.",
                    "Écrivez une date et une heure ici, et l'heure de fin avec la clé « fin ».")  # fmt: skip
    return Moment(day, hour)


def read_end(text: str, near: date | None = None) -> End:
    """Return an end, which may be only an hour (`18h`), only a day, or both. Raise Wrong."""
    if _HOUR.match(_without_preposition(fold(text))):
        return End(None, read_hour(text))
    moment = read_moment(text, near)
    return End(moment.day, moment.hour)


def read_duration(text: str) -> timedelta:
    """Return a length of time: `1h30`, `2 h`, `90 min`, `3 jours`. Raise Wrong."""
    match = _DURATION.fullmatch(fold(text))
    parts = {name: int(value or 0) for name, value in match.groupdict().items()} if match else {}
    length = timedelta(days=parts.get("j", 0), hours=parts.get("h", 0), minutes=parts.get("m", 0))
    if not length or fold(text).isdigit():
        raise Wrong(f"« {text} » n'est pas une durée.", "Écrivez par exemple 1h30, 2h ou 45 min.")
    return length


def localized(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """Return that hour of that day in the zone. Raise Wrong for an hour that the change of hour skips.

    An hour that exists twice (last Sunday of October) means the first of the two, as RFC 5545 §3.3.5 asks.
    """
    local = datetime.combine(day, hour, zone)
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Wrong(f"{hour.hour} h {hour.minute:02} n'existe pas le {day:%d/%m/%Y} : cette nuit-là, on passe à l'heure d'été.",
                    "Choisissez une autre heure.")  # fmt: skip
    return local


@lru_cache
def change_days(zone: ZoneInfo, year: int) -> frozenset[date]:
    """Return the days of a year on which the hour changes in a zone."""
    midnights = [datetime(year, 1, 1, tzinfo=zone) + timedelta(days=number) for number in range(367)]
    return frozenset(before.date() for before, after in pairwise(midnights) if before.utcoffset() != after.utcoffset())


def take_date(text: str, near: date | None) -> tuple[date, str]:
    """Return the date at the head of a text, and what follows it, folded. Raise Wrong."""
    folded = fold(text)
    weekday, folded = _take_weekday(folded)
    match = _ISO.match(folded) or _DIGITS.match(folded) or _WORDS.match(folded)
    if not match:
        raise _no_date(text)
    month = int(match["m"]) if match["m"].isdigit() else _MONTH.get(match["m"], 0)
    if not month and not match["m"].isdigit():
        raise Wrong(f"« {text} » : « {match['m']} » n'est pas un mois.", _EXAMPLE)
    number = int(match["d"]) if match["d"].isdigit() else 1
    if match["y"] and len(match["y"]) == 2:
        raise Wrong(f"« {text} » : l'année n'a que deux chiffres.", f"Écrivez l'année entière : {number:02}/{month:02}/20{match['y']}.")
    day = _dated(text, int(match["y"]) if match["y"] else None, month, number, near)
    if weekday is not None and day.weekday() != weekday:
        raise Wrong(f"« {text} » : le {day:%d/%m/%Y} est un {WEEKDAYS[day.weekday()]}, pas un {WEEKDAYS[weekday]}.",
                    "Corrigez le jour de la semaine ou la date.")  # fmt: skip
    return day, folded[match.end() :].strip(" ,")


def _take_weekday(folded: str) -> tuple[int | None, str]:
    if match := _WEEKDAY.match(folded):
        return WEEKDAYS.index(match["w"]), folded[match.end() :]
    return None, folded.removeprefix("le ")


def _dated(text: str, year: int | None, month: int, day: int, near: date | None) -> date:
    if not 1 <= month <= 12:
        hint = f"Le jour vient avant le mois : {month:02}/{day:02}." if day <= 12 else _EXAMPLE
        raise Wrong(f"« {text} » : il n'y a pas de mois {month}.", hint)
    if year is not None:
        return _existing(text, year, month, day)
    if near is None:
        raise Wrong(f"« {text} » : il manque l'année.", _EXAMPLE)
    return _after(text, near, month, day)


def _after(text: str, near: date, month: int, day: int) -> date:
    """Return the first such day from `near` on; a 29 February may lie up to eight years ahead."""
    if (month, day) != (2, 29):
        _existing(text, near.year, month, day)
    return next(found for year in range(near.year, near.year + 9)
                if day <= monthrange(year, month)[1] and (found := date(year, month, day)) >= near)  # fmt: skip


def _existing(text: str, year: int, month: int, day: int) -> date:
    length = monthrange(year, month)[1] if 1 <= year <= 9999 else 0
    if not 1 <= day <= length:
        raise Wrong(f"« {text} » n'existe pas : {MONTHS[month - 1]} {year} a {length} jours.", "Corrigez le jour.")
    if not 1900 <= year <= 2200:
        raise Wrong(f"« {text} » : l'année {year} est sans doute une faute de frappe.", _EXAMPLE)
    return date(year, month, day)


def _without_preposition(folded: str) -> str:
    return re.sub(r"^(?:,|a|de|vers|jusqu'a|t)(?: |(?=\d|m))", "", folded).strip()


def take_hour(text: str) -> tuple[time, str]:
    """Return the hour at the head of a text, and what follows it, folded. Raise Wrong."""
    folded = _without_preposition(fold(text))
    match = _HOUR.match(folded)
    if not match:
        raise Wrong(f"« {text} » n'est pas une heure.", "Écrivez par exemple 14h30.")
    hour = {"midi": 12, "minuit": 0}.get(match["word"] or "", int(match["h"] or 0))
    minute = int(match["m"] or 0)
    if hour > 23 or minute > 59:
        raise Wrong(f"« {text} » : cette heure n'existe pas.", "Écrivez une heure entre 0h00 et 23h59.")
    return time(hour, minute), folded[match.end() :].strip(" ,")


def _no_date(text: str) -> Wrong:
    if re.fullmatch(r"\d{4}", text.strip()):
        return Wrong(f"« {text.strip()} » n'est qu'une année.", _EXAMPLE)
    if _HOUR.match(fold(text)):
        return Wrong(f"« {text} » est une heure sans date.", "Écrivez la date puis l'heure, par exemple 28/11/2026 14h30.")
    return Wrong(f"« {text} » n'est pas une date.", _EXAMPLE)
