"""`sauf`: the days on which a series does not take place."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from plugins.model.dates import read_date
from plugins.model.problem import Wrong
from plugins.model.text import fold


class DaysOff(Struct, frozen=True):
    """The days off of a town, handed in from outside."""

    school: frozenset[date] = frozenset()
    """School holidays of the town's zone."""
    public: frozenset[date] = frozenset()
    """Public holidays."""
    school_until: date | None = None
    """Last day for which the school holidays are known."""


class Except(Struct, frozen=True):
    """When a series stops for a while, as written."""

    school: bool = False
    public: bool = False
    days: tuple[date, ...] = ()
    spans: tuple[tuple[date, date], ...] = ()
    """First and last day, both included."""

    def holds(self, day: date, off: DaysOff) -> bool:
        """Return whether nothing takes place that day."""
        return (
            day in self.days
            or (self.school and day in off.school)
            or (self.public and day in off.public)
            or any(first <= day <= last for first, last in self.spans)
        )

    def idle(self, series: frozenset[date]) -> list[str]:
        """Return the written dates and spans that hit no day of the series."""
        days = [f"{day:%d/%m/%Y}" for day in self.days if day not in series]
        spans = [f"du {a:%d/%m/%Y} au {b:%d/%m/%Y}" for a, b in self.spans if not any(a <= day <= b for day in series)]
        return days + spans


def read_except(text: str, near: date | None = None) -> Except:
    """Return what `sauf` says: school or public holidays, dates, `du … au …`. Raise Wrong."""
    school = public = False
    days: list[date] = []
    spans: list[tuple[date, date]] = []
    for part in re.split(r"[,;\n]|\bet\b", text.strip("[]")):
        said = re.sub(r"^(?:-|pendant|durant)? ?(?:les |le )?", "", fold(part))
        if said in {"vacances scolaires", "vacances"}:
            school = True
        elif said in {"jours feries", "jour ferie", "feries"}:
            public = True
        elif match := re.fullmatch(r"du (.+?) (?:au|a) (.+)", said):
            spans.append(_span(match, near))
        elif said:
            days.append(read_date(said, near))
    return Except(school, public, tuple(days), tuple(spans))


def _span(match: re.Match[str], near: date | None) -> tuple[date, date]:
    last = read_date(match[2], near)
    day = match[1].removesuffix("er")
    first = date(last.year, last.month, int(day)) if day.isdecimal() and 1 <= int(day) <= last.day else read_date(match[1], near)
    if last < first:
        raise Wrong(f"« {match[0]} » : la fin vient avant le début.", "Écrivez d'abord le premier jour, puis le dernier.")
    return first, last
