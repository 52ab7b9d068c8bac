"""Where a build puts its files, and what lies there."""

import hashlib
from pathlib import Path

from msgspec import Struct

Contents = dict[str, tuple[int, str]]
"""Mode and digest of each file, mode alone of each folder, by path."""


class Place(Struct, frozen=True):
    """A public folder, and the build folder beside it."""

    folder: Path

    @property
    def public(self) -> Path:
        """What visitors see."""
        return self.folder / "output"

    @property
    def build(self) -> Path:
        """The rest: letters for the sender, the folder in the making, what the engine remembers."""
        return self.folder / "build"

    @property
    def making(self) -> Path:
        """The folder in the making."""
        return self.build / "output-suivant"

    @property
    def letters(self) -> Path:
        """The letters, for the sender."""
        return self.build / "lettres"

    @property
    def site(self) -> tuple[Contents, Contents]:
        """Everything that was made: public files, then letters."""
        return contents(self.public), contents(self.letters)

    def memory(self) -> list[Path]:
        """Return the files of what the engine remembers, whatever they are; the lock holds nothing."""
        found = (path for path in sorted(self.build.rglob("*")) if path.is_file() and path.name != ".lock")
        return [path for path in found if not path.is_relative_to(self.making) and not path.is_relative_to(self.letters)]


class PreviewPlace(Place, frozen=True):
    """Where `inv serve` puts its files: the public folder is written in place."""

    @property
    def public(self) -> Path:
        """What the writers see."""
        return self.folder / "build/apercu"

    @property
    def build(self) -> Path:
        """Behind the scenes."""
        return self.folder / "build/coulisses"


def contents(folder: Path) -> Contents:
    """Return what a folder holds; nothing when it does not exist."""
    return {path.relative_to(folder).as_posix(): (path.stat().st_mode, _digest(path)) for path in sorted(folder.rglob("*"))}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def times(folder: Path) -> dict[str, int]:
    """Return the time stamp of each file of a folder, in nanoseconds."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def differences(found: Contents, wanted: Contents) -> list[str]:
    """Return the paths that are not the same in both, for a message that can be read."""
    return sorted(path for path in found.keys() | wanted.keys() if found.get(path) != wanted.get(path))
