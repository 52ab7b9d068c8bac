"""How dates are arranged in lists."""

from __future__ import annotations

from datetime import date, timedelta

from plugins.pages.listing import Day, Listing, arrange, by_day, folded, until_full
from tests.pages.sites import agenda
from tests.towns import TODAY


def _arranged(*headers: str) -> Listing:
    site = agenda(*headers)
    return arrange(site.agenda.between(TODAY, TODAY + timedelta(days=59)), TODAY)


def test_regular_events_are_told_once() -> None:
    """A weekly event stands once, with its rhythm and all its dates, and never among the days."""
    listing = _arranged("debut: 24/11/2026 14h\nfin: 16h\nrepetition: chaque mardi jusqu'au 15/12/2026")
    assert listing.days == ()
    assert [(item.rhythm, len(item.days)) for item in listing.regular] == [("chaque mardi", 4)]


def test_regular_events_stand_by_weekday_then_hour() -> None:
    """What comes back is listed from Monday to Sunday, the morning before the evening."""
    listing = _arranged(
        "debut: 26/11/2026 9h\nrepetition: chaque jeudi, 3 fois",
        "debut: 24/11/2026 18h\nrepetition: chaque mardi, 3 fois",
        "debut: 24/11/2026 9h\nrepetition: chaque mardi, 3 fois",
    )
    assert [item.card.title for item in listing.regular] == ["Fête 3", "Fête 2", "Fête 1"]


def test_dates_given_one_by_one_stay_among_the_days() -> None:
    """A show played twice is no regular event: each date has its day."""
    listing = _arranged("debut: 24/11/2026 20h\naussi: 27/11/2026 20h")
    assert [day.day for day in listing.days] == [date(2026, 11, 24), date(2026, 11, 27)]
    assert listing.regular == ()


def test_long_events_stand_apart() -> None:
    """An exhibition of three weeks stands apart; a fête of two days stays on its first day."""
    listing = _arranged("debut: 01/11/2026\nfin: 05/12/2026", "debut: 28/11/2026\nfin: 29/11/2026")
    assert [card.title for card in listing.long] == ["Fête 1"]
    assert [(day.day, len(day.cards)) for day in listing.days] == [(date(2026, 11, 28), 1)]


def test_an_empty_agenda_is_empty() -> None:
    """Without a date the listing says so."""
    assert _arranged().is_empty
    assert not _arranged("debut: 28/11/2026").is_empty


def test_what_began_before_stands_on_the_first_day() -> None:
    """An event that began yesterday and goes on is listed today."""
    site = agenda("debut: 21/11/2026\nfin: 22/11/2026")
    assert [day.day for day in by_day(site.agenda.between(TODAY, TODAY), TODAY)] == [TODAY]


def test_a_full_day_keeps_what_is_rare() -> None:
    """On a day with much, what takes place once is shown, and the rest is folded away in the order of the hours."""
    (day,) = by_day(agenda(*(f"debut: 28/11/2026 {hour}h" for hour in range(9, 19))).agenda.between(TODAY, TODAY + timedelta(days=9)), TODAY)
    rare = frozenset({day.cards[8].address})
    short = folded(day, rare, 3)
    assert [card.title for card in short.cards] == ["Fête 1", "Fête 2", "Fête 9"]
    assert len(short.more) == 7
    assert folded(Day(TODAY, day.cards[:4]), rare, 3).more == ()


def test_a_day_is_never_cut() -> None:
    """A list stops after the day on which it is full."""
    days = by_day(
        agenda(*["debut: 28/11/2026"] * 3, "debut: 29/11/2026", "debut: 30/11/2026").agenda.between(TODAY, TODAY + timedelta(days=9)), TODAY
    )
    assert [len(day.cards) for day in until_full(days, 2)] == [3]
    assert until_full(days, 100) == days
