"""Where an index is kept from one build to the next: a folder named after all that it was made of, and a list of what is in it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

LIST = "liste.json"
"""Digest of each file, by path; written last."""
KEPT = 2
"""Folders that stay: going back to what was there before costs nothing."""


def kept(shelf: Path, name: str, make: Callable[[], Mapping[str, bytes]]) -> Mapping[str, str]:
    """Return the digest of each file in the folder of a name, by path; when it is missing, half made or damaged, it is made again."""
    folder = shelf / name
    found = _whole(folder)
    if found is None:
        found = _write(folder, make())
    _clear(shelf, name)
    return found


def _whole(folder: Path) -> Mapping[str, str] | None:
    """Return the list of a folder in which every file is as the list says, else None."""
    try:
        digests: Mapping[str, str] = json.loads((folder / LIST).read_bytes())
        is_whole = all(_digest((folder / path).read_bytes()) == digest for path, digest in digests.items())
    except (OSError, ValueError, AttributeError):
        return None
    return digests if is_whole else None


def _write(folder: Path, files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Write the files under another name first: what bears the name is whole, whenever a build is killed."""
    aside = folder.with_name(f".{folder.name}.tmp")
    shutil.rmtree(aside, ignore_errors=True)
    for path, content in files.items():
        (aside / path).parent.mkdir(parents=True, exist_ok=True)
        (aside / path).write_bytes(content)
    digests = {path: _digest(content) for path, content in files.items()}
    (aside / LIST).write_text(json.dumps(digests), "utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    aside.rename(folder)
    return digests


def _clear(shelf: Path, name: str) -> None:
    """Delete what a kill left half made, and all folders but the one of this name and the newest others."""
    others = sorted((path for path in shelf.iterdir() if path.name != name), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    half_made = [path for path in others if path.name.startswith(".")]
    whole = [path for path in others if path not in half_made]
    for path in (*half_made, *whole[KEPT - 1 :]):
        shutil.rmtree(path, ignore_errors=True)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
