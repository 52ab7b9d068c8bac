"""Pictures drawn for the tests."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

from PIL import Image

from plugins.images.publish import published
from plugins.model.entry import File

GPS, MAKE = 0x8825, 0x010F
"""EXIF tags that tell where, and with what, a photo was taken."""


def photo(width: int = 64, height: int = 48) -> Image.Image:
    """Return a picture, red on its left half and blue on its right."""
    image = Image.new("RGB", (width, height), "#0000ff")
    image.paste("#ff0000", (0, 0, width // 2, height))
    return image


def noise(width: int, height: int) -> Image.Image:
    """Return a picture that does not compress, always the same."""
    return Image.frombytes("RGB", (width, height), random.Random(1).randbytes(width * height * 3))


def private(orientation: int = 1) -> Image.Exif:
    """Return what a phone writes into a photo: where, with what, and which way up."""
    exif = Image.Exif()
    exif[MAKE] = "Telephone"
    exif[0x0112] = orientation
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (45.0, 2.0, 30.0)
    return exif


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    """Return the bytes of a picture."""
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def publish(folder: Path, name: str, data: bytes) -> bytes:
    """Return what the public gets of a picture with these bytes."""
    (folder / name).write_bytes(data)
    with Image.open(BytesIO(data)) as image:
        width, height = image.size
    result = published(str(folder), File(name, "aaaa", width, height))
    return result.read_bytes() if isinstance(result, Path) else result


def opened(data: bytes) -> Image.Image:
    """Return the picture of these bytes, decoded."""
    image = Image.open(BytesIO(data))
    image.load()
    return image
