"""A picture as letters show it: no larger than their column needs, and in a format that every mailbox knows."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageOps

from plugins.images.opening import opened, upright
from plugins.images.saving import bare, on_white, saved
from plugins.model.entry import File

QUALITY = 75
"""Of JPEG; at two pixels for one nobody sees the difference to 82, and the letter is a third lighter."""


LARGE = 24_000_000
"""Pixels from which a picture is made smaller while it is decoded, not afterwards."""


def for_mail(folder: str, file: File, copy: File) -> bytes:
    """Return the copy of a file of the content folder that letters show, upright and without what the camera wrote into it."""
    with opened(Path(folder, file.path)) as image:
        picture = upright(image, copy.width) if _is_unusual(image) else ImageOps.exif_transpose(image)
        if copy.path.casefold().endswith(".png"):
            return saved(bare(_sized(picture if picture.mode in {"RGB", "L"} else picture.convert("RGBA"), copy)), "PNG", optimize=True)
        return saved(bare(_sized(on_white(picture), copy)), "JPEG", quality=QUALITY, optimize=True, progressive=True)


def _is_unusual(image: Image.Image) -> bool:
    """Return whether a picture is for print, of a telephone's own format, of other colours than screens', or very large."""
    return image.mode == "CMYK" or image.format == "HEIF" or "icc_profile" in image.info or image.width * image.height > LARGE


def _sized(image: Image.Image, copy: File) -> Image.Image:
    return image if image.size == (copy.width, copy.height) else image.resize((copy.width, copy.height), Image.Resampling.LANCZOS)
