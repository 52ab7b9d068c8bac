"""How dates are arranged in lists."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from plugins.pages.listing import Day, Listing, arrange, by_day, folded, shortened, until_full
from plugins.pages.months import Month
from tests.pages.sites import agenda
from tests.towns import PARIS, TODAY


def _arranged(*headers: str) -> Listing:
    site = agenda(*headers)
    return arrange(site.agenda.between(TODAY, TODAY + timedelta(days=59)), TODAY)


def test_regular_events_are_told_once() -> None:
    """A weekly event stands once, with its rhythm, its next date and the end of its last one, and never among the days."""
    listing = _arranged("debut: 24/11/2026 14h\nfin: 16h\nrepetition: chaque mardi jusqu'au 15/12/2026")
    assert listing.days == ()
    (item,) = listing.regular
    assert (item.rhythm, item.card.occurrence.day, item.over) == ("chaque mardi", date(2026, 11, 24), datetime(2026, 12, 15, 16, tzinfo=PARIS))


def test_a_regular_event_says_all_its_hours() -> None:
    """One that takes place twice a day says both hours."""
    listing = _arranged("debut: 24/11/2026 10h\nduree: 1h\nrepetition: chaque mardi à 10h et 15h jusqu'au 15/12/2026")
    assert [[occurrence.start.hour for occurrence in item.hours] for item in listing.regular] == [[10, 15]]


def test_the_next_time_is_one_that_takes_place() -> None:
    """The first date is cancelled, the second moved: the next time is the day to which it was moved, under its usual weekday, hour and place."""
    listing = _arranged(
        "debut: 24/11/2026 14h\nlieu: pont\nmaison: pont\nrepetition: chaque mardi, 4 fois\n"
        "changements:\n  24/11/2026 : annulé\n  01/12/2026 : reporté au 02/12/2026 16h, lieu 3 rue Haute"
    )
    (item,) = listing.regular
    assert (item.is_on, item.card.state, item.card.place, item.card.note) == (True, "", "", "")
    assert item.card.occurrence.day == date(2026, 12, 2)
    assert (item.weekday, item.hours[0].start.hour) == (1, 14)


def test_a_series_without_a_date_left_promises_none() -> None:
    """A cancelled series, or one of which each date is, stands with its state and without a next time."""
    listing = _arranged("debut: 24/11/2026 14h\nrepetition: chaque mardi, 2 fois\nchangements: 24/11/2026 : annulé ; 01/12/2026 : annulé")
    assert [(item.is_on, item.card.state, item.exceptions) for item in listing.regular] == [(False, "annulé", ())]
    listing = _arranged("debut: 24/11/2026 14h\nrepetition: chaque mardi, 2 fois\netat: annulé")
    assert [(item.is_on, item.card.state) for item in listing.regular] == [(False, "annulé")]


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


def test_what_was_left_out_is_told() -> None:
    """A list that stops before its last day says in which month it goes on."""
    listing = _arranged(*["debut: 28/11/2026"] * 3, "debut: 02/12/2026")
    assert shortened(listing, 2).left == Month(2026, 12)
    assert shortened(listing, 100) == listing
