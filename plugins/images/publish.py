"""A picture as the public gets it: upright, of a reasonable size, and without what the camera wrote into it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageOps

from plugins.images.cache import MadeOf, kept
from plugins.images.opening import opened, upright
from plugins.images.saving import bare, on_white, saved
from plugins.model.copies import WIDEST
from plugins.model.entry import File

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
_MOVING = {"GIF", "PNG", "WEBP"}


def published(folder: str, cache: str, file: File) -> bytes | Path:
    """Return a file of the content folder for the public: as it is when it is harmless, else made anew, once, and kept in the folder `cache`."""
    path = Path(folder, file.path)
    if not file.width:
        return path
    with opened(path) as image:
        if is_harmless(image, path.stat().st_size):
            return path
        return kept(cache, made_of(file), lambda: cleaned(image))


def made_of(file: File) -> MadeOf:
    """Return what tells a picture from any other."""
    return file.digest, "published"


def is_harmless(image: Image.Image, size: int) -> bool:
    """Return whether a picture can be published byte for byte: light, fit for browsers, and with nothing private in it."""
    if size > HEAVIEST or image.width > WIDEST or image.mode == "CMYK" or image.format not in _SAVING:
        return False
    if image.format == "PNG":
        image.load()  # words may stand after the pixels
    return set(image.info) <= _HARMLESS and not image.getexif()


def cleaned(image: Image.Image) -> bytes:
    """Return the picture upright, at most WIDEST pixels wide, with no metadata, in its own format where browsers know that."""
    kind = image.format if image.format in _SAVING else "JPEG"
    if getattr(image, "is_animated", False) and kind in _MOVING:
        return saved(image, kind, save_all=True, **_SAVING[kind])
    if image.mode == "P" and image.width <= WIDEST and kind == "PNG":
        shining = {name: image.info[name] for name in ("transparency",) if name in image.info}
        return saved(bare(ImageOps.exif_transpose(image)), kind, **_SAVING[kind], **shining)
    picture = upright(image, WIDEST)
    if picture.width > WIDEST:
        picture = picture.resize((WIDEST, max(1, round(picture.height * WIDEST / picture.width))), Image.Resampling.LANCZOS)
    return saved(on_white(picture) if kind == "JPEG" and picture.mode == "RGBA" else bare(picture), kind, **_SAVING[kind])
