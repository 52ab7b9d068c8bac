"""The one place that reads sources and writes drafts: whole files, under the content folder and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.build.folders import OutsideError, inside, write
from plugins.drafts.sources import KINDS, kind
from plugins.model.problem import Wrong

MEMORY = "evenements/.reprises.json"
"""What was written, by UID. It lies beside the texts and goes with them wherever they go, to other writers too: each of them may bring in
the same agenda. A line an event, sorted, so that two versions can be joined."""
MOST_BYTES = 100_000_000
"""Of a source: more is no agenda."""


def files(path: Path) -> list[Path]:
    """Return the files of a source: itself, or those of a folder and its folders in order, hidden ones left out."""
    if path.is_file():
        return [path]
    found = (file for file in path.rglob("*") if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts))
    return sorted(found)


def read_file(path: Path) -> bytes:
    """Return the bytes of a source. Raise Wrong."""
    if kind(path.name) not in KINDS:
        raise Wrong("Ce genre de fichier n'est pas repris.", "Il faut un fichier .ics, .csv, .ods, ou l'export .json d'OpenAgenda.")
    if path.stat().st_size > MOST_BYTES:
        raise Wrong("Ce fichier est démesuré.", "Exportez l'agenda en plusieurs morceaux.")
    return path.read_bytes()


def remembered(content: Path) -> dict[str, str]:
    """Return the digest of each draft as it was written, by UID; damaged, it counts as empty, and no text of a writer is touched."""
    try:
        found = json.loads((content / MEMORY).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(uid): str(digest) for uid, digest in found.items()} if isinstance(found, dict) else {}


def remember(content: Path, digests: Mapping[str, str]) -> None:
    """Write down what was written, unless it stands there already."""
    text = json.dumps(digests, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    if digests != remembered(content):
        write(_under(content, MEMORY), text.encode())


def write_text(content: Path, path: str, text: str) -> None:
    """Write a text whole, or not at all. Raise OutsideError when the path leads out of the content folder."""
    write(_under(content, path), text.encode())


def read_text(content: Path, path: str) -> str:
    """Return a text as it stands; what is no UTF-8 in it counts as somebody's change."""
    return (content / path).read_bytes().decode("utf-8-sig", "replace")


def _under(content: Path, path: str) -> Path:
    """Return a path under the content folder, also once the short cuts on the way are followed. Raise OutsideError."""
    found = inside(content, path)
    there = next(_standing(found.parent))
    if not there.resolve().is_relative_to(content.resolve()):
        raise OutsideError(path)
    return found


def _standing(folder: Path) -> Iterator[Path]:
    """Yield the folder and those above it that are there."""
    return (place for place in (folder, *folder.parents) if place.exists())


def is_taken(content: Path, path: str) -> bool:
    """Return whether something stands at a path, in whatever case its name is written."""
    folder, _, name = path.rpartition("/")
    there = content / folder
    return there.is_dir() and name.casefold() in {found.name.casefold() for found in there.iterdir()}


def is_source(path: Path) -> bool:
    """Return whether events can come from a path: a folder, or a file of a kind that is read."""
    return path.is_dir() or (path.is_file() and kind(path.name) in KINDS)
