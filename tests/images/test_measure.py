"""Pictures are measured without being decoded, and refused when they are not whole."""

from __future__ import annotations

import struct
import zlib

import pytest
from PIL import Image

from plugins.content_types.files import MOST_PIXELS, measure
from tests.images.pictures import noise, photo, private, saved


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_has_its_size(kind: str) -> None:
    """Width and height are in pixels, for each format."""
    assert measure(saved(photo(), kind)) == (64, 48)


@pytest.mark.parametrize("kind", ["JPEG", "MPO", "WEBP"])
@pytest.mark.parametrize(("orientation", "size"), [(1, (64, 48)), (3, (64, 48)), (5, (48, 64)), (6, (48, 64)), (8, (48, 64))])
def test_a_size_is_that_of_the_upright_picture(kind: str, orientation: int, size: tuple[int, int]) -> None:
    """A photo that a phone noted as turned is measured as it is seen; many phones write several pictures into one JPEG (MPO)."""
    assert measure(saved(photo(), kind, exif=private(orientation).tobytes())) == size


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_bomb_is_refused() -> None:
    """A picture of a few bytes that claims more pixels than any camera has is refused before it is decoded."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND", b"")
    with pytest.raises((ValueError, Image.DecompressionBombError)):
        measure(bomb)


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_the_largest_cameras_are_fine() -> None:
    """A picture of as many pixels as allowed is measured, one of more is not."""
    side = int(MOST_PIXELS**0.5)
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    large = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND", b"")
    assert measure(large) == (side, side)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_truncated_picture_is_refused(kind: str) -> None:
    """A picture that lacks its end, as after an upload that broke off, is refused."""
    data = saved(noise(80, 80), kind)
    with pytest.raises((ValueError, OSError)):
        measure(data[: len(data) // 2])


@pytest.mark.parametrize("data", [b"", b"Ceci n'est pas une image.", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x00\x00\x00\x00WEBP"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    """A file that only has the name of a picture is refused."""
    with pytest.raises((ValueError, OSError, SyntaxError)):
        measure(data)
