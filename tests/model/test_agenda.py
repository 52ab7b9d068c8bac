"""The agenda: every date of every event, in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.agenda import Agenda, dates, takes_place
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
AGENDA = Agenda((SERIES, EVENING, EXHIBITION))


def test_dates_stand_in_order() -> None:
    """All dates of all events stand by their start, then by title."""
    assert [found.event.title for found in dates(AGENDA.events, *EVER)] == ["Exposition", "Bal", "Café", "Café", "Café"]
    twins = Agenda((one("b", days(date(2026, 12, 1))), one("a", days(date(2026, 12, 1)))))
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
    assert (Agenda(()).months, Agenda(()).between(*EVER), list(Agenda(()).after(EVER[0]))) == ((), [], [])


def test_a_cancelled_event_does_not_take_place() -> None:
    """A cancelled event stays in the agenda but does not take place; a full one does."""
    assert not takes_place(replace(BASE, state=State.CANCELLED))
    assert takes_place(replace(BASE, state=State.FULL))


@pytest.mark.parametrize(("state", "prefix"), [("annulé", "ANNULÉ – "), ("complet", "COMPLET – "), ("reporté", "REPORTÉ – "), ("maintenu", "")])
def test_a_state_stands_before_the_title(state: str, prefix: str) -> None:
    """Whoever reads the title alone sees that an event is not simply on."""
    assert event(f"debut: 28/11/2026\netat: {state}").prefix == prefix


SPANS = st.tuples(st.integers(0, 90), st.integers(1, 60)).map(lambda drawn: days(date(2026, 1, 1) + timedelta(drawn[0]), drawn[1]))


@given(st.lists(SPANS, max_size=12), st.integers(0, 150), st.integers(0, 20))
def test_a_span_misses_nothing(found: list[Occurrence], offset: int, length: int) -> None:
    """Looking for a span gives the same as looking at every date."""
    agenda = Agenda(tuple(one(str(n), occurrence) for n, occurrence in enumerate(found)))
    first = date(2026, 1, 1) + timedelta(offset)
    last = first + timedelta(length)
    expected = sorted((o.start, str(n)) for n, o in enumerate(found) if o.day <= last and o.last_day >= first)
    assert [(each.occurrence.start, each.event.title) for each in agenda.between(first, last)] == expected


@given(st.lists(SPANS, max_size=12), st.integers(0, 150))
def test_what_comes_after_a_day_starts_after_it(found: list[Occurrence], offset: int) -> None:
    """Every date that starts later is there once, in order; what still goes on is not."""
    agenda = Agenda(tuple(one(str(n), occurrence) for n, occurrence in enumerate(found)))
    day = date(2026, 1, 1) + timedelta(offset)
    expected = sorted((o.start, str(n)) for n, o in enumerate(found) if o.day > day)
    assert [(each.occurrence.start, each.event.title) for each in agenda.after(day)] == expected
