"""The two ways in which a site is built again: by a new process each time, or by a preview that goes on."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from tests.engine.places import Place
from tests.engine.town import CONF, Town
from tests.engine.workshop import Preview, Said, Workshop

Seen = Mapping[Path, tuple[int, bytes]]
"""Time and digest of each file, nothing of each folder, by path."""


class Anew(Struct):
    """A new process each time, which knows only what is on the disk, and publishes by changing two folders."""

    town: Town
    workshop: Workshop

    @property
    def place(self) -> Place:
        """Where it builds."""
        return self.town.place

    @property
    def given(self) -> dict[str, object]:
        """The settings that are its own."""
        return {}

    def build(self) -> Said:
        """Build the town as it is now."""
        return self.workshop.build(CONF, self.town.built_in(self.place))

    def close(self, *, killed: bool = False) -> None:
        """Nothing is under way between two builds."""


class Living:
    """A preview, which is told after each change what has changed, and writes in place."""

    def __init__(self, town: Town) -> None:
        """Prepare for a town; the preview starts with the first build."""
        self.town = town
        self.place = town.preview
        self.given: dict[str, object] = {"DRAFTS": True}
        self.preview: Preview | None = None
        self._seen: Seen = {}

    def build(self) -> Said:
        """Bring the preview up to date with the town as it is now."""
        if self.preview is None:
            self.told()
            self.preview = Preview(self.town.conf, self.place, self.day)
            return self.preview.built
        return self.preview.update(self.day, self.told())

    @property
    def day(self) -> object:
        """The day it is."""
        return self.town.settings["BUILD_DATE"]

    def told(self) -> set[str]:
        """Return the paths that changed since the last time; when none did, somebody saved a text as it was.

        Of what comes or goes with its folder, a watcher may tell the folder alone.
        """
        self.town.write_conf()
        before, self._seen = self._seen, seen(self.town)
        changed = {path for path in before.keys() | self._seen.keys() if before.get(path) != self._seen.get(path)}
        return {str(path) for path in changed if path.parent not in changed} or {str(self.town.texts()[0])}

    def close(self, *, killed: bool = False) -> None:
        """End the preview as Ctrl+C does, or harder; with the next build another one starts."""
        if self.preview:
            (self.preview.kill if killed else self.preview.close)()
        self.preview = None


def seen(town: Town) -> Seen:
    """Return what a watcher could see of a town."""
    watched = (path for folder in (town.content, town.theme) for path in folder.rglob("*"))
    return {path: _look(path) for path in (*watched, town.conf)}


def _look(path: Path) -> tuple[int, bytes]:
    return (path.stat().st_mtime_ns, sha256(path.read_bytes()).digest()) if path.is_file() else (0, b"")
