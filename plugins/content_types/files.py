"""Pictures, recordings and other files beside the texts: what of them the texts may use, and what is wrong with them."""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from plugins.model.entry import File
from plugins.model.problem import Problem
from plugins.model.radio import MIME_TYPES, Recording

ORIENTATION = 0x0112
"""EXIF tag; values from 5 on turn the picture by a quarter."""
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_ENDS = {"JPEG": b"\xff\xd9", "MPO": b"\xff\xd9", "PNG": b"IEND"}
"""What a whole picture ends with; phones may append a short film after it."""
MOST_PIXELS = 100_000_000
"""Beyond the largest phone cameras: a picture of more is a mistake or an attack."""


def read_file(content: Path, name: str) -> tuple[File, tuple[Problem, ...]]:
    """Return a file that texts may show or link to, a picture with its size; a damaged picture is a problem."""
    data = (content / name).read_bytes()
    digest = hashlib.sha256(data).hexdigest()[:16]
    if not name.casefold().endswith(PICTURES):
        return File(name, digest), ()
    try:
        return File(name, digest, *measure(data)), ()
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError, SyntaxError):
        problem = _problem(content, name, "Cette image est abîmée, tronquée ou démesurée.", "Ouvrez-la et enregistrez-la de nouveau en JPG.")
        return File(name, digest, 1, 1), (problem,)  # of some size, so that it is told once, here, and not where a text shows it


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


def read_recording(content: Path, name: str) -> tuple[Recording | None, tuple[Problem, ...]]:
    """Return what a sidecar tells, or the audio itself when it has none; None for anything else."""
    path = content / name
    if path.suffix.casefold() == ".json":
        found = _sidecar(path, path.with_suffix(""))
        wrong = _problem(content, name, "Cette fiche ne va pas avec son enregistrement.", "Effacez la fiche : elle sera refaite.")
        return found, () if found else (wrong,)
    if path.suffix.casefold().lstrip(".") not in MIME_TYPES or path.with_name(path.name + ".json").exists():
        return None, ()
    from tinytag import TinyTag, TinyTagException  # most runs find no new recording

    try:
        seconds = TinyTag.get(path).duration or 0
    except TinyTagException:
        seconds = 0
    wrong = _problem(content, name, "Cet enregistrement ne se lit pas.", "Enregistrez-le de nouveau en MP3.")
    state = path.stat()
    return Recording(state.st_size, round(seconds), is_here=True, digest=str(state.st_ctime_ns)), () if seconds >= 1 else (wrong,)


def _sidecar(path: Path, audio: Path) -> Recording | None:
    """Return what a sidecar says, None when it is damaged or the audio beside it has another size; with a `url` others keep the audio."""
    try:
        said = json.loads(path.read_text("utf-8"))
        written = str(audio.stat().st_ctime_ns) if audio.exists() else ""
        url, peaks = str(said.get("url", "")), tuple(int(peak) for peak in said.get("peaks", ()))
        is_here = audio.exists() and not url
        known = f"{said.get('sha256')} {written}"
        recording = Recording(int(said["bytes"]), int(said["seconds"]), is_here, known, peaks, url, str(said.get("type", "")))
    except (ValueError, KeyError, TypeError):
        return None
    return None if recording.is_here and audio.stat().st_size != recording.size else recording


def _problem(content: Path, name: str, what: str, instead: str) -> Problem:
    return Problem(f"{content.name}/{name}", 0, "", what, instead)
