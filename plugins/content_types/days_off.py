"""School and public holidays, from the libraries that keep them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from importlib.resources import files

from jours_feries_france import JoursFeries

from plugins.model.exceptions import DaysOff

YEARS = range(1990, 2101)
"""Years whose public holidays are known, which is every year an agenda can speak of."""


@lru_cache
def days_off(zone: str) -> DaysOff:
    """Return the school holidays of a zone ("A", "B", "C"; empty: none) and the public holidays."""
    public = frozenset(day for year in YEARS for day in JoursFeries.for_year(year).values())
    if not zone:
        return DaysOff(public=public)
    school = _school_holidays(f"vacances_zone_{zone.lower()}")
    return DaysOff(school, public, max(school))


def _school_holidays(column: str) -> frozenset[date]:
    """Return the days of one zone from the library's data; its own reader decodes by the machine's locale, and slowly.

    Dates and flags, which come first, hold neither comma nor quote, so that no reader of CSV has to look at 14,000 lines.
    """
    data = files("vacances_scolaires_france").joinpath("data/data.csv").read_text("utf-8")
    names, *rows = (line.split(",") for line in data.splitlines())
    day, place = names.index("date"), names.index(column)
    return frozenset(date.fromisoformat(row[day]) for row in rows if row[place] == "True")
