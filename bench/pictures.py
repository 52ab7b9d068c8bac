"""The few pictures of the corpus, drawn; all texts share them."""

from __future__ import annotations

from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

THEMES = tuple(f"images/themes/{number}.jpg" for number in range(1, 5))
ARTICLES = tuple(f"images/articles/{number}.jpg" for number in range(1, 5))
COVER, WIDE, LOGO = "images/radio.jpg", "images/large.jpg", "images/logo.png"
_SIZES = {**dict.fromkeys((*THEMES, *ARTICLES), (800, 450)), COVER: (1400, 1400), WIDE: (1200, 630), LOGO: (240, 240)}


def draw_all(rng: Random, content: Path) -> None:
    """Draw every picture into the content folder."""
    for path, size in _SIZES.items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        _draw(rng, size).save(target)


def _draw(rng: Random, size: tuple[int, int]) -> Image.Image:
    image = Image.new("RGB", size, _color(rng))
    brush = ImageDraw.Draw(image)
    for _ in range(12):
        x, y, side = rng.randrange(size[0]), rng.randrange(size[1]), rng.randrange(40, 200)
        (brush.ellipse if rng.random() < 0.5 else brush.rectangle)((x, y, x + side, y + side), fill=_color(rng))
    return image


def _color(rng: Random) -> tuple[int, int, int]:
    return rng.randrange(256), rng.randrange(256), rng.randrange(256)
