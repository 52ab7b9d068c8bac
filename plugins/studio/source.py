"""A recording as it comes in: is it one, is it whole, have we had it before."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.studio.ffmpeg import probe

SHORTEST = 1.0
"""Seconds: apps refuse less."""
_OPEN_ENDED = (0, 0xFFFFFFFF)
"""What recorders that do not know the end yet write as the length of a WAVE file."""


class Source(Struct, frozen=True):
    """A recording that can be worked on."""

    path: Path
    digest: str
    """SHA-256 of its bytes."""
    seconds: float
    """As it says itself; 0 when it does not."""
    is_exact: bool
    """False: the seconds are a guess."""
    channels: int
    """To be made of it: 1 for speech."""


def examine(path: Path, channels: int = 1) -> Source:
    """Return a recording. Raise Wrong when there is none, when it is no sound or cut short."""
    if not path.is_file():
        raise Wrong(
            f"« {path} » n'existe pas, ou n'est pas un fichier.", "Vérifiez le nom : glissez le fichier dans le terminal, il s'écrit sans faute."
        )
    said = probe(path)
    if is_cut_wave(_head(path), path.stat().st_size) or "moov atom not found" in said.log:
        raise cut(path)
    if not said.has_sound:
        raise Wrong(f"« {path.name} » n'est pas un fichier son.", "Donnez l'enregistrement : WAV, MP3, M4A, OGG, FLAC…")
    return Source(path, file_digest(path), said.seconds, said.is_exact, channels)


def check_whole(source: Source, seconds: float) -> None:
    """Raise Wrong when fewer seconds came out of a recording than it promised, or too few to be published."""
    if source.is_exact and seconds + max(1.0, source.seconds / 100) < source.seconds:
        raise cut(source.path)
    if seconds < SHORTEST:
        raise Wrong(f"« {source.path.name} » dure moins d'une seconde.", "Donnez l'enregistrement entier.")


def silent(path: Path) -> Wrong:
    """Return what is said of a recording in which nothing is to be heard."""
    return Wrong(f"« {path.name} » est muet : on n'y entend rien.", "Vérifiez le micro et la piste exportée, puis donnez le bon fichier.")


def cut(path: Path) -> Wrong:
    """Return what is said of a recording that ends too soon."""
    return Wrong(
        f"« {path.name} » est coupé : la fin manque.",
        "Copiez-le de nouveau depuis l'enregistreur, ou exportez-le encore une fois.",
    )


def is_cut_wave(head: bytes, size: int) -> bool:
    """Return whether a file of a size starts as a WAVE file that says to be longer (ffmpeg goes by what there is)."""
    said = int.from_bytes(head[4:8], "little")
    return head[:4] == b"RIFF" and head[8:12] == b"WAVE" and said not in _OPEN_ENDED and said + 8 > size + 1


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(12)
