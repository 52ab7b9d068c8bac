"""What one build keeps for the next, in one file: never trusted, and never needed.

The file says which version of the code wrote it and what it holds; damaged, foreign or missing, it counts as empty.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from plugins.build.fingerprint import SIZE, digest_of_files
from plugins.build.folders import write

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


def save(path: Path, version: bytes, value: object) -> None:
    """Keep a value for the next build by the same version, if the disk allows: without it that build is only slower."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    with suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        write(path, version + blake2b(data, digest_size=SIZE).digest() + data)


def load(path: Path, version: bytes) -> object:
    """Return what was kept by the same version, None when there is nothing whole."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    digest, data = kept[SIZE : 2 * SIZE], kept[2 * SIZE :]
    if kept[:SIZE] != version or blake2b(data, digest_size=SIZE).digest() != digest:
        return None
    try:
        return pickle.loads(data)  # noqa: S301  # whole, and written by this very code
    except Exception:  # noqa: BLE001  # whatever it holds, the answer is the same: build anew
        return None
