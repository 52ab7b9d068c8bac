"""Opening pictures of any camera, and making them upright and of the colours that screens show, in little memory."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from io import BytesIO
from math import ceil
from pathlib import Path

from PIL import Image, ImageOps

MOST_PIXELS = 64_000_000
"""More than good telephones take (50 million), and a WebP of so many takes 1 GB of memory: beyond it is a mistake or an attack."""
ORIENTATION = 0x0112
"""EXIF tag; values from LYING on turn the picture by a quarter."""
LYING = 5
_TELEPHONES = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
"""Brands of HEIF that Pillow does not know by itself (ISO/IEC 23008-12, annex B)."""
_PLAIN = {"L", "RGB", "RGBA", "CMYK"}
"""Modes that are made smaller as they are."""


class TooLargeError(ValueError):
    """A picture of more than MOST_PIXELS, with its width and height."""


def opened(source: Path | bytes) -> Image.Image:
    """Return a picture whose pixels have not been read yet. Raise TooLargeError, and OSError or another error when it is none."""
    Image.MAX_IMAGE_PIXELS = None  # Pillow's own limit warns in English, and lets nearly twice as much pass
    brand = _start(source)
    if brand[4:8] == b"ftyp" and brand[8:] in _TELEPHONES:
        _learn_heif()
    image = Image.open(BytesIO(source) if isinstance(source, bytes) else source)
    if image.width * image.height > MOST_PIXELS:
        image.close()
        raise TooLargeError(image.width, image.height)
    return image


def _start(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source[:12]
    with source.open("rb") as file:
        return file.read(12)


@cache
def _learn_heif() -> None:
    from pillow_heif import register_heif_opener  # here, since few sites have such a picture

    register_heif_opener()


def upright(image: Image.Image, width: int) -> Image.Image:
    """Return a picture as it is seen, in L, RGB or RGBA and sRGB; one that is much wider than `width` is decoded no larger than that takes."""
    is_lying = image.getexif().get(ORIENTATION, 1) >= LYING
    scale = min(1, width / (image.height if is_lying else image.width))
    profile = image.info.get("icc_profile")
    shorter = min(image.size)
    image.draft(None, (ceil(image.width * scale), ceil(image.height * scale)))
    whole = image if image.mode in _PLAIN else _in_full(image)
    if (factor := int(min(whole.size) / (shorter * scale))) > 1:
        whole = whole.reduce(factor)
    turned = ImageOps.exif_transpose(whole)
    return _for_screens(turned, profile)


def _in_full(image: Image.Image) -> Image.Image:
    """Return a picture of few colours, or of 16 bits, in a mode that can be made smaller."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _for_screens(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in the colours of screens, by its own profile where it has one that fits."""
    if profile:
        from PIL import ImageCms  # here, since most pictures have none

        with suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(own):
                mode = "RGBA" if image.mode == "RGBA" else "RGB"
                return ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode) or image
    return image.convert("RGB") if image.mode == "CMYK" else image
