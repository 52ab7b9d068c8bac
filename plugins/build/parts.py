"""What is kept for the next build in parts, each in a file of its own: those that did not change stay on the disk as they are.

A list, written last, says by their digests which files belong together. So a kill between two files does no harm: a part
that is newer than the list has another digest, and counts as not there, as does one that is damaged or from elsewhere.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Protocol, Self, runtime_checkable

from plugins.build.store import load, save

LIST = "liste"
"""Name of the list; no part has it, for theirs are digests."""


@runtime_checkable
class InParts(Protocol):
    """What can be taken apart and put together again, also when parts of it are missing."""

    def parts(self) -> Mapping[str, object]:
        """Return the parts by name, the very same object for one in which nothing changed; nobody changes one afterwards."""
        ...

    @classmethod
    def of(cls, parts: Mapping[str, object]) -> Self:
        """Return what these parts make."""
        ...


class Parts:
    """The files of one thing that is kept in parts."""

    def __init__(self, folder: Path, version: bytes) -> None:
        """Prepare for a folder of its own."""
        self._folder = folder
        self._version = version
        self._known: dict[str, tuple[object, bytes]] = {}

    def load(self) -> dict[str, object]:
        """Return the parts that are there, whole and those of the list."""
        digests = load(self._folder / LIST, self._version)
        for part, digest in digests.items() if isinstance(digests, dict) else ():
            if (value := load(self._file(part), self._version, digest)) is not None:
                self._known[part] = value, digest
        return {part: value for part, (value, _) in self._known.items()}

    def save(self, parts: Mapping[str, object]) -> None:
        """Write the parts that are not on the disk yet, then the list, and delete what is not in it."""
        with suppress(OSError):
            if self._folder.is_file():
                self._folder.unlink()
        self._known = {part: self._kept(part, value) for part, value in parts.items()}
        if save(self._folder / LIST, self._version, {part: digest for part, (_, digest) in self._known.items() if digest}):
            self._clear({LIST, *(self._file(part).name for part in parts)})

    def _kept(self, part: str, value: object) -> tuple[object, bytes]:
        known = self._known.get(part)
        return known if known and known[0] is value else (value, save(self._file(part), self._version, value))

    def _file(self, part: str) -> Path:
        """Return where a part is kept: its name may be too long for a file, or lead elsewhere."""
        return self._folder / blake2b(part.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def _clear(self, names: set[str]) -> None:
        for path in self._folder.iterdir():
            with suppress(OSError):
                if path.name not in names:
                    (shutil.rmtree if path.is_dir() else Path.unlink)(path)
