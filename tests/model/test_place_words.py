"""A place as a part of a sentence."""

from __future__ import annotations

import pytest

from plugins.model.place import Venue
from plugins.model.place_words import at_name, at_place


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Maison du Pont", "à la Maison du Pont"),
        ("Médiathèque Hugo", "à la Médiathèque Hugo"),
        ("Jardin partagé", "au Jardin partagé"),
        ("Théâtre des Quais", "au Théâtre des Quais"),
        ("Espace Jeunes", "à l'Espace Jeunes"),
        ("École Pasteur", "à l'École Pasteur"),
        ("Le Fil", "au Fil"),
        ("La Ruche", "à la Ruche"),
        ("Les Quais", "aux Quais"),
        ("L’Atelier", "à l’Atelier"),
        ("L'Atelier", "à l'Atelier"),
        ("Place du Marché", "place du Marché"),
        ("3 rue du Pont, 26000 Villeneuve", "au 3 rue du Pont, 26000 Villeneuve"),
        ("Ouistiti", "Ouistiti"),
        ("Les", "Les"),
        ("", ""),
    ],
)
def test_a_name_has_its_preposition(name: str, said: str) -> None:
    """The noun or the article at the head of a name says which preposition goes with it; an unknown one stands alone."""
    assert at_name(name) == said


def test_a_place_without_a_name_is_said_by_its_address() -> None:
    """Where nobody gave a name, the street is said."""
    assert at_place(Venue("", "", "3 rue du Pont")) == "au 3 rue du Pont"
