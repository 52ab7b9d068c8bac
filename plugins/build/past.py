"""What the last build left for this one: what it made of what, and what other rooms asked it to keep.

Nothing here is trusted blindly. Another version of the code, a damaged file, a touched output: it counts as not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from plugins.build.fingerprint import Fingerprints, digest_of_files
from plugins.build.folders import Look, looks
from plugins.build.store import load, save, version

T = TypeVar("T")
OUTPUTS = "sorties"
"""Name under which the manifest is kept."""
PASSING = frozenset({"BUILD", "CHECK_ONLY"})
"""Settings that are about the run and not about the site."""


@dataclass
class Manifest:
    """What the last build made of what, by path of the output."""

    outputs: dict[str, tuple[bytes, Look]] = field(default_factory=dict)
    """Fingerprint of the output, and look of its file."""
    made_of: bytes = b""
    """Fingerprint of the whole content and all settings; empty when something was told that must be told again."""
    said: str = ""
    """The sentence that tells what was built."""


class Past:
    """The memory of one site's builds, in a folder of its own."""

    def __init__(self, folder: Path, code: Mapping[str, Path], theme: Path) -> None:
        """Recall what the same version of the code, by the names of its folders, left there."""
        self._folder = folder
        self._static = theme / "static"
        self._version = version({**code, "theme": theme / "templates"})
        self._kept: dict[str, object] = {}
        self.prints = Fingerprints()
        self.manifest = self.recall(OUTPUTS, Manifest)

    def recall(self, name: str, kind: type[T]) -> T:
        """Return what was kept under a name, else an empty one."""
        found = load(self._folder / name, self._version)
        return found if isinstance(found, kind) else kind()

    def remember(self, name: str, value: object) -> None:
        """Keep a value for the next build, if this one ends well."""
        self._kept[name] = value

    def makings(self, content: object, settings: Mapping[str, Any]) -> bytes:
        """Return the fingerprint of everything a site is made of; empty when a setting cannot be compared."""
        shown = {name: value for name, value in settings.items() if name not in PASSING}
        try:
            return self.prints.of((content, shown, digest_of_files({"static": self._static})))
        except TypeError:
            return b""

    def stands(self, folders: Iterable[tuple[str, Path]]) -> bool:
        """Return whether folders, each with what its outputs' paths start with, hold exactly what was made last."""
        now = {before + path: seen for before, folder in folders for path, seen in looks(folder).items()}
        return now == {path: seen for path, (_, seen) in self.manifest.outputs.items()}

    def save(self, manifest: Manifest) -> None:
        """Write everything down; a kill before or during this only costs making it again."""
        for name, value in {**self._kept, OUTPUTS: manifest}.items():
            save(self._folder / name, self._version, value)
