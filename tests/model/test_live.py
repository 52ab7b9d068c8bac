"""The live hour: a weekday in the months of a season."""

from __future__ import annotations

from datetime import date, time

import pytest

from plugins.model.live import Live, last_live, next_live

LIVE = Live(time(18), time(18, 55), 10, 7)


@pytest.mark.parametrize(
    ("today", "coming", "last"),
    [
        (date(2026, 11, 22), date(2026, 11, 26), date(2026, 11, 19)),
        (date(2026, 11, 26), date(2026, 11, 26), date(2026, 11, 19)),
        (date(2026, 12, 31), date(2026, 12, 31), date(2026, 12, 24)),
        (date(2027, 7, 30), date(2027, 10, 7), date(2027, 7, 29)),
        (date(2026, 10, 1), date(2026, 10, 1), date(2026, 7, 30)),
    ],
)
def test_live_hours_are_those_of_the_season(today: date, coming: date, last: date) -> None:
    """The next one may be today; over the summer it is the first of the new season."""
    assert (next_live(LIVE, "TH", today), last_live(LIVE, "TH", today)) == (coming, last)


def test_season_may_stay_within_a_year() -> None:
    """A programme of the summer runs from June to August."""
    assert next_live(Live(time(18), time(19), 6, 8), "TH", date(2026, 11, 22)) == date(2027, 6, 3)


def test_weekday_that_is_none_has_no_live_hour() -> None:
    """A mistake in the settings promises nothing."""
    assert next_live(LIVE, "JEUDI", date(2026, 11, 22)) is None
    assert last_live(LIVE, "", date(2026, 11, 22)) is None
