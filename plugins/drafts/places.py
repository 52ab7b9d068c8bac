"""Where an event takes place: one of the town's houses and venues when the source means it, else the address as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from plugins.drafts.draft import one_line
from plugins.model.place import Venue
from plugins.model.text import fold
from plugins.model.town import Town


class Places(Struct, frozen=True):
    """What the town's places are called."""

    names: Mapping[str, str]
    """Key of a place by each of its folded names and addresses; an ambiguous one is not there."""
    venues: Mapping[str, Venue]
    houses: frozenset[str]
    """Keys of those that organise."""

    def find(self, written: str) -> str:
        """Return the key of the place that a source means, empty when it means none, or one cannot tell which."""
        said = _folded(written)
        if key := self.names.get(said):
            return key
        found = {key for key, venue in self.venues.items() if _means(said, venue)}
        return found.pop() if len(found) == 1 else ""


def places(town: Town) -> Places:
    """Return the places of a town."""
    venues = {**town.venues, **{key: house.venue for key, house in town.houses.items()}}
    short = {key: house.short for key, house in town.houses.items()}
    found: dict[str, set[str]] = {}
    for key, venue in venues.items():
        for name in (key, venue.name, short.get(key, ""), venue.line, venue.address, f"{venue.name} {venue.town}"):
            found.setdefault(_folded(name), set()).add(key)
    return Places({name: next(iter(keys)) for name, keys in found.items() if name and len(keys) == 1}, venues, frozenset(town.houses))


def is_address(written: str) -> bool:
    """Return whether `lieu` takes a text that names no known place."""
    return "://" not in written and ("," in written or any(c.isdigit() for c in written))


def typed(written: str) -> str:
    """Return an address on one line."""
    return ", ".join(_parts(written))


def _parts(written: str) -> Iterator[str]:
    for line in written.splitlines():
        if part := one_line(line).strip(" ,"):
            yield part


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def _means(said: str, venue: Venue) -> bool:
    """Return whether a text names a place in its town: by its street, or by its name in front."""
    around = f" {said} "
    if not any(f" {_folded(part)} " in around for part in (venue.town, venue.postcode) if part):
        return False
    return bool(venue.street and f" {_folded(venue.street)} " in around) or said.startswith(f"{_folded(venue.name)} ")
