"""Where a place lies on the map: `45.0466, 5.0517`."""

from __future__ import annotations

import re

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.model.schema import Kind

_PAIR = re.compile(r"\(?(?P<latitude>-?\d{1,2}[.,]\d+)°?\s*[,;/\s]\s*(?P<longitude>-?\d{1,3}[.,]\d+)°?\)?")
_EXAMPLE = "Écrivez la latitude puis la longitude, comme les cartes les donnent : 45.0466, 5.0517."


class Coordinates(Struct, frozen=True):
    """A point in degrees (WGS 84, as RFC 5545 §3.8.1.6 and schema.org want it)."""

    latitude: float
    """From -90 to 90, north is positive."""
    longitude: float
    """From -180 to 180, east is positive."""


def read_coordinates(text: str) -> Coordinates:
    """Return the point that a pair of decimal degrees names. Raise Wrong for another form, and when the two are the wrong way round."""
    match = _PAIR.fullmatch(text.strip())
    if not match:
        raise Wrong(f"« {text} » ne donne pas un point sur la carte.", _EXAMPLE)
    found = Coordinates(*(float(match[name].replace(",", ".")) for name in ("latitude", "longitude")))
    if abs(found.latitude) > 90 or abs(found.longitude) > 180:
        raise Wrong(f"« {text} » n'est nulle part sur la Terre.", _EXAMPLE)
    if 0 < found.latitude < found.longitude:  # so it is nowhere in France, overseas included
        raise Wrong(f"« {text} » : la longitude vient avant la latitude.", f"Écrivez plutôt {found.longitude}, {found.latitude}.")
    return found


def _read(text: str, _: object) -> Coordinates:
    return read_coordinates(text)


COORDINATES = Kind("un point de la carte : latitude, longitude", _read)
