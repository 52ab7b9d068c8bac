"""Where an event takes place."""

from __future__ import annotations

from plugins.model.agenda import Date
from plugins.model.coordinates import Coordinates
from plugins.model.place import Venue
from plugins.pages.whereabouts import access_of, map_link
from tests.towns import read_event


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


def test_access_is_the_venue_s_then_the_event_s() -> None:
    """What both say is said once."""
    event = read_event("debut: 28/11/2026\nlieu: 3 rue Haute, Villeneuve\nacces: lsf, fauteuil")
    assert access_of(Date(event.first, event)) == ("lsf", "fauteuil")
