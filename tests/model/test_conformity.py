"""How far a site follows the RGAA: only what a person has reviewed counts, and for three years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from plugins.model.conformity import Conformity, Review, conformity, last_day

DAY = date(2027, 1, 12)


@pytest.mark.parametrize(
    ("rate", "state"),
    [("0", Conformity.NONE), ("49.99", Conformity.NONE), ("50", Conformity.PARTIAL), ("99.99", Conformity.PARTIAL), ("100", Conformity.FULL)],
)
def test_the_rate_decides(rate: str, state: Conformity) -> None:
    """All criteria met, at least half of them, or less."""
    assert conformity(Review(DAY, Decimal(rate), "Une association"), DAY) is state


def test_without_a_review_nothing_is_claimed() -> None:
    """Programs see a part of the barriers: only a person's review makes a site conform."""
    assert conformity(None, DAY) is Conformity.NONE


@pytest.mark.parametrize(("today", "counts"), [(date(2027, 1, 11), False), (DAY, True), (date(2030, 1, 12), True), (date(2030, 1, 13), False)])
def test_a_review_counts_for_three_years(today: date, counts: bool) -> None:
    """From its day on, not before, and not for ever."""
    assert (conformity(Review(DAY, Decimal(100), "Une association"), today) is Conformity.FULL) is counts


def test_a_review_of_a_leap_day_ends_on_a_day_that_exists() -> None:
    """Three years after 29 February there is none."""
    assert last_day(Review(date(2028, 2, 29), Decimal(80), "Une association")) == date(2031, 2, 28)
