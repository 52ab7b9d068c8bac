"""A picture as letters show it: no larger than their column needs, and in a format that every mailbox knows."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from plugins.model.entry import File

QUALITY = 75
"""Of JPEG; at two pixels for one nobody sees the difference to 82, and the letter is a third lighter."""


def for_mail(folder: str, file: File, copy: File) -> bytes:
    """Return the copy of a file of the content folder that letters show, upright and without what the camera wrote into it."""
    with Image.open(Path(folder, file.path)) as image:
        upright = ImageOps.exif_transpose(image)
        if copy.path.casefold().endswith(".png"):
            return _saved(_sized(upright if upright.mode in {"RGB", "L"} else upright.convert("RGBA"), copy), "PNG", optimize=True)
        return _saved(_sized(_on_white(upright), copy), "JPEG", quality=QUALITY, optimize=True, progressive=True)


def _sized(image: Image.Image, copy: File) -> Image.Image:
    return image if image.size == (copy.width, copy.height) else image.resize((copy.width, copy.height), Image.Resampling.LANCZOS)


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture without transparency, which JPEG does not know."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "#ffffff")
    return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    stream = BytesIO()
    bare.save(stream, kind, **options)
    return stream.getvalue()
