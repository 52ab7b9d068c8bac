"""What was found under content/, folder by folder: where nothing in a folder has changed, what is drawn from it is not drawn again."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from typing import TypeVar

from msgspec import Struct, field

from plugins.build.lately import by_identity
from plugins.model.entry import File
from plugins.model.problem import Problem
from plugins.model.radio import Recording

Look = tuple[int, ...]
"""Size, number and times of change (ns, by far the largest; no program can set back the last) of a file, as told without opening it."""
T = TypeVar("T")


class Seen(Struct, frozen=True):
    """One file, as it was when it was last read."""

    look: Look
    """Empty when the file is too young to be told from a later state by its look."""
    digest: bytes
    """Of its bytes; of a recording, which may be large, what is known of it."""
    what: File | Recording | None = None
    """None: a text, or nothing that can be used."""
    problems: tuple[Problem, ...] = ()


Files = Mapping[str, Seen]
"""The files of one folder, by path from the content folder; nobody changes it."""


class Found(Struct, frozen=True, dict=True):
    """Everything under the content folder."""

    folders: Mapping[str, Files] = field(default_factory=dict)
    """By folder, from the content folder; that itself has no name."""

    def seen(self, path: str) -> Seen | None:
        """Return a file, None when there is none."""
        return self.folders.get(folder_of(path), {}).get(path)

    @cached_property
    def texts(self) -> Mapping[str, Mapping[str, bytes]]:
        """The digest of each text by folder and path, in the order of the paths; a folder without any is not there."""
        return {folder: texts for folder, files in self.folders.items() if (texts := _texts(files))}

    @cached_property
    def files(self) -> Mapping[str, File]:
        """Every picture and other file that a text may show, by path."""
        return merged(map(_files, self.folders.values()))

    @cached_property
    def recordings(self) -> Mapping[str, Recording]:
        """Every recording, by path of the audio; one that lies elsewhere has its sidecar here."""
        return merged(map(_recordings, self.folders.values()))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files themselves."""
        return tuple(chain.from_iterable(map(_problems, self.folders.values())))

    @cached_property
    def digest(self) -> bytes:
        """A digest of all names and bytes."""
        return _digest([part for folder, files in sorted(self.folders.items()) for part in (folder, _digest_of(files))])


def folder_of(path: str) -> str:
    """Return the folder of a file, empty for the content folder itself."""
    return path.rpartition("/")[0]


def is_text(name: str) -> bool:
    """Return whether a file is a text by its name."""
    return name.casefold().endswith(".md")


def merged(tables: Iterable[Mapping[str, T]]) -> dict[str, T]:
    """Return what several tables hold, in one."""
    found: dict[str, T] = {}
    for table in tables:
        found |= table
    return found


@by_identity()
def _texts(files: Files) -> Mapping[str, bytes]:
    return {path: seen.digest for path, seen in sorted(files.items()) if is_text(path) and not seen.problems}


@by_identity()
def _files(files: Files) -> Mapping[str, File]:
    return {path: seen.what for path, seen in files.items() if isinstance(seen.what, File)}


@by_identity()
def _recordings(files: Files) -> Mapping[str, Recording]:
    return {path.removesuffix(".json"): seen.what for path, seen in files.items() if isinstance(seen.what, Recording)}


@by_identity()
def _problems(files: Files) -> tuple[Problem, ...]:
    return tuple(problem for seen in files.values() for problem in seen.problems)


@by_identity()
def _digest_of(files: Files) -> bytes:
    return _digest([part for path, seen in sorted(files.items()) for part in (path, seen.digest)])


def _digest(flat: list[object]) -> bytes:
    return blake2b(marshal.dumps(flat, 2), digest_size=16).digest()
