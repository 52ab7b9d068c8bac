"""What lists say of one date."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.pages.card import Card, card
from tests.pages.sites import agenda

TWICE = "debut: 24/11/2026 14h\nfin: 16h\nmaison: pont\nlieu: pont\naussi: 01/12/2026 14h\nchangements: 01/12/2026 : "


def _cards(header: str) -> list[Card]:
    return [card(found) for found in agenda(header).agenda.between(date(2026, 11, 1), date(2027, 1, 31))]


@pytest.mark.parametrize(
    ("change", "state", "place", "note"),
    [
        ("annulé", "annulé", "", ""),
        ("complet", "complet", "", ""),
        ("reporté au 03/12/2026", "reporté", "", "au lieu du mardi 1er décembre"),
        ("16h", "", "", "au lieu de 14\u00a0h"),
        ("lieu 3 rue Haute", "", "3 rue Haute", "pas au lieu habituel"),
    ],
    ids=["annulé", "complet", "reporté", "autre heure", "ailleurs"],
)
def test_a_changed_date_says_so(change: str, state: str, place: str, note: str) -> None:
    """One date of a series says what is unlike the others, which say nothing."""
    usual, changed = _cards(TWICE + change)
    assert (usual.state, usual.place, usual.note) == ("", "", "")
    assert (changed.state, changed.place, changed.note) == (state, place, note)


def test_a_date_that_comes_to_the_house_names_it() -> None:
    """The place of the organising house is left out where it is usual, and said where people are used to another."""
    away = TWICE.replace("lieu: pont", "lieu: 3 rue Haute")
    assert [found.place for found in _cards(f"{away}lieu pont")] == ["3 rue Haute", "Maison du Pont"]


@pytest.mark.parametrize(
    ("state", "said", "note"),
    [
        ("reporté au 12/12/2026 14h", "reporté", "au lieu du samedi 28 novembre"),
        ("reporté sans date", "reporté", "nouvelle date à venir"),
    ],
)
def test_an_event_put_off_says_from_when(state: str, said: str, note: str) -> None:
    """With a new date it says the old one, without one that it will come."""
    (found,) = _cards(f"debut: 28/11/2026 14h\netat: {state}")
    assert (found.state, found.note) == (said, note)
