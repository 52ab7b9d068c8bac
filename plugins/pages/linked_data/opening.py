"""The opening hours of a house as machines read them, where its writer's lines leave no doubt.

A line that says more than days and hours (« samedi : 14h – 18h (jeunes) ») means that the door is not simply open then;
hours that leave it out would send people away from an open door, so such a house tells machines none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.model.dates import WEEKDAYS, read_hour
from plugins.model.hours import HOUR
from plugins.model.problem import Wrong
from plugins.model.text import fold
from plugins.pages.linked_data.things import Thing

ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The days of schema.org/DayOfWeek; Google takes their bare names."""
_DAY = "|".join(WEEKDAYS)
_DAYS = rf"(?:le |les )?(?:{_DAY})s?(?:(?:, | et )(?:le |les )?(?:{_DAY})s?)*"
_WEEK = rf"(?:du )?(?P<first>{_DAY}) (?:au|a|-|–) (?P<last>{_DAY})"
_SPAN = rf"(?:de )?{HOUR} ?(?:-|–|a) ?{HOUR}"
_LINE = re.compile(rf"(?:{_WEEK}|(?P<days>{_DAYS})) ?:? ?(?P<spans>{_SPAN}(?:(?:,? et |, | puis ){_SPAN})*)")


def opening(lines: Iterable[str]) -> list[Thing]:
    """Return the hours of some lines such as `mardi : 8h30 – 12h et 14h – 18h45`; none when one of them says anything else."""
    try:
        return [hours for line in lines for hours in _read(line)]
    except Wrong:
        return []


def _read(line: str) -> Iterator[Thing]:
    """Yield what a line says. Raise Wrong when it is not all understood."""
    match = _LINE.fullmatch(fold(line).rstrip(" ."))
    if not match:
        raise Wrong(line, "")
    days = _week(match["first"], match["last"]) if match["first"] else [day for day in WEEKDAYS if day in match["days"]]
    names = [ENGLISH[WEEKDAYS.index(day)] for day in days]
    hours = [f"{read_hour(hour):%H:%M}" for hour in re.findall(HOUR, match["spans"])]
    for opens, closes in zip(hours[::2], hours[1::2], strict=True):
        yield {"@type": "OpeningHoursSpecification", "dayOfWeek": names, "opens": opens, "closes": closes}


def _week(first: str, last: str) -> tuple[str, ...]:
    return WEEKDAYS[WEEKDAYS.index(first) : WEEKDAYS.index(last) + 1]
