"""What the tests of the engine share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.places import Place, differences
from tests.engine.town import CONF, Town, found_town
from tests.engine.workshop import Said, Workshop


@pytest.fixture(scope="session")
def workshops() -> Iterator[tuple[Workshop, Workshop]]:
    """Return two workshops, one for each core."""
    pair = Workshop(), Workshop()
    yield pair
    for workshop in pair:
        workshop.close()


class Builder:
    """Builds a town in its place, and from nothing to compare."""

    def __init__(self, town: Town, workshops: tuple[Workshop, Workshop]) -> None:
        """Take a town on."""
        self.town = town
        self._workshop, self._other = workshops
        self._fresh = 0

    def build(self, **settings: object) -> Said:
        """Build the town in its place, some settings replaced."""
        return self._workshop.build(CONF, self.town.built_in(self.town.place) | settings)

    def check(self) -> None:
        """Build the town in its place and from nothing at the same time: both are good, and the same to the byte."""
        self._fresh += 1
        fresh = Place(self.town.folder / f"fresh-{self._fresh}")
        self._other.start(CONF, self.town.built_in(fresh))
        said = self.build()
        assert self._other.finish().status == 0
        assert said.status == 0, said.words
        for found, wanted in zip(self.town.place.site, fresh.site, strict=True):
            assert differences(found, wanted) == []


@pytest.fixture
def builder(tmp_path: Path, workshops: tuple[Workshop, Workshop]) -> Builder:
    """Return the builder of a new town, built once."""
    found = Builder(found_town(tmp_path / "town"), workshops)
    said = found.build()
    assert (said.status, len(said.problems)) == (0, 1), said.words
    return found
