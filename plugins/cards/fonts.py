"""The one font of the pictures, which lies beside this module: no machine needs to have it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

FILE = Path(__file__).with_name("fonts") / "nunito-800.woff"
DIGEST = "99282a395f71b90fae1779b00b8f14ffb3046a641e2e98d1b26f4929bea31309"
"""SHA-256 of the file: another font is another version of the code, which makes every picture anew."""


@lru_cache(maxsize=64)
def font(size: int) -> FreeTypeFont:
    """Return the font in a size in pixels.

    FreeType alone lays it out: the other engine is there on some machines only, and the same content is to give the same bytes.
    """
    from PIL import ImageFont

    return ImageFont.truetype(FILE, size, layout_engine=ImageFont.Layout.BASIC)


def measured(text: str, size: int) -> float:
    """Return how wide a text is in a size, both in pixels."""
    return font(size).getlength(text)
