"""A picture as the public gets it: upright, of a reasonable size, and without what the camera wrote into it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from plugins.model.entry import File

WIDEST = 1600
"""Pixels; wider gains nothing on a page and costs credit on a phone."""
HEAVIEST = 400_000
"""Bytes a picture may have and still be published as it is."""
_HARMLESS = {
    "adobe", "adobe_transform", "aspect", "background", "chromaticity", "dpi", "duration", "extension", "gamma", "interlace", "jfif",
    "jfif_density", "jfif_unit", "jfif_version", "loop", "progression", "progressive", "srgb", "timestamp", "transparency", "version",
}  # fmt: skip
"""What a picture may say besides its pixels; anything else (EXIF, GPS, XMP, comments, words in a PNG) may be private."""
_SAVING: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 82, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 82},
    "GIF": {"comment": b""},
}
_MOVING = {"GIF", "WEBP"}


def published(folder: str, file: File) -> bytes | Path:
    """Return a file of the content folder for the public: as it is when it is harmless, else made anew."""
    path = Path(folder, file.path)
    if not file.width:
        return path
    with Image.open(path) as image:
        if is_harmless(image, path.stat().st_size):
            return path
        return cleaned(image)


def is_harmless(image: Image.Image, size: int) -> bool:
    """Return whether a picture can be published byte for byte: light, and with nothing private in it."""
    if size > HEAVIEST or image.width > WIDEST or image.mode == "CMYK":
        return False
    if image.format == "PNG":
        image.load()  # words may stand after the pixels
    return set(image.info) <= _HARMLESS and not image.getexif()


def cleaned(image: Image.Image) -> bytes:
    """Return the picture upright, at most WIDEST pixels wide, with no metadata, in its own format."""
    kind = image.format if image.format in _SAVING else "JPEG"
    if getattr(image, "is_animated", False) and kind in _MOVING:
        return _saved(image, kind, save_all=True)
    upright = ImageOps.exif_transpose(image)
    if upright.mode not in {"RGB", "RGBA", "L", "LA", "P"} or (kind == "JPEG" and upright.mode != "L"):
        upright = upright.convert("RGB")
    if upright.width > WIDEST:
        upright = upright.resize((WIDEST, round(upright.height * WIDEST / upright.width)), Image.Resampling.LANCZOS)
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    if upright.mode == "P" and (palette := upright.getpalette()):
        bare.putpalette(palette)
    return _saved(bare, kind)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, kind, **_SAVING[kind], **options)
    return stream.getvalue()
