"""Cover art as directories take it: a JPEG of true colours, without transparency, under 500 kB, under a new name when it changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from plugins.build.output import Told
from plugins.images.opening import opened
from plugins.images.saving import saved
from plugins.model.entry import File
from plugins.model.problem import Problem
from plugins.podcast.covers import SMALLEST

HEAVIEST = 500_000
"""Bytes (Apple Podcasts, artwork requirements)."""
_QUALITIES = (90, 80, 65)
_TRANSPARENT = {"RGBA", "LA", "PA", "RGBa", "La"}


def artwork(folder: str, file: File) -> Told:
    """Return a square picture of the content folder as a cover; nobody can tell what should stand behind a transparent one."""
    with opened(Path(folder, file.path)) as image:
        ImageOps.exif_transpose(image, in_place=True)  # of so many pixels each further copy takes as much memory as a thousand pages
        is_opaque = image.mode not in _TRANSPARENT and "transparency" not in image.info
        data = next((data for data in _tries(image) if len(data) < HEAVIEST), b"")
    problems = []
    if not is_opaque:
        problems.append(_problem(folder, file, "Cette pochette a un fond transparent.", "Enregistrez-la en JPG, sur un fond de couleur."))
    if not data:
        problems.append(_problem(folder, file, f"Cette pochette pèse plus de {HEAVIEST // 1000} ko.", "Prenez une image plus simple."))
    return Told(data, tuple(problems))


def _tries(image: Image.Image) -> Iterator[bytes]:
    """Yield the picture as JPEG, ever lighter; bare, for a photo says where it was taken."""
    whole = image if image.mode == "RGB" else image.convert("RGB")
    for size in dict.fromkeys((whole.size, (SMALLEST, SMALLEST))):
        picture = whole if size == whole.size else whole.resize(size, Image.Resampling.LANCZOS)
        picture.info.clear()
        for quality in _QUALITIES:
            yield saved(picture, "JPEG", quality=quality, optimize=True)


def _problem(folder: str, file: File, what: str, instead: str) -> Problem:
    return Problem(f"{Path(folder).name}/{file.path}", 0, "", what, instead)
