"""What one build keeps for the next, each thing in a file: never trusted, and never needed.

A file says first which version of the code wrote it and last the digest of it all; damaged, foreign or missing, it counts as empty.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from plugins.build.fingerprint import SIZE, digest_of_files

CODE = frozenset({".py", ".html", ".css", ".json", ".csv"})
"""What the code is made of: modules, and the templates and data that packages carry."""


def version(folders: Mapping[str, Path]) -> bytes:
    """Return the digest of everything that is not content: the code in these folders, the libraries, Python itself."""
    found = blake2b(digest_of_files(folders, CODE), digest_size=SIZE)
    found.update("\n".join([sys.version, *sorted(_libraries())]).encode())
    return found.digest()


def _libraries() -> Iterator[str]:
    """Yield name and version of each installed library, as the folder says that it leaves for that (PyPA, Recording installed projects)."""
    for folder in filter(os.path.isdir, sys.path):
        yield from (name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))


class _Writing:
    """A file being written, with the digest of all that went into it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = blake2b(digest_size=SIZE)

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self._file.write(data)


def save(path: Path, version: bytes, value: object) -> bytes:
    """Keep a value for the next build by the same version, if the disk allows: without it that build is only slower.

    Return the digest of the file, empty when there is none. It is written while it is pickled, for memory need not hold both.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        if path.is_dir():
            shutil.rmtree(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            writing = _Writing(file)
            writing.write(version)
            pickle.dump(value, writing, pickle.HIGHEST_PROTOCOL)
            file.write(writing.digest.digest())
        temporary.replace(path)
    except OSError:
        return b""
    return writing.digest.digest()


def load(path: Path, version: bytes, digest: bytes | None = None) -> object:
    """Return what was kept by the same version, None when there is nothing whole, or not the file that had this digest."""
    try:
        kept = memoryview(path.read_bytes())
    except OSError:
        return None
    data, found = kept[:-SIZE], kept[-SIZE:]
    if data[:SIZE] != version or blake2b(data, digest_size=SIZE).digest() != found or digest not in {None, found}:
        return None
    try:
        return pickle.loads(data[SIZE:])  # noqa: S301  # whole, and written by this very code
    except Exception:  # noqa: BLE001  # whatever it holds, the answer is the same: build anew
        return None
