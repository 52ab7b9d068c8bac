"""The dates of one event, held as shapes and days."""

from __future__ import annotations

import pickle
from datetime import date, time, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.model.occurrence import Change, Occurrence, Shape
from plugins.model.occurrences import Occurrences
from plugins.model.state import State
from tests.model.samples import event
from tests.towns import PARIS

FIRST = date(2026, 11, 1)
DAYS = st.lists(st.integers(0, 120).map(lambda n: FIRST + timedelta(n)), min_size=1, max_size=8)
EVENINGS = st.sampled_from([Shape(time(hour), length, PARIS) for hour in (9, 20, 23) for length in (None, timedelta(hours=3), timedelta(days=2))])
WHOLE_DAYS = st.integers(1, 40).map(lambda n: Shape(None, timedelta(n), PARIS))
HELD = st.dictionaries(EVENINGS, DAYS, min_size=1, max_size=3).filter(lambda found: len({shape.hour for shape in found}) == len(found))
PLAIN = st.one_of(HELD, st.dictionaries(WHOLE_DAYS, DAYS, min_size=1, max_size=1)).map(Occurrences.on)


@st.composite
def _changed(draw: st.DrawFn) -> Occurrences:
    """Return dates some of which were put on another day, or said to be cancelled, none at the start of another."""
    plain = draw(PLAIN)
    chosen = draw(st.lists(st.sampled_from(list(plain)), min_size=1, max_size=4, unique_by=lambda one: one.start))
    shifts = [timedelta(draw(st.integers(-60, 60))) for _ in chosen]
    found = Occurrences(plain.groups, tuple(_moved(one, shift) for one, shift in zip(chosen, shifts, strict=True)))
    assume(len({one.start for one in found}) == len(plain))
    return found


def _moved(one: Occurrence, shift: timedelta) -> Occurrence:
    state = State.POSTPONED if shift else State.CANCELLED
    return replace(one, start=one.start + shift, end=one.end and one.end + shift, change=Change(one.start, state))


DATES = PLAIN | _changed()
MOMENT = st.integers(-50, 220).map(lambda n: FIRST + timedelta(n))


@given(DATES)
def test_they_are_in_order_and_each_start_is_there_once(found: Occurrences) -> None:
    """Whatever the shapes, dates come by their start, and the first one is found without the others."""
    starts = [occurrence.start for occurrence in found]
    assert starts == sorted(set(starts))
    assert (len(found), found.first) == (len(starts), found[0])


@given(DATES, MOMENT, st.integers(0, 60))
def test_between_two_days_are_those_that_touch_one_of_them(found: Occurrences, first: date, length: int) -> None:
    """Long ones that began before are among them."""
    last = first + timedelta(length)
    near = tuple(each for each in found if each.day <= last and each.last_day >= first)
    assert (found.between(first, last), found.touch(first, last)) == (near, near != ())


@given(DATES, MOMENT)
def test_those_over_are_at_the_head(found: Occurrences, day: date) -> None:
    """What is counted as over has ended, and what comes next has not."""
    over = found.over(day)
    assert all(each.last_day < day for each in found[:over])
    assert over == len(found) or found[over].last_day >= day


@given(DATES)
def test_the_last_day_is_that_of_the_last_date(found: Occurrences) -> None:
    """Found without making the dates where all have one shape."""
    assert found.last_day == found[-1].last_day


@given(DATES)
def test_their_months_are_those_they_touch(found: Occurrences) -> None:
    """Each day of each date has its month."""
    days = [each.day + timedelta(n) for each in found for n in range(each.days)]
    assert found.months == {(day.year, day.month) for day in days}


@given(DATES)
def test_what_was_kept_comes_back_the_same(found: Occurrences) -> None:
    """Only shapes and days are kept; the rest is worked out again."""
    assert list(found) == list(pickle.loads(pickle.dumps(found)))  # our own, from the line itself
    assert len(pickle.dumps(found)) == len(pickle.dumps(Occurrences(found.groups, found.changed)))


@given(_changed())
def test_a_changed_date_stands_for_the_one_it_was(found: Occurrences) -> None:
    """There are as many dates as were announced, each changed one in the place of another, and what was announced is still known."""
    assert len(found) == len(list(found)) == len(list(found.announced))
    assert sorted(one.announced.start for one in found) == [one.start for one in found.announced]
    assert {one.start for one in found.announced} >= {one.change.was for one in found.changed if one.change}
    assert [one.announced for one in sorted(found, key=lambda one: one.announced.start)] == list(found.announced)


def test_a_date_given_twice_is_one() -> None:
    """`aussi` may name a day that the rhythm gives anyway."""
    found = event("debut: 01/12/2026 9h\nrepetition: chaque mardi, 3 fois\naussi: 08/12/2026, 09/12/2026 10h")
    assert [each.start.strftime("%d %H") for each in found.occurrences] == ["01 09", "08 09", "09 10", "15 09"]
