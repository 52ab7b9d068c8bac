"""Pictures, recordings and other files beside the texts: what of them the texts may use, and what is wrong with them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from plugins.model.entry import HEIC, File
from plugins.model.problem import Problem, Severity, Wrong
from plugins.model.radio import MIME_TYPES, Recording
from plugins.model.words import size_words

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", *HEIC)
HEAVIEST_FILM = 300_000
"""Bytes of an animation beyond which a page takes long to come: it is shown as it is, without lighter copies."""


def read_file(content: Path, name: str) -> tuple[File, tuple[Problem, ...]]:
    """Return a file that texts may show or link to, a picture with its size and colour; a damaged picture is a problem."""
    data = (content / name).read_bytes()
    digest = hashlib.sha256(data).hexdigest()[:16]
    if not name.casefold().endswith(PICTURES):
        return File(name, digest), ()
    from plugins.images.measuring import TooLargeError, measure  # here, since most runs find no new picture

    try:
        file = File(name, digest, *measure(data))
    except TooLargeError as error:
        width, height = error.args
        wrong = Wrong(f"Cette image est démesurée : {width} × {height} pixels.", "Enregistrez-la de nouveau, large de 4000 pixels au plus.")
    except Exception:  # noqa: BLE001  # there is no end to what decoders raise of damaged bytes
        what = "Cette image ne se lit pas : elle est tronquée ou abîmée, ou n'en est pas une."
        wrong = Wrong(what, "Copiez-la de nouveau depuis l'appareil, ou ouvrez-la et enregistrez-la en JPG.")
    else:
        return file, tuple(_film_problems(content, file, len(data)))
    return File(name, digest, 1, 1), (_problem(content, name, wrong),)  # of some size, so that it is told once, here, and not where it is shown


def _film_problems(content: Path, file: File, size: int) -> Iterator[Problem]:
    if file.is_animated and size > HEAVIEST_FILM:
        what = f"Cette image animée pèse {size_words(size)} : la page qui la montre sera lente."
        yield _problem(content, file.path, Wrong(what, "Raccourcissez-la, ou montrez une image fixe."), Severity.WARNING)


def read_recording(content: Path, name: str) -> tuple[Recording | None, tuple[Problem, ...]]:
    """Return what a sidecar tells, or the audio itself when it has none; None for anything else."""
    path = content / name
    if path.suffix.casefold() == ".json":
        found = _sidecar(path, path.with_suffix(""))
        wrong = _problem(content, name, Wrong("Cette fiche ne va pas avec son enregistrement.", "Effacez la fiche : elle sera refaite."))
        return found, () if found else (wrong,)
    if path.suffix.casefold().lstrip(".") not in MIME_TYPES or path.with_name(path.name + ".json").exists():
        return None, ()
    from tinytag import TinyTag, TinyTagException  # most runs find no new recording

    try:
        seconds = TinyTag.get(path).duration or 0
    except TinyTagException:
        seconds = 0
    wrong = _problem(content, name, Wrong("Cet enregistrement ne se lit pas.", "Enregistrez-le de nouveau en MP3."))
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


def _problem(content: Path, name: str, wrong: Wrong, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(f"{content.name}/{name}", 0, "", wrong.what, wrong.instead, severity)
