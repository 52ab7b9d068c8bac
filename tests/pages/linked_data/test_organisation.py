"""The centre and its houses, as machines know them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from plugins.pages.linked_data.opening import opening
from tests.pages.linked_data.graphs import graph, of_kind
from tests.pages.sites import agenda
from tests.towns import FILES, HOUSE, IDENTITY, read_site

ALL = "horaires:\n  mardi : 9h – 12h et 13h30 – 18h\ncoordonnees: 45.0466, 5.0517\nacces: fauteuil\ncourriel: pont@villeneuve.example\n---\n"


def test_the_home_page_tells_who_we_are() -> None:
    """The centre with how to reach it, its logo and its houses."""
    found = of_kind(graph(agenda(identity=replace(IDENTITY, logo="images/soupe.jpg")), "index.html"), "Organization")
    assert found["name"] == "Maisons de Villeneuve"
    assert found["logo"] == f"https://villeneuve.example{FILES['images/soupe.jpg'].address}"
    assert (found["telephone"], found["email"], found["address"]) == ("+33 4 75 00 00 01", IDENTITY.mail, IDENTITY.postal)
    assert [house["name"] for house in found["subOrganization"]] == ["Maison du Pont"]


def test_the_site_can_be_searched() -> None:
    """The address keeps the braces that Google fills in."""
    found = of_kind(graph(agenda(), "index.html"), "WebSite")
    assert found["potentialAction"]["target"]["urlTemplate"] == "https://villeneuve.example/recherche/?q={search_term_string}"
    assert found["publisher"]["name"] == "Maisons de Villeneuve"


def test_a_house_tells_how_to_come() -> None:
    """Address, telephone, hours, the point of the map, what helps to get in, and whom it belongs to; the home page says the same."""
    site = read_site({"maisons/pont.md": HOUSE.removesuffix("---\n") + ALL})
    found = of_kind(graph(site, "maisons/pont/index.html"), "LocalBusiness")
    assert found["address"]["streetAddress"] == "1 quai du Pont"
    assert (found["telephone"], found["email"]) == ("+33 4 75 00 00 01", "pont@villeneuve.example")
    assert [hours["opens"] for hours in found["openingHoursSpecification"]] == ["09:00", "13:30"]
    assert found["geo"]["latitude"] == 45.0466
    assert found["amenityFeature"][0]["name"] == "fauteuil"
    assert found["parentOrganization"]["url"] == "https://villeneuve.example/"
    at_home = of_kind(graph(site, "index.html"), "LocalBusiness")
    assert {name: value for name, value in at_home.items() if name != "parentOrganization"} == {
        name: value for name, value in found.items() if name != "parentOrganization"
    }


@pytest.mark.parametrize(
    ("line", "days", "hours"),
    [
        ("mardi : 8h30 – 12h et 14h – 18h45", ["Tuesday"], [("08:30", "12:00"), ("14:00", "18:45")]),
        ("du lundi au vendredi : de 9h à midi", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], [("09:00", "12:00")]),
        ("Les lundis et jeudis : 14 h - 17 h", ["Monday", "Thursday"], [("14:00", "17:00")]),
        ("lundi, mardi et samedi 10:00-12:30", ["Monday", "Tuesday", "Saturday"], [("10:00", "12:30")]),
    ],
)
def test_plain_hours_are_read(line: str, days: list[str], hours: list[tuple[str, str]]) -> None:
    """As writers type them."""
    found = opening([line])
    assert all(one["dayOfWeek"] == days for one in found)
    assert [(one["opens"], one["closes"]) for one in found] == hours


@pytest.mark.parametrize(
    "line", ["samedi : 14h – 18h (jeunes)", "troisième samedi du mois : 10h – 11h30", "sur rendez-vous", "lundi : 9h", "mardi : 25h – 26h"]
)
def test_hours_with_an_if_are_left_to_people(line: str) -> None:
    """One line that machines cannot read, and they are told no hours: a wrong « closed » would send people away."""
    assert opening(["lundi : 9h – 12h", line]) == []
