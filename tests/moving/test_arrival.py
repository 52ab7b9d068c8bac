"""Numbers, names and places of episodes that move in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.model.dates import Moment
from plugins.model.radio import Genre
from plugins.moving.arrival import end_of, numbered, slots
from plugins.moving.compose import Slot
from plugins.moving.item import Item
from plugins.studio.shelf import Known
from plugins.studio.sidecar import Sidecar
from tests.towns import PARIS


def an_item(guid: str, number: int | None = None, day: int = 1, mime: str = "audio/mpeg", title: str = "Un titre") -> Item:
    """Return an episode of which little matters."""
    return Item(title, guid, datetime(2026, 10, day, 22, 30, tzinfo=UTC), f"https://a.example/{guid}.mp3?t=1", 5, mime, 60, number, Genre.FULL, "")


def test_the_feeds_numbers_are_kept() -> None:
    """Its own where it has them; those without one come after the highest."""
    assert numbered([an_item("a", 3), an_item("b"), an_item("c", 7)], {1}) == {"a": 3, "b": 8, "c": 7}


@pytest.mark.parametrize("taken", [set(), {2}])
def test_numbers_that_come_twice_are_not(taken: set[int]) -> None:
    """Where each season starts again at 1, or a number is taken here, all are numbered by date."""
    items = [an_item("a", 1), an_item("b", 2), an_item("c", 1 if not taken else 3)]
    last = max(taken, default=0)
    assert numbered(items, taken) == {"a": last + 1, "b": last + 2, "c": last + 3}


def test_names_follow_the_day_in_the_town() -> None:
    """Half past ten at night in Greenwich is the next day here; two of one day get names of their own."""
    found = slots([an_item("a"), an_item("b")], [], {}, PARIS)
    assert found["a"] == Slot("bobine/2026-2027/2026-10-02-un-titre.md", 1, "2026-10-02.mp3")
    assert found["b"] == Slot("bobine/2026-2027/2026-10-02-un-titre-2.md", 2, "2026-10-02-2.mp3")


def test_known_episodes_stay_where_they_are() -> None:
    """By GUID, whatever became of title and date; a sidecar of a run that was stopped is taken up again."""
    there = Known("bobine/ici.md", "", "Ici", 12, Moment(datetime(2026, 10, 2, tzinfo=UTC).date()), "ici.mp3", "a", ())
    begun = {"2026-10-02-5.mp3": Sidecar(bytes=1, seconds=1, guid="b")}
    found = slots([an_item("a", 1), an_item("b", 1)], [there], begun, PARIS)
    assert found["a"] == Slot("bobine/ici.md", 12, "ici.mp3")
    assert (found["b"].audio, found["b"].number) == ("2026-10-02-5.mp3", 1)


@pytest.mark.parametrize(
    ("mime", "end"),
    [("audio/mpeg", ".mp3"), ("AUDIO/X-M4A", ".m4a"), ("audio/mp4", ".m4a"), ("", ".mp3"), ("audio/ogg", ".mp3"), ("video/mp4", ".mp3")],
)
def test_the_name_ends_as_apps_want(mime: str, end: str) -> None:
    """By media type, else by the end of the address."""
    assert end_of(an_item("a", mime=mime)) == end
