"""When the events of a season take place: the header's lines about dates, in the ways writers type them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from plugins.model.dates import MONTHS, WEEKDAYS

Lines = dict[str, str]
_ORDINALS = ("1er", "2e", "3e", "4e")


def season_start(year: int) -> date:
    """Return the first Monday of September: the season of a year goes from there to the next August."""
    first = date(year, 9, 1)
    return first + timedelta(days=-first.weekday() % 7)


def written(rng: Random, day: date) -> str:
    """Return a date in one of the ways that people write it."""
    return rng.choice(
        (f"{day:%d/%m/%Y}", day.isoformat(), f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"),
    )


def once(rng: Random, year: int) -> tuple[date, Lines]:
    """Return the day and the lines of an event that takes place once."""
    day = season_start(year) + timedelta(days=rng.randrange(350))
    hour, chance = rng.randrange(9, 20), rng.random()
    start = f"{written(rng, day)} {hour}h{rng.choice(('', '30'))}"
    if chance < 0.05:
        return day, {"debut": written(rng, day)}
    if chance < 0.1:
        return day, {"debut": written(rng, day), "fin": f"{day + timedelta(days=rng.randrange(1, 4)):%d/%m/%Y}"}
    if chance < 0.15:
        return day, {"debut": f"{written(rng, day)} 20h30", "fin": "0h30"}
    if chance < 0.3:
        return day, {"debut": start, "duree": rng.choice(("1h30", "2h", "45 min", "3 h"))}
    return day, {"debut": start, "fin": f"{hour + 2}h30"}


def again(rng: Random, year: int) -> tuple[date, Lines]:
    """Return the first day and the lines of an event that comes back."""
    day = season_start(year) + timedelta(days=7 * min(rng.randrange(3, 30), rng.randrange(40)) + rng.randrange(6))
    hour = rng.randrange(9, 19)
    rhythm, has_breaks = rng.choices(_RHYTHMS, weights=(40, 10, 15, 15, 15, 5))[0]
    lines = {"debut": f"{written(rng, day)} {hour}h", "fin": f"{hour + 2}h", "repetition": rhythm(rng, day, date(year + 1, 6, 30))}
    return day, lines | (_breaks(rng, day) if has_breaks else _changes(rhythm, day))


def _changes(rhythm: _Rhythm, day: date) -> Lines:
    """Return `changements` of one short series in three: its second date is cancelled."""
    return {"changements": f"{day + timedelta(days=7):%d/%m/%Y} : annulé"} if rhythm is _some_times and day.day % 3 == 0 else {}


def _breaks(rng: Random, day: date) -> Lines:
    """Return `sauf` and `aussi` of a weekly event; a date given by itself is one of its dates."""
    off, last = day + timedelta(days=7), day + timedelta(days=14)
    skip = rng.choices(
        ("vacances scolaires", "vacances scolaires, jours fériés", f"vacances scolaires, {off:%d/%m/%Y}", f"du {off:%d/%m/%Y} au {last:%d/%m/%Y}"),
        weights=(50, 30, 10, 10),
    )[0]
    return {"sauf": skip, "aussi": f"{day + timedelta(days=3):%d/%m/%Y} 10h" if rng.random() < 0.1 else ""}


def _weekly(_: Random, day: date, last: date) -> str:
    return f"chaque {WEEKDAYS[day.weekday()]} jusqu'au {last:%d/%m/%Y}"


def _two_days(_: Random, day: date, last: date) -> str:
    other = WEEKDAYS[(day.weekday() + 1) % 7]
    return f"tous les {WEEKDAYS[day.weekday()]}s et {other}s jusqu'au {last:%d/%m/%Y}"


def _fortnightly(_: Random, __: date, last: date) -> str:
    return f"tous les 15 jours jusqu'au {last:%d/%m/%Y}"


def _monthly(_: Random, day: date, last: date) -> str:
    weekday, nth = WEEKDAYS[day.weekday()], (day.day - 1) // 7
    return f"le {_ORDINALS[nth] if nth < len(_ORDINALS) else 'dernier'} {weekday} du mois jusqu'au {last:%d/%m/%Y}"


def _some_times(rng: Random, day: date, _: date) -> str:
    return f"chaque {WEEKDAYS[day.weekday()]}, {rng.randrange(3, 9)} fois"


def _days_running(rng: Random, _: date, __: date) -> str:
    return f"tous les jours, {rng.randrange(2, 6)} fois"


_Rhythm = Callable[[Random, date, date], str]
_RHYTHMS: tuple[tuple[_Rhythm, bool], ...] = (
    (_weekly, True), (_two_days, True), (_fortnightly, False), (_monthly, False), (_some_times, False), (_days_running, False),
)  # fmt: skip
"""How it comes back, and whether it stops for holidays; a short series that fell into them would have no date left."""
