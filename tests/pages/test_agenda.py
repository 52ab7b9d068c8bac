"""The pages of the agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plugins.pages.agenda import coming, weekend
from plugins.pages.months import Month
from tests.pages.sites import addresses, agenda, given_at, page_at
from tests.towns import IDENTITY, TODAY


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 11, 23), date(2026, 11, 28), date(2026, 11, 29)),
        (date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 29)),
        (date(2026, 11, 28), date(2026, 11, 28), date(2026, 11, 29)),
        (date(2026, 11, 29), date(2026, 11, 29), date(2026, 11, 29)),
    ],
    ids=["lundi", "vendredi", "samedi", "dimanche"],
)
def test_this_weekend(today: date, first: date, last: date) -> None:
    """Until Friday it is the next one, then what is left of it."""
    assert weekend(today) == (first, last)


def test_the_weekend_page_lists_only_the_weekend() -> None:
    """Friday evening and Monday are not in it."""
    site = agenda("debut: 27/11/2026 20h", "debut: 28/11/2026 10h", "debut: 30/11/2026 10h", today=date(2026, 11, 25))
    assert [card.title for day in given_at(site, "/agenda/ce-week-end/")["days"] for card in day.cards] == ["Fête 2"]


def test_months_know_their_neighbours() -> None:
    """A month leads to the nearest months that have dates, over those that have none; the first and last have one neighbour."""
    site = agenda("debut: 05/11/2026", "debut: 20/12/2026", "debut: 10/03/2027")
    found = [given_at(site, address) for address in ("/agenda/2026/11/", "/agenda/2026/12/", "/agenda/2027/03/")]
    assert [(given["before"], given["after"]) for given in found] == [
        (None, Month(2026, 12)), (Month(2026, 11), Month(2027, 3)), (Month(2026, 12), None),
    ]  # fmt: skip


def test_only_months_with_dates_have_a_page() -> None:
    """An empty agenda has its three pages and no month."""
    found = sorted(address for address in addresses(agenda()) if address.startswith("/agenda/"))
    assert found == ["/agenda/", "/agenda/aujourd-hui/", "/agenda/ce-week-end/"]


def test_a_month_does_not_depend_on_the_day() -> None:
    """A month's page is the same whichever day the site is built on."""
    header = "debut: 05/11/2026 14h\nrepetition: chaque jeudi, 6 fois"
    assert page_at(agenda(header), "/agenda/2026/11/") == page_at(agenda(header, today=date(2027, 1, 1)), "/agenda/2026/11/")


def test_the_coming_weeks_are_cut_at_sixty_days() -> None:
    """What lies further ahead is left to its month."""
    assert [day.day for day in coming(agenda("debut: 20/01/2027", "debut: 21/01/2027").events, TODAY).days] == [date(2027, 1, 20)]


def test_the_agenda_page_stays_light() -> None:
    """With a hundred dates a day the page stops after the first day."""
    assert len(coming(agenda(*["debut: 28/11/2026"] * 61, "debut: 29/11/2026").events, TODAY).days) == 1


def test_past_months_are_not_offered() -> None:
    """The agenda leads to this month and the next ones."""
    site = agenda("debut: 05/10/2026", "debut: 05/11/2026", "debut: 05/12/2026")
    assert given_at(site, "/agenda/")["months"] == (Month(2026, 11), Month(2026, 12))


def test_the_calendar_is_subscribed_by_webcal() -> None:
    """The link opens the calendar application, on the public host and in the site's folder."""
    site = agenda(today=TODAY, identity=replace(IDENTITY, url="https://villeneuve.example/centre"))
    assert given_at(site, "/agenda/")["webcal"] == "webcal://villeneuve.example/centre/agenda.ics"
