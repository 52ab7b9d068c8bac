"""Colours as eyes and mail programs see them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
DARKEST = 21.247
"""CIE lightness of #333333: what Outlook on the web makes of white (getDarkColor of its editor, roosterjs)."""
_WHITE = (0.95047, 1.0, 1.08883)
"""D65, the white of sRGB."""
_TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_TO_RGB = ((3.2406, -1.5372, -0.4986), (-0.9689, 1.8758, 0.0415), (0.0557, -0.2040, 1.0570))
_LINEAR = 216 / 24389
_SLOPE = 24389 / 27


@lru_cache(maxsize=1024)
def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, 1.4.3)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1024)
def negative(color: str) -> str:
    """Return the colour as a program shows it that inverts each channel."""
    return _hex(1 - channel for channel in _channels(color))


@lru_cache(maxsize=1024)
def darkened(color: str) -> str:
    """Return the colour as Outlook on the web shows it at night: its CIE lightness turned over, down to DARKEST, its hue kept."""
    lightness, a, b = _lab(color)
    return _from_lab((100 - lightness) * (100 - DARKEST) / 100 + DARKEST, a, b)


def _channels(color: str) -> tuple[float, ...]:
    return tuple(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(min(max(channel, 0.0), 1.0) * 255):02x}" for channel in channels)


def _linear(color: str) -> list[float]:
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(color)]


def _luminance(color: str) -> float:
    red, green, blue = _linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lab(color: str) -> tuple[float, float, float]:
    """Return lightness, a and b (CIE 1976)."""
    linear = _linear(color)
    x, y, z = (sum(w * c for w, c in zip(row, linear, strict=True)) / white for row, white in zip(_TO_XYZ, _WHITE, strict=True))
    fx, fy, fz = (t ** (1 / 3) if t > _LINEAR else (_SLOPE * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _from_lab(lightness: float, a: float, b: float) -> str:
    fy = (lightness + 16) / 116
    roots = (fy + a / 500, fy, fy - b / 200)
    xyz = [white * (f**3 if f**3 > _LINEAR else (116 * f - 16) / _SLOPE) for f, white in zip(roots, _WHITE, strict=True)]
    linear = (sum(w * c for w, c in zip(row, xyz, strict=True)) for row in _TO_RGB)
    return _hex(12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in linear)
