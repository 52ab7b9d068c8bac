"""The files under content/: texts, pictures, recordings. Nothing outside that folder is ever read."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from tinytag import TinyTag, TinyTagException

from plugins.model.entry import File
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS
from plugins.model.problem import Problem
from plugins.model.radio import AUDIO, MIME_TYPES, Recording
from plugins.model.schema import Document

IGNORED = (".*", "~*", "*~", "Thumbs.db", "desktop.ini", "README.md", "*.tmp")
"""What editors and file managers leave behind."""
ORIENTATION = 0x0112
"""EXIF tag; values from 5 on turn the picture by a quarter."""
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_ENDS = {"JPEG": b"\xff\xd9", "MPO": b"\xff\xd9", "PNG": b"IEND"}
"""What a whole picture ends with; phones may append a short film after it."""
MOST_PIXELS = 100_000_000
"""Beyond the largest phone cameras: a picture of more is a mistake or an attack."""


@dataclass
class Found:
    """What lies under content/, and what is wrong with it."""

    documents: list[Document] = field(default_factory=list)
    digests: dict[str, bytes] = field(default_factory=dict)
    """Of each document's bytes, by path."""
    files: dict[str, File] = field(default_factory=dict)
    recordings: dict[str, Recording] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def survey(content: Path) -> bytes:
    """Return a digest of everything under the folder: names and bytes.

    Of recordings, which may be large, it takes size and time of change, which no program can set back.
    """
    seen = hashlib.blake2b(digest_size=16)
    for path in walk(content):
        state = path.lstat()
        is_text = path.is_file() and not path.name.endswith(tuple(MIME_TYPES))
        data = path.read_bytes() if is_text else f"{state.st_size} {state.st_ctime_ns}".encode()
        seen.update(f"{path} {state.st_mode} {len(data)}\n".encode("utf-8", "surrogateescape"))
        seen.update(data)
    return seen.digest()


def find(content: Path) -> Found:
    """Return every text, picture and recording of the folder, in the order of their paths."""
    found = Found()
    root = content.resolve()
    for path in walk(content):
        name = path.relative_to(content).as_posix()
        if path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(root)):
            found.problems.append(_problem(content, name, 0, "Ce raccourci n'est pas suivi.", "Copiez le fichier lui-même ici."))
        elif path.suffix.casefold() == ".md":
            _add_document(found, content, name, path.read_bytes())
        elif name.startswith(f"{AUDIO}/"):
            _add_recording(found, content, name, path)
        else:
            _add_file(found, content, name, path)
    return found


def walk(content: Path) -> Iterator[Path]:
    """Yield the files under a folder and the short cuts to folders, sorted, without what editors and file managers leave behind."""
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if not _ignored(name))
        yield from (path for name in folders if (path := Path(folder, name)).is_symlink())
        yield from (Path(folder, name) for name in sorted(names) if not _ignored(name))


def _ignored(name: str) -> bool:
    return any(fnmatch(name, pattern) for pattern in IGNORED)


def _add_document(found: Found, content: Path, name: str, data: bytes) -> None:
    found.digests[name] = hashlib.blake2b(data, digest_size=16).digest()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found.problems.append(_problem(content, name, line, "Ce fichier n'est pas enregistré en UTF-8 : ses accents seraient perdus.",
                                       "Dans l'éditeur, « Enregistrer sous… », codage UTF-8."))  # fmt: skip
        return
    found.documents.append(Document(name, read_header(text, KNOWN_KEYS)))


def _add_file(found: Found, content: Path, name: str, path: Path) -> None:
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()[:16]
    width = height = 0
    if path.suffix.casefold() in PICTURES:
        try:
            width, height = measure(data)
        except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
            found.problems.append(
                _problem(content, name, 0, "Cette image est abîmée, tronquée ou démesurée.", "Ouvrez-la et enregistrez-la de nouveau en JPG.")
            )
            width = height = 1  # told once, here, and not again where a text shows it
    found.files[name] = File(name, digest, width, height)


def measure(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels as seen, orientation applied; only a picture that seems cut short is decoded.

    Raise ValueError when it is larger than MOST_PIXELS, OSError when it is no picture or its end is missing.
    """
    with Image.open(BytesIO(data)) as image:
        width, height = image.size
        kind = image.format
        turned = (kind != "PNG" or "exif" in image.info) and image.getexif().get(ORIENTATION, 1) >= 5
    if width * height > MOST_PIXELS:
        raise ValueError("too large")
    if _ENDS.get(kind or "", b"") not in data[-4096:]:
        Image.open(BytesIO(data)).load()
    return (height, width) if turned else (width, height)


def _add_recording(found: Found, content: Path, name: str, path: Path) -> None:
    if path.suffix.casefold() == ".json":
        audio = name.removesuffix(".json")
        if (recording := _sidecar(path, content / audio)) is None:
            found.problems.append(
                _problem(content, name, 0, "Cette fiche ne va pas avec son enregistrement.", "Effacez la fiche : elle sera refaite.")
            )
        else:
            found.recordings[audio] = recording
    elif path.suffix.casefold().lstrip(".") in MIME_TYPES and not path.with_name(path.name + ".json").exists():
        try:
            seconds = TinyTag.get(path).duration or 0
        except TinyTagException:
            seconds = 0
        if seconds < 1:
            found.problems.append(_problem(content, name, 0, "Cet enregistrement ne se lit pas.", "Enregistrez-le de nouveau en MP3."))
        found.recordings[name] = Recording(path.stat().st_size, round(seconds), is_here=True, digest=str(path.stat().st_ctime_ns))


def _sidecar(path: Path, audio: Path) -> Recording | None:
    """Return what a sidecar says, None when it is damaged or the audio beside it has another size."""
    try:
        said = json.loads(path.read_text("utf-8"))
        written = str(audio.stat().st_ctime_ns) if audio.exists() else ""
        recording = Recording(int(said["bytes"]), int(said["seconds"]), audio.exists(), f"{said.get('sha256')} {written}")
    except (ValueError, KeyError, TypeError):
        return None
    return None if recording.is_here and audio.stat().st_size != recording.size else recording


def _problem(content: Path, name: str, line: int, what: str, instead: str) -> Problem:
    return Problem(f"{content.name}/{name}", line, "", what, instead)
