"""What pages have to know of a picture before it is there: its size, its colour from afar, whether it moves."""

from __future__ import annotations

from PIL import Image

from plugins.images.opening import LYING, ORIENTATION, TooLargeError, opened, upright

__all__ = ["TooLargeError", "measure"]
_FILMS = {"GIF", "PNG", "WEBP"}
"""Formats whose several pictures are one that moves; a JPEG of several is what telephones make of one."""
_AFAR = 32
"""Pixels across that tell the colour as well as all."""
_STEP = 0x33
"""From one of six degrees of a colour to the next."""


def measure(data: bytes) -> tuple[int, int, str, bool]:
    """Return width and height in pixels as seen, orientation applied, the colour as three digits (empty: transparent), and whether it moves.

    Raise TooLargeError, or what a decoder raises of a picture that is damaged or not whole: all of it is decoded, as small as may be.
    """
    with opened(data) as image:
        width, height = image.size
        if image.getexif().get(ORIENTATION, 1) >= LYING:
            width, height = height, width
        is_animated = image.format in _FILMS and getattr(image, "is_animated", False)
        return width, height, _color(upright(image, _AFAR)), is_animated


def _color(small: Image.Image) -> str:
    if small.mode == "RGBA" and small.getchannel("A").tobytes().strip(b"\xff"):
        return ""  # it would be seen through the picture
    mean = small.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    return "".join(f"{round(part / _STEP) * _STEP:02x}"[0] for part in mean)
