"""Values as many programs write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.chapter import Chapter
from plugins.moving.values import ascending, read_number, read_published, read_seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1:03:38", 3818), ("00:48:12", 2892), ("55:01", 3301), ("3299", 3299), ("3299.7", 3299), ("00:03:05.250", 185), ("00:03:05,250", 185),
        (" 120 ", 120), ("0:00", 0), ("", 0), ("une heure", 0), ("-5", 0), ("1:2:3:4", 0), ("999999", 0),
    ],
)  # fmt: skip
def test_durations(text: str, seconds: int) -> None:
    """Hours or not, fractions or not; what is none is 0."""
    assert read_seconds(text) == seconds


@pytest.mark.parametrize(
    "text", ["Thu, 15 Oct 2026 16:05:00 +0000", "Thu, 15 Oct 2026 16:05:00 GMT", "15 Oct 2026 18:05 +0200", "Thu, 15 Oct 2026 16:05:00 -0000"]
)
def test_dates_are_aware(text: str) -> None:
    """RFC 2822 with its variants; without a zone it is UTC."""
    assert read_published(text) == datetime(2026, 10, 15, 16, 5, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "jeudi 15 octobre", "Thu, 45 Oct 2026 16:05:00 +0000", "2026"])
def test_what_is_no_date(text: str) -> None:
    """Nothing is guessed."""
    assert read_published(text) is None


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    """Whatever stands there, reading does not break."""
    read_published(text)
    assert read_seconds(text) >= 0
    assert read_number(text) >= 0


def test_chapters_ascend() -> None:
    """In order, one a second, those without a title left out."""
    found = ascending([(750.9, "Deux"), (0, " Un\n un "), (750.2, "Avant deux"), (900, " "), (-3, "Jamais")])
    assert found == (Chapter(0, "Un un"), Chapter(750, "Avant deux"))
