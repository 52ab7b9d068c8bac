"""Pictures drawn for the tests."""

from __future__ import annotations

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

from plugins.content_types.files import read_file
from plugins.images.copying import copied
from plugins.images.publish import published
from plugins.model.copies import copies
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


def heic(image: Image.Image, orientation: int = 1) -> bytes:
    """Return a picture as a telephone of Apple's writes it."""
    from pillow_heif import register_heif_opener

    register_heif_opener()
    return saved(image, "HEIF", quality=80, exif=private(orientation).tobytes())


def wide_gamut() -> bytes:
    """Return a colour profile that turns colours round, as a screen would that shows red for green and green for blue."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    names = [bytes(profile[place : place + 4]) for place in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12)]
    for old, new in {b"rXYZ": b"gXYZ", b"gXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}.items():
        place = 132 + 12 * names.index(old)
        profile[place : place + 4] = new
    return bytes(profile).replace("sRGB".encode("utf-16-be"), "Tour".encode("utf-16-be")).replace(b"sRGB", b"Tour")


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return one part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that claims to have this size."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def written(folder: Path, name: str, data: bytes) -> File:
    """Return a picture that was put into the content folder, as the site knows it."""
    (folder / name).write_bytes(data)
    file, problems = read_file(folder, name)
    assert problems == ()
    return file


def copy_of(folder: Path, file: File, kind: str = "avif") -> bytes:
    """Return the widest copy of a picture in a format."""
    copy = next(copy for copy in reversed(copies(file)) if copy.format == kind)
    return copied(str(folder), str(folder / "cache"), copy)


def publish(folder: Path, name: str, data: bytes) -> bytes:
    """Return what the public gets of a picture with these bytes."""
    file = written(folder, name, data)
    result = published(str(folder), str(folder / "cache"), file)
    return result.read_bytes() if isinstance(result, Path) else result


def opened(data: bytes) -> Image.Image:
    """Return the picture of these bytes, decoded."""
    image = Image.open(BytesIO(data))
    image.load()
    return image
