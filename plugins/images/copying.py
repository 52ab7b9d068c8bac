"""The copies of a picture that pages offer: smaller, lighter, bare."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import Image

from plugins.images.cache import MadeOf, kept
from plugins.images.opening import opened, upright
from plugins.images.saving import bare, on_white, saved
from plugins.model.copies import WIDTHS, Copy
from plugins.model.entry import File

_SAVING: dict[str, tuple[str, dict[str, object]]] = {
    "avif": ("AVIF", {"quality": 50, "speed": 8, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 70, "method": 2}),
    "jpg": ("JPEG", {"quality": 72, "optimize": True, "progressive": True}),
}
"""Pillow's name of each format, and how it is written: an AVIF at speed 8 is a third lighter than a WebP that looks as good, at 9 it is not.

One thread for each, since all cores are at work already, and the bytes must not depend on how many there are.
"""


def copied(folder: str, cache: str, copy: Copy) -> bytes:
    """Return a copy of a picture of the content folder; made once and kept in the folder `cache`."""
    return kept(cache, made_of(copy), lambda: _made(folder, copy))


def made_of(copy: Copy) -> MadeOf:
    """Return what tells a copy from any other."""
    return copy.file.digest, copy.width, copy.height, copy.format


def _made(folder: str, copy: Copy) -> bytes:
    small = _small(folder, copy.file, copy.width, copy.height)
    kind, options = _SAVING[copy.format]
    return saved(on_white(small) if copy.format == "jpg" else small, kind, **options)


@lru_cache(maxsize=len(WIDTHS))
def _small(folder: str, file: File, *size: int) -> Image.Image:
    """Return a picture at the size of a copy, bare; those of one picture, which are made one after the other, share it."""
    return bare(_decoded(folder, file).resize((size[0], size[1]), Image.Resampling.LANCZOS))


@lru_cache(maxsize=1)
def _decoded(folder: str, file: File) -> Image.Image:
    """Return a picture large enough for all its copies."""
    with opened(Path(folder, file.path)) as image:
        return upright(image, max(WIDTHS))
