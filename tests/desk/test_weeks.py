"""Which letter comes next, and which one somebody means."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.desk.weeks import meant, next_week
from plugins.model.problem import Wrong
from tests.newsletter.weeks import letter_of

LETTERS = (letter_of("2026-s48"), letter_of("2026-s09"), letter_of("2026-s48", "numero: 47"))


@pytest.mark.parametrize(
    ("today", "taken", "key"),
    [
        (date(2026, 11, 22), (), "2026-s48"),
        (date(2026, 11, 26), (), "2026-s48"),
        (date(2026, 11, 27), (), "2026-s49"),
        (date(2026, 11, 22), ("2026-s48",), "2026-s49"),
        (date(2026, 11, 22), ("2026-s48", "2026-s49"), "2026-s50"),
        (date(2026, 12, 28), (), "2026-s53"),
        (date(2026, 12, 28), ("2026-s53",), "2027-s01"),
        (date(2027, 1, 1), (), "2027-s01"),
        (date(2027, 12, 31), (), "2028-s01"),
        (date(2020, 12, 30), (), "2020-s53"),
    ],
)
def test_next_letter_is_that_of_the_coming_thursday(today: date, taken: tuple[str, ...], key: str) -> None:
    """Today's when today is Thursday, and the first one that has no letter yet; 2026 has a week 53, 2027 has none."""
    assert next_week(today, lambda week: week.key in taken).key == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("2026-s48", "2026-s48"),
        ("2026-S48", "2026-s48"),
        ("2026 s48", "2026-s48"),
        ("2026-s9", "2026-s09"),
        ("le fil 47", "le-fil-47"),
        ("", "2026-s48"),
    ],
)
def test_a_letter_is_named_as_people_write_it(written: str, key: str) -> None:
    """Without a name it is the newest weekly one."""
    assert meant(LETTERS, written).key == key


def test_a_letter_that_does_not_exist_gets_the_nearest() -> None:
    """A slip of the finger is told with the letter that was meant."""
    with pytest.raises(Wrong) as wrong:
        meant(LETTERS, "2026-s47")
    assert wrong.value.what == "La lettre « 2026-s47 » n'existe pas."
    assert "2026-s48" in wrong.value.instead


def test_without_any_letter_one_is_told_how_to_begin() -> None:
    """There is nothing to show yet."""
    with pytest.raises(Wrong) as wrong:
        meant((), "")
    assert "inv newsletter.new" in wrong.value.instead
