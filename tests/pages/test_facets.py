"""What holds of a date, by which people choose."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.model.price import Price, read_price
from plugins.pages.facets import ACCESSIBLE, FREE, OPEN, TICKET, facets, is_accessible, is_free
from tests.pages.sites import agenda


def _facets(header: str) -> list[tuple[str, ...]]:
    return [facets(found) for found in agenda(header).agenda.between(date(2026, 11, 1), date(2027, 1, 31))]


@pytest.mark.parametrize(
    ("prices", "free"),
    [
        ("gratuit", True),
        ("prix libre", True),
        ("entrée libre", True),
        ("prix libre, 1 tic-tac", True),
        ("gratuit adhérents, prix libre autres", True),
        ("", False),
        ("5 €", False),
        ("1 tic-tac", False),
        ("gratuit enfants, 5 € adultes", False),
        ("gratuit adhérents", False),
        ("gratuit, 5 € autres", False),
    ],
)
def test_free_is_free_for_everybody(prices: str, free: bool) -> None:
    """What one may pay as one likes counts too; time money may be another way, euros may not, and nothing said is not free."""
    read: list[Price] = [read_price(price) for price in prices.split(", ") if price]
    assert is_free(read) is free


@pytest.mark.parametrize(
    ("access", "accessible"),
    [
        (("fauteuil",), True),
        (("boucle magnétique", "Accès fauteuil roulant"), True),
        (("accessible PMR",), True),
        (("lsf",), False),
        ((), False),
        (("pas de fauteuil",), False),
        (("fauteuil", "ascenseur en panne, accès fauteuil difficile"), False),
    ],
)
def test_accessible_is_said_and_not_denied(access: tuple[str, ...], accessible: bool) -> None:
    """In any spelling; where the event says no, the yes of its place does not count."""
    assert is_accessible(access) is accessible


def test_a_date_elsewhere_is_as_accessible_as_its_place() -> None:
    """What the event says of the way in holds for its usual place, not for that of one date; its house does not welcome it either."""
    header = "debut: 24/11/2026 14h\naussi: 01/12/2026 14h\nlieu: pont\nacces: fauteuil\nchangements: 01/12/2026 : lieu 3 rue Haute"
    assert _facets(header) == [("maison:pont", ACCESSIBLE), ()]


def test_without_booking_is_said() -> None:
    """One just comes where that is written, also beside another way; nothing said is not a promise."""
    headers = ("inscription: libre", "inscription: 04 75 00 00 01, libre", "inscription: 04 75 00 00 01", "tarif: 5 €")
    assert [OPEN in found for header in headers for found in _facets(f"debut: 28/11/2026\n{header}")] == [True, True, False, False]


def test_all_that_holds_is_told_once_and_in_order() -> None:
    """House, theme, public, then the rest; a house that organises and welcomes stands once."""
    header = "debut: 28/11/2026\nmaison: pont\nlieu: pont\nthematique: velo, cuisine\npublic: familles\ntarif: gratuit\nsaison-culturelle: 2026-2027"
    assert _facets(header) == [("maison:pont", "thematique:velo", "thematique:cuisine", "public:familles", FREE, TICKET)]
