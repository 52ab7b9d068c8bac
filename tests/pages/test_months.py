"""Which events and dates there are in a month, and between two days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from plugins.model.agenda import dates
from plugins.model.site import Site
from plugins.pages.months import Month, by_month
from tests.pages.sites import agenda
from tests.towns import TODAY, read_event


def _varied() -> Site:
    """Return a site of events of all lengths, some at the turn of a month, some that come back."""
    return agenda(
        "debut: 30/11/2026 20h\nfin: 0h30",
        "debut: 29/11/2026\nfin: 02/12/2026",
        "debut: 01/10/2026\nfin: 15/01/2027",
        "debut: 24/11/2026 14h\nfin: 16h\nrepetition: chaque mardi, 12 fois\naussi: 28/11/2026 9h, 29/11/2026 22h30",
        "debut: 31/10/2026\nfin: 01/11/2026\nrepetition: tous les 15 jours, 4 fois",
        "debut: 28/11/2026 22h\nfin: 29/11/2026 9h\naussi: 29/11/2026 8h",
        "debut: 01/12/2026",
    )


@pytest.mark.parametrize(("year", "month", "last"), [(2026, 12, 31), (2027, 2, 28), (2028, 2, 29)])
def test_a_month_ends_on_its_last_day(year: int, month: int, last: int) -> None:
    """December, February and leap years included."""
    assert Month(year, month).last == date(year, month, last)


def test_an_event_stands_in_each_month_that_it_touches() -> None:
    """One that lasts from October to January is in four of them, one that ends before dawn stays in its month."""
    found = by_month(agenda("debut: 01/10/2026\nfin: 15/01/2027", "debut: 30/11/2026 20h\nfin: 0h30").agenda)
    assert [(month.name, [event.title for event in events]) for month, events in found.items()] == [
        ("octobre 2026", ["Fête 1"]), ("novembre 2026", ["Fête 1", "Fête 2"]), ("décembre 2026", ["Fête 1"]), ("janvier 2027", ["Fête 1"]),
    ]  # fmt: skip


@pytest.mark.parametrize("length", [0, 1, 9, 40])
def test_the_dates_between_two_days_are_those_of_the_agenda(length: int) -> None:
    """Whatever the window, the events found by month have exactly the dates that the whole agenda has there."""
    site = _varied()
    for shift in range(-70, 90):
        first = TODAY + timedelta(days=shift)
        last = first + timedelta(days=length)
        found = site.agenda.events_between(first, last)
        assert dates(found, first, last) == dates(site.events, first, last) == site.agenda.between(first, last)
        assert len(found) == len({found.event.path for found in site.agenda.between(first, last)})


def test_dates_are_over_once_their_last_day_is() -> None:
    """On its last day a date still goes on."""
    event = read_event("debut: 20/11/2026\nfin: 22/11/2026\naussi: 27/11/2026")
    assert [event.occurrences.over(date(2026, 11, day)) for day in (20, 22, 23, 29, 30)] == [0, 0, 1, 1, 2]
