"""The agenda: every date of every event, in order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.model.agenda import Agenda, Date, agenda_of, dates, joined, takes_place
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.state import State
from tests.model.samples import at, event, occurrences

BASE = event("debut: 28/11/2026 14h")


def one(title: str, *found: Occurrence) -> Event:
    """Return an event with these dates."""
    return replace(BASE, title=title, occurrences=occurrences(*found))


def days(first: date, length: int = 1) -> Occurrence:
    """Return a date of that many whole days."""
    return Occurrence(at(first), at(first + timedelta(length)), all_day=True)


EXHIBITION = one("Exposition", days(date(2026, 11, 28), 100))
EVENING = one("Bal", event("debut: 30/11/2026 22h\nfin: 2h").first)
SERIES = replace(event("debut: 01/12/2026 9h\nrepetition: chaque mardi, 3 fois"), title="Café")
EVER = (date(2000, 1, 1), date(2100, 1, 1))
AGENDA = agenda_of((SERIES, EVENING, EXHIBITION))


def test_dates_stand_in_order() -> None:
    """All dates of all events stand by their start, then by title."""
    assert [found.event.title for found in dates(AGENDA.events, *EVER)] == ["Exposition", "Bal", "Café", "Café", "Café"]
    twins = agenda_of((one("b", days(date(2026, 12, 1))), one("a", days(date(2026, 12, 1)))))
    assert [found.event.title for found in twins.between(*EVER)] == ["a", "b"]


@pytest.mark.parametrize(
    ("first", "last", "titles"),
    [
        (date(2026, 11, 27), date(2026, 11, 27), []),
        (date(2026, 11, 30), date(2026, 11, 30), ["Exposition", "Bal"]),
        (date(2026, 12, 1), date(2026, 12, 1), ["Exposition", "Café"]),
        (date(2026, 12, 2), date(2026, 12, 8), ["Exposition", "Café"]),
        (date(2027, 3, 7), date(2027, 3, 7), ["Exposition"]),
        (date(2027, 3, 8), date(2027, 12, 31), []),
    ],
)
def test_a_span_has_what_touches_it(first: date, last: date, titles: list[str]) -> None:
    """A span of days has every date that touches it, long ones that began before it too; a ball ends the day it began."""
    assert [found.event.title for found in AGENDA.between(first, last)] == titles


def test_every_month_that_is_touched_is_there() -> None:
    """A long event is in each month it lasts through."""
    assert AGENDA.months == ((2026, 11), (2026, 12), (2027, 1), (2027, 2), (2027, 3))


def test_an_empty_agenda_has_nothing() -> None:
    """Without an event there is no date and no month."""
    assert (Agenda().months, Agenda().between(*EVER), list(Agenda().after(EVER[0]))) == ((), [], [])


@pytest.mark.parametrize(("state", "is_on"), [(State.CANCELLED, False), (State.UNDATED, False), (State.FULL, True), (State.POSTPONED, True)])
def test_what_is_cancelled_does_not_take_place(state: State, is_on: bool) -> None:
    """A cancelled event stays in the agenda but does not take place, nor one that waits for its date; a full one does."""
    found = replace(BASE, state=state)
    assert takes_place(Date(found.first, found)) is is_on


def test_a_date_of_a_series_is_cancelled_alone() -> None:
    """What is said of one date counts for it alone, unless the whole event does not take place."""
    header = "debut: 01/12/2026 9h\nrepetition: chaque mardi, 3 fois\nchangements: 08/12/2026 : annulé ; 15/12/2026 : complet"
    found = event(header)
    states = [each.state for each in agenda_of((found,)).between(*EVER)]
    assert states == [State.ON, State.CANCELLED, State.FULL]
    assert [each.state for each in dates((replace(found, state=State.UNDATED),), *EVER)] == [State.UNDATED] * 3


def test_a_moved_date_is_found_where_it_is_now() -> None:
    """A date put off to another month is in that month, and an agenda of the old day has it no more."""
    moved = event("debut: 01/12/2026 9h\nrepetition: chaque mardi, 2 fois\nchangements: 08/12/2026 : reporté au 10/02/2027")
    agenda = agenda_of((moved,))
    assert agenda.months == ((2026, 12), (2027, 2))
    assert agenda.between(date(2026, 12, 8), date(2026, 12, 8)) == []
    assert [each.occurrence.day for each in agenda.after(date(2026, 12, 1))] == [date(2027, 2, 10)]


@pytest.mark.parametrize(
    ("state", "prefix"),
    [("annulé", "ANNULÉ – "), ("complet", "COMPLET – "), ("reporté au 05/12/2026", "REPORTÉ – "), ("reporté sans date", "REPORTÉ – ")],
)
def test_a_state_stands_before_the_title(state: str, prefix: str) -> None:
    """Whoever reads the title alone sees that an event is not simply on."""
    assert event(f"debut: 28/11/2026\netat: {state}").prefix == prefix


SPANS = st.tuples(st.integers(0, 90), st.integers(1, 60)).map(lambda drawn: days(date(2026, 1, 1) + timedelta(drawn[0]), drawn[1]))


@given(st.lists(SPANS, max_size=12), st.integers(0, 150), st.integers(0, 20))
def test_a_span_misses_nothing(found: list[Occurrence], offset: int, length: int) -> None:
    """Looking for a span gives the same as looking at every date."""
    agenda = agenda_of(tuple(one(str(n), occurrence) for n, occurrence in enumerate(found)))
    first = date(2026, 1, 1) + timedelta(offset)
    last = first + timedelta(length)
    expected = sorted((o.start, str(n)) for n, o in enumerate(found) if o.day <= last and o.last_day >= first)
    assert [(each.occurrence.start, each.event.title) for each in agenda.between(first, last)] == expected


@given(st.lists(SPANS, max_size=12), st.integers(0, 150))
def test_what_comes_after_a_day_starts_after_it(found: list[Occurrence], offset: int) -> None:
    """Every date that starts later is there once, in order; what still goes on is not."""
    agenda = agenda_of(tuple(one(str(n), occurrence) for n, occurrence in enumerate(found)))
    day = date(2026, 1, 1) + timedelta(offset)
    expected = sorted((o.start, str(n)) for n, o in enumerate(found) if o.day > day)
    assert [(each.occurrence.start, each.event.title) for each in agenda.after(day)] == expected


def test_agendas_of_folders_make_one() -> None:
    """Where events lie makes no difference to what is asked of the agenda."""
    whole, parts = agenda_of((EVENING, EXHIBITION, SERIES)), joined([agenda_of((SERIES, EXHIBITION)), agenda_of((EVENING,)), agenda_of(())])
    assert (parts, parts.events, parts.months) == (whole, whole.events, whole.months)


def test_a_month_that_lies_in_one_folder_stays_as_it_is() -> None:
    """What is worked out from a month is known again by the month itself, so that an edit touches no other."""
    winter, spring = agenda_of((one("Café", days(date(2026, 12, 1))),)), agenda_of((one("Bal", days(date(2027, 3, 1))),))
    both = joined([winter, spring])
    assert (both.begun["2027-03"] is spring.begun["2027-03"], both.by_month[2026, 12] is winter.by_month[2026, 12]) == (True, True)
