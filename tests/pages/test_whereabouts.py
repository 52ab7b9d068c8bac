"""Where an event takes place."""

from __future__ import annotations

from plugins.model.coordinates import Coordinates
from plugins.model.place import Venue
from plugins.pages.whereabouts import map_link


def test_a_point_is_marked_on_the_map() -> None:
    """An address is looked for, and a name where there is no address."""
    assert map_link(Venue("x", "Pré", coordinates=Coordinates(45.0466, 5.0517))) == (
        "https://www.openstreetmap.org/?mlat=45.0466&mlon=5.0517#map=18/45.0466/5.0517"
    )
    assert map_link(Venue("x", "Pré", "1 rue Haute", "26000", "Villeneuve")).endswith("query=1%20rue%20Haute%2C%2026000%20Villeneuve")
    assert map_link(Venue("", "3 rue Haute, Villeneuve")).endswith("query=3%20rue%20Haute%2C%20Villeneuve")


def test_a_venue_without_a_street_is_looked_for_by_name() -> None:
    """The town alone would show all of it."""
    assert map_link(Venue("x", "Salle du Parc", "", "26000", "Villeneuve")).endswith("query=Salle%20du%20Parc%2C%2026000%20Villeneuve")
