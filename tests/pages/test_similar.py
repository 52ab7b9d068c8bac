"""Which events are like which."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.model.event import Event
from plugins.pages.similar import like, similar
from tests.pages.sites import agenda

DAY = "debut: 28/11/2026"


def _like_the_first(*headers: str) -> list[str]:
    """Return the titles of the events that are like the first one."""
    events: tuple[Event, ...] = agenda(*headers).events
    first = next(event for event in events if event.title == "Fête 1")
    return [event.title for event in similar("test", events, events)[first.path]]


def test_what_shares_most_comes_first() -> None:
    """A theme counts more than a house, a house more than for whom it is."""
    found = _like_the_first(
        f"{DAY}\nmaison: pont\nthematique: velo\npublic: familles",
        f"{DAY}\nmaison: pont",
        f"{DAY}\nthematique: velo",
        f"{DAY}\nmaison: pont\nthematique: velo",
        f"{DAY}\nthematique: velo\npublic: familles",
    )
    assert found == ["Fête 4", "Fête 5", "Fête 3"]


def test_for_whom_it_is_makes_no_two_events_alike() -> None:
    """Nor does sharing nothing."""
    assert _like_the_first(f"{DAY}\npublic: familles, tous", f"{DAY}\npublic: familles, tous", DAY) == []


def test_no_event_is_like_itself() -> None:
    """Nor like another file of the same name, which is the same series written twice."""
    events = agenda(f"{DAY}\nmaison: pont", f"{DAY}\nmaison: pont").events
    twins = tuple(replace(event, title="Atelier") for event in events)
    assert set(similar("twins", twins, twins).values()) == {()}


def test_equals_have_an_order_that_lasts() -> None:
    """What takes place once, the sooner the better, then what comes back."""
    found = _like_the_first(
        "debut: 30/11/2026\nmaison: pont",
        "debut: 10/11/2026\nrepetition: chaque mardi, 20 fois\nmaison: pont",
        "debut: 05/12/2026\nmaison: pont",
        "debut: 02/12/2026\nmaison: pont",
    )
    assert found == ["Fête 4", "Fête 3", "Fête 2"]


def test_a_similar_event_is_told_by_what_lasts() -> None:
    """Its date, or its rhythm, so that the page that names it needs no change when a date passes."""
    once, weekly = agenda("debut: 28/11/2026 10h", "debut: 01/12/2026\nrepetition: chaque mardi, 20 fois").events
    assert (like(once).when, like(weekly).when) == ("samedi 28 novembre 2026, à 10\u00a0h", "chaque mardi")
