"""The dates that ical.js finds are the dates of the model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.agenda.calendars import event_calendar
from plugins.agenda.recurrence import recurrence
from plugins.agenda.vevent import Vevent
from plugins.model.event import Event
from tests.agenda.ical_js import IcalJs, Read, told_to_ical_js
from tests.agenda.repetitions import CHANGES, changed_headers, headers
from tests.towns import IDENTITY, read_event, try_event


@pytest.fixture(scope="module")
def ical_js() -> Iterator[IcalJs]:
    """Yield the reader."""
    with IcalJs() as reader:
        yield reader


def compare(event: Event, reader: IcalJs) -> None:
    """Assert that the reader finds the model's dates and no other: start, end, title, place, transparency."""
    found, told = reader.read(event_calendar(Vevent(event, IDENTITY))), told_to_ical_js(event)
    if _first_night_is_odd(event):
        found, told = _without_ends(found), _without_ends(told)
    assert found == told


def _first_night_is_odd(event: Event) -> bool:
    """Return whether the hour changes while the first date lasts.

    ical.js then gives all dates the time that goes by in the first one (RFC 5545 §3.8.5.3: "the same exact duration"), an hour more or less
    than on the wall; the model, as every other reader, keeps the end on the wall.
    """
    when = recurrence(event)
    return isinstance(when.start, datetime) and isinstance(when.end, datetime) and when.start.utcoffset() != when.end.utcoffset()


def _without_ends(dates: list[Read]) -> list[Read]:
    return sorted(replace(date, end="") for date in dates)


@given(st.one_of(headers(), changed_headers()))
@settings(max_examples=400)
def test_finds_the_dates_of_the_model(ical_js: IcalJs, header: str) -> None:
    """Whatever the repetition, taken away, added, put off, cancelled or elsewhere, across both changes of hour."""
    event = try_event(header)
    assume(event is not None)  # the model refuses an hour that the change of hour skips
    assert event is not None
    compare(event, ical_js)


@pytest.mark.parametrize("change", CHANGES, ids=str)
@pytest.mark.parametrize("hours", ["00h30", "03h", "10h30", "10h et 18h", ""])
@pytest.mark.parametrize(
    "series", [(14, "chaque dimanche"), (14, "un dimanche sur deux"), (0, "le dernier dimanche du mois"), (18, "tous les jours")]
)
def test_on_the_sunday_of_the_change_itself(change: date, series: tuple[int, str], hours: str, ical_js: IcalJs) -> None:
    """Series with a date on that day: at any hour, twice, or for whole days."""
    before, rule = series
    first = change - timedelta(days=before)
    hour, _, other = hours.partition(" et ")
    length = "duree: 60 min" if hours else f"fin: {first + timedelta(days=2):%d/%m/%Y}"
    event = read_event(f"debut: {first:%d/%m/%Y} {hour}\n{length}\nrepetition: {rule}{f' à {hours}' if other else ''}, 30 fois")

    assert change in {one.day for one in event.occurrences}
    compare(event, ical_js)
