"""A writer at work, with the preview open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.places import Contents, Place, contents, differences, times
from tests.engine.town import CONF, Town, found_town
from tests.engine.ways import Living
from tests.engine.workshop import Preview, Said, Workshop


class Desk:
    """A town, its preview, and another process that builds beside it."""

    def __init__(self, town: Town, workshop: Workshop) -> None:
        """Open the preview."""
        self.town = town
        self.workshop = workshop
        self.open()

    def open(self) -> None:
        """Open a preview anew; its first build is good."""
        self.living = Living(self.town)
        assert self.update().status == 0

    @property
    def preview(self) -> Preview:
        """The preview's process."""
        assert self.living.preview
        return self.living.preview

    @property
    def public(self) -> Path:
        """What the preview shows."""
        return self.town.preview.public

    @property
    def state(self) -> tuple[Contents, dict[str, int]]:
        """Everything that the preview shows, with its time stamps."""
        return contents(self.public), times(self.public)

    def text(self, path: str) -> Path:
        """Return a text of the content."""
        return self.town.content / path

    def page(self, address: str) -> str:
        """Return the page at an address of the preview; nothing when there is none."""
        path = self.public / address / "index.html"
        return path.read_text("utf-8") if path.exists() else ""

    def update(self) -> Said:
        """Tell the preview what has changed since the last time; return how it ended."""
        return self.living.build()

    def check(self) -> None:
        """Update: all is well, and the preview is to the byte what a build from nothing gives."""
        said = self.update()
        assert said.status == 0, said.words
        fresh = Place(self.town.folder / "fresh")
        assert self.workshop.build(CONF, self.town.built_in(fresh) | self.living.given).status == 0
        assert [differences(*pair) for pair in zip(self.town.preview.site, fresh.site, strict=True)] == [[], []]


@pytest.fixture(scope="session")
def workshop() -> Iterator[Workshop]:
    """Yield the process that builds beside the preview."""
    workshop = Workshop()
    yield workshop
    workshop.close()


@pytest.fixture
def desk(tmp_path: Path, workshop: Workshop) -> Iterator[Desk]:
    """Yield the desk of somebody who writes for a new town."""
    desk = Desk(found_town(tmp_path / "town"), workshop)
    yield desk
    desk.living.close()
