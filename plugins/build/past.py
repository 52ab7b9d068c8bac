"""What the last build left for this one: what it made of what, and what other rooms asked it to keep.

Nothing here is trusted blindly. Another version of the code, a damaged file, a touched output: it counts as not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from plugins.build import lately
from plugins.build.fingerprint import Fingerprints, digest_of_files
from plugins.build.output import Thing
from plugins.build.parts import InParts, Parts
from plugins.build.store import load, save, version
from plugins.build.trees import Look
from plugins.model.problem import Problem

T = TypeVar("T")
OUTPUTS = "sorties"
"""Name under which the manifest is kept."""
PASSING = frozenset({"BUILD", "CHECK_ONLY", "LIVE", "CHANGED"})
"""Settings that are about the run and not about the site."""


class Batch(Struct, frozen=True):
    """What rooms declared as one, as it was made; by key of each output."""

    fingerprint: bytes = b""
    """Of all that it is made of; empty when not all of its files are known, and its alone."""
    prints: Mapping[str, bytes] = field(default_factory=dict)
    """Fingerprint of each output."""
    looks: Mapping[str, Look] = field(default_factory=dict)
    """Of its file."""
    told: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What was told of it, all warnings; of most nothing is."""


class Manifest(Struct):
    """What the last build made of what."""

    batches: Mapping[str, Batch] = field(default_factory=dict)
    """By key of what was declared."""
    made_of: bytes = b""
    """Fingerprint of the whole content and all settings; empty when something was told that must be told again."""
    said: str = ""
    """The sentence that tells what was built."""


class Past:
    """The memory of one site's builds, in a folder of its own."""

    def __init__(self, folder: Path, code: Mapping[str, Path], theme: Path) -> None:
        """Recall what the same version of the code, by the names of its folders, left there."""
        self._folder = folder
        self._theme = theme
        self._version = version(code)
        self._kept: dict[str, object] = {}
        self._apart: dict[str, Parts] = {}
        self.declared: dict[str, Thing] = {}
        """What the last run of this process declared, by key: the very same object needs no fingerprint to be known."""
        self.prints = Fingerprints()
        self.manifest = self.recall(OUTPUTS, Manifest)

    def recall(self, name: str, kind: type[T]) -> T:
        """Return what was kept under a name, by an earlier run of this process or on the disk, else an empty one."""
        found = self._kept.get(name) or self._load(name, kind)
        return found if isinstance(found, kind) else kind()

    def _load(self, name: str, kind: type[object]) -> object:
        return kind.of(self._parts(name).load()) if issubclass(kind, InParts) else load(self._folder / name, self._version)

    def _parts(self, name: str) -> Parts:
        return self._apart.setdefault(name, Parts(self._folder / name, self._version))

    def remember(self, name: str, value: object) -> None:
        """Keep a value for the next build: one in parts is true whatever becomes of this run, another is kept if it ends well."""
        self._kept[name] = value

    def makings(self, content: object, settings: Mapping[str, Any]) -> bytes:
        """Return the fingerprint of everything a site is made of; empty when a setting cannot be compared."""
        shown = {name: value for name, value in settings.items() if name not in PASSING}
        folders = {"theme": self._theme, **{folder: Path(folder) for folder in settings.get("THEME_TEMPLATES_OVERRIDES", ())}}
        try:
            return self.prints.of((content, shown, digest_of_files(folders)))
        except TypeError:
            return b""

    def stands(self, looks: Mapping[str, Look]) -> bool:
        """Return whether the files with these looks, by path of the output, are exactly those that were made last."""
        return looks == {key: look for batch in self.manifest.batches.values() for key, look in batch.looks.items()}

    def same(self, thing: Thing) -> Thing:
        """Return what the last run of this process declared, where it is equal."""
        last = self.declared.get(thing.key)
        return last if last is not None and last == thing else thing

    def print_of(self, thing: Thing) -> bytes:
        """Return the fingerprint of all that something is made of."""
        batch = self.manifest.batches.get(thing.key)
        is_known = batch and batch.fingerprint and self.declared.get(thing.key) is thing
        return batch.fingerprint if batch and is_known else self.prints.of(thing.made_of)

    def conclude(self, manifest: Manifest, declared: dict[str, Thing]) -> None:
        """Take what a run that ended well made of what; what no output is made of any more is forgotten."""
        self.manifest, self.declared = manifest, declared
        self.prints.forget()
        lately.forget()

    def save_parts(self) -> None:
        """Write down what is kept in parts, which is most of it; a kill before or during this only costs working it out again."""
        for name, value in self._kept.items():
            if isinstance(value, InParts):
                self._parts(name).save(value.parts())

    def save(self) -> None:
        """Write down the rest, once the new site is shown."""
        for name, value in {**self._kept, OUTPUTS: self.manifest}.items():
            if not isinstance(value, InParts):
                save(self._folder / name, self._version, value)
