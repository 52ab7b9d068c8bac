"""`changements`: what is different about single dates of a series, one date a line."""

from __future__ import annotations

import re
from datetime import date, time

from msgspec import Struct

from plugins.model.dates import read_hour, take_date
from plugins.model.hours import HOUR
from plugins.model.problem import Wrong
from plugins.model.said import EXAMPLES, Said, read_said
from plugins.model.schema import Key, Kind
from plugins.model.text import fold

_HOUR = re.compile(rf"(?:a )?(?P<hour>{HOUR})")
_PARTED = re.compile(r" ?(?::|→|->|=>|=|-|–|—) ?")


class Line(Struct, frozen=True):
    """One date of a series, and what is said of it."""

    written: str
    day: date
    hour: time | None
    """Which of the dates of that day, where several are; without a mark behind it, it may be the date's new hour as well."""
    is_parted: bool
    """Whether a mark stands between that hour and what is said."""
    said: Said


def _read_lines(text: str, near: date | None) -> tuple[Line, ...]:
    written = (" ".join(line.split()).lstrip("-•* ") for line in re.split(r"[\n;]", text))
    return tuple(_read_line(line.strip(" ,"), near) for line in written if line.strip(" ,"))


def _read_line(line: str, near: date | None) -> Line:
    day, rest = take_date(line, near)
    text = line[len(fold(line)) - len(rest) :] if rest else ""  # what stands before it has no letter that folding makes two
    hour, text = _take_hour(text)
    mark = _PARTED.match(text)
    text = text[mark.end() :] if mark else text.lstrip(" ,")
    if not text and (hour is None or mark):
        raise Wrong(f"« {line} » ne dit pas ce qui change.", EXAMPLES)
    try:
        return Line(line, day, hour, mark is not None, read_said(text, day))
    except Wrong as wrong:
        raise Wrong(wrong.what if wrong.what.startswith("«") else f"« {line} » : {wrong.what}", wrong.instead) from None


def _take_hour(text: str) -> tuple[time | None, str]:
    """Return the hour at the head of a text, and what follows it."""
    match = _HOUR.match(fold(text))
    return (read_hour(match["hour"]), text[match.end() :]) if match else (None, text)


CHANGES = Key(
    "changements",
    Kind("une date par ligne, puis ce qui change : « annulé », « complet », « reporté au … », une heure, « lieu … »", _read_lines),
    "Ce qui change à une date d'une répétition, sans toucher aux autres.",
    "22/12/2026 : reporté au 23/12/2026 15h",
    also=("changement",),
)
