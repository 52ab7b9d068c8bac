"""School and public holidays, from the libraries that keep them."""

from __future__ import annotations

from jours_feries_france import JoursFeries
from vacances_scolaires_france import SchoolHolidayDates

from plugins.model.exceptions import DaysOff

YEARS = range(1990, 2101)
"""Years whose public holidays are known, which is every year an agenda can speak of."""


def days_off(zone: str) -> DaysOff:
    """Return the school holidays of a zone ("A", "B", "C"; empty: none) and the public holidays."""
    public = frozenset(day for year in YEARS for day in JoursFeries.for_year(year).values())
    if not zone:
        return DaysOff(public=public)
    holidays = SchoolHolidayDates().data
    school = frozenset(day for day, row in holidays.items() if row[f"vacances_zone_{zone.lower()}"])
    return DaysOff(school, public, max(school))
