"""What the icons of a town show: its logo, else its houses, as theme/static/icone.svg draws them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.cards.colors import CLAY, INK, SUN
from plugins.cards.shapes import Brush, moved
from plugins.model.entry import File

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH = 1536
"""Pixels: three for one of the largest icon."""
_OUTLINE = 0.04
"""Of the width."""
_WALLS = ((0.0, 1.0), (0.0, 0.5), (0.5, 0.0), (1.0, 0.5), (1.0, 1.0))
_DOOR = ((0.34, 1.0), (0.34, 0.67), (0.66, 0.67), (0.66, 1.0))
_PLOTS = (
    ((0.0, 0.0, 1.0, 1.0),),
    ((0.0, 0.0, 0.5, 1.0), (0.5, 0.2, 0.5, 0.8)),
    ((0.0, 0.0, 0.5, 0.5), (0.5, 0.0, 0.5, 0.5), (0.25, 0.5, 0.5, 0.5)),
    ((0.0, 0.0, 0.5, 0.5), (0.5, 0.0, 0.5, 0.5), (0.0, 0.5, 0.5, 0.5), (0.5, 0.5, 0.5, 0.5)),
)
"""Where one, two, three and four houses stand: left, top, width and height."""


@lru_cache(maxsize=1)
def emblem(folder: str, logo: File | None, colors: tuple[str, ...]) -> Image:
    """Return what the icons show, large and without empty space around it: a logo of the content folder, else a house of each colour, up to four."""
    if logo is None:
        return _houses(colors[: len(_PLOTS)] or (CLAY,))
    from plugins.images.opening import opened, upright

    with opened(Path(folder, logo.path)) as picture:
        image = upright(picture, WIDTH).convert("RGBA")
    return image.crop(image.getchannel("A").getbbox())


def _houses(colors: tuple[str, ...]) -> Image:
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (WIDTH, WIDTH))
    brush = Brush(ImageDraw.Draw(image), WIDTH)
    inset = _OUTLINE * 0.6
    for color, (left, top, width, height) in zip(colors, _PLOTS[len(colors) - 1], strict=True):
        at, scale = (left + inset, top + inset), (width - 2 * inset, height - 2 * inset)
        brush.shape(moved(_WALLS, at, scale), color, INK, _OUTLINE)
        brush.shape(moved(_DOOR, at, scale), SUN, INK, _OUTLINE * 0.7)
    return image
