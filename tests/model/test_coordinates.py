"""Points on the map, as people copy them from one."""

from __future__ import annotations

import pytest

from plugins.model.coordinates import Coordinates, read_coordinates
from plugins.model.problem import Wrong


@pytest.mark.parametrize(
    "text",
    ["45.0466, 5.0517", "45.0466,5.0517", "(45.0466, 5.0517)", "45.0466/5.0517", "45,0466 ; 5,0517", "45,0466, 5,0517", "45.0466° 5.0517°"],
)
def test_a_point_is_read_as_maps_give_it(text: str) -> None:
    """With a point or a comma in the numbers, and whatever stands between them."""
    assert read_coordinates(text) == Coordinates(45.0466, 5.0517)


@pytest.mark.parametrize("text", ["-21.1151, 55.5364", "16.2650, -61.5510", "-17.5516, -149.5585"])
def test_overseas_is_on_the_map(text: str) -> None:
    """La Réunion, Guadeloupe and Tahiti are no mistakes."""
    assert read_coordinates(text).latitude == float(text.partition(",")[0])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("derrière le moulin", "ne donne pas un point"),
        ("45, 5", "ne donne pas un point"),
        ("45.0466", "ne donne pas un point"),
        ("95.0466, 5.0517", "nulle part"),
        ("45.0466, 185.0517", "nulle part"),
        ("5.0517, 45.0466", "la longitude vient avant la latitude"),
    ],
)
def test_what_is_no_point_is_refused(text: str, said: str) -> None:
    """Each in its words; the two numbers the wrong way round would be in the sea off Africa."""
    with pytest.raises(Wrong, match=said):
        read_coordinates(text)
