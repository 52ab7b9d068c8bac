"""What a card is painted on: paper to write on, then the houses it is about or a picture, and the thread along all of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from plugins.cards.colors import CARD, CLAY, INK, PAPER, SKY, SUN, WASH, mixed, tint
from plugins.cards.house import SILL, THREAD_WIDE, WIDE, draw_house, draw_thread, roof_of
from plugins.cards.shapes import Brush, Point, curved, moved
from plugins.model.share_card import HEIGHT, WIDTH

if TYPE_CHECKING:
    from PIL.Image import Image


FINE = 3
"""Pixels drawn for one of the card."""
EDGE = 742
"""Where the paper ends, more or less: its edge is torn by hand."""
MOST = 6
"""Houses that find room."""
_GROUND, _LAWN = 532, 505
"""How far down the houses stand, and the lawn begins."""
_STREET = 764, 428
"""Where the houses begin, and how much room they share."""
_TALL = 4.1, 3.3, 3.8, 3.05
"""How tall neighbours are, in turn."""
_CLOUD = curved((222, 58), [((200, 58), (200, 32), (220, 30)), ((224, 8), (258, 6), (264, 26)), ((290, 22), (298, 58), (270, 58))])
_TORN = curved((EDGE, -20), [((EDGE - 26, 120), (EDGE + 22, 260), (EDGE - 4, 380)), ((EDGE - 20, 480), (EDGE + 18, 560), (EDGE, 660))])
_OUTSIDE = ((1240.0, 660.0), (1240.0, -20.0))


@lru_cache(maxsize=16)
def street(colors: tuple[str, ...]) -> Image:
    """Return the ground of cards about houses of these colours, or with a house that is nobody's."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), PAPER)
    brush = Brush(ImageDraw.Draw(image), FINE)
    shown = colors[:MOST]
    _draw_day(brush, *around(shown), 440 if len(shown) < 2 else 560)
    for index, wall in enumerate(shown or (WASH,)):
        at, scale = _plot(index, len(shown) or 1)
        draw_house(brush, (wall, roof_of(wall) if shown else CLAY), at, scale, 6 if len(shown) < 3 else 5)
    _tie(brush)
    return image.reduce(FINE)


def hung(picture: Image, colors: tuple[str, ...]) -> Image:
    """Return the ground of a card about these houses which shows a picture."""
    from PIL import Image, ImageOps

    left = EDGE - 30
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    image.paste(ImageOps.fit(picture, (WIDTH - left, HEIGHT), Image.Resampling.BICUBIC), (left, 0))
    border = _border(colors[:MOST])
    image.paste(border, (0, 0), border)
    return image


@lru_cache(maxsize=16)
def _border(colors: tuple[str, ...]) -> Image:
    """Return the paper, what ties it to a picture beside it, and nothing where the picture shows."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (WIDTH * FINE, HEIGHT * FINE), PAPER)
    draw = ImageDraw.Draw(image)
    draw.polygon([(x * FINE, y * FINE) for x, y in (*_TORN, *_OUTSIDE)], fill=(0, 0, 0, 0))
    brush = Brush(draw, FINE)
    for index, color in enumerate(colors):
        brush.line(moved(_TORN, (14.0 * (len(colors) - index) - 7, 0), (1, 1)), color, 16)
    brush.line(_TORN, INK, 6)
    if colors:
        brush.line(moved(_TORN, (14.0 * len(colors), 0), (1, 1)), INK, 6)
    _tie(brush)
    return image.reduce(FINE)


def around(colors: tuple[str, ...]) -> tuple[str, str]:
    """Return the colours of the sky and of the lawn: a house that is alone gives its own."""
    if len(colors) == 1:
        return tint(colors[0], 0.86), tint(colors[0], 0.66)
    return (WASH, mixed(WASH, SUN, 0.5)) if colors else (SKY, WASH)


def _draw_day(brush: Brush, sky: str, lawn: str, cloud: float) -> None:
    brush.shape([*_TORN, *_OUTSIDE], sky, INK, 0)
    brush.disc((1122, 88), 52, INK)
    brush.disc((1122, 88), 46, SUN)
    brush.shape(moved(_CLOUD, (cloud, 24), (1.75, 1.5)), CARD, INK, 6)
    hill = curved((EDGE - 6, _LAWN), [((860, _LAWN - 26), (1080, _LAWN + 22), (1240, _LAWN - 12))])
    brush.shape([*hill, _OUTSIDE[0], *(point for point in reversed(_TORN) if point[1] > _LAWN)], lawn, INK, 6)
    brush.line(_TORN, INK, 6)


def _plot(index: int, count: int) -> tuple[Point, Point]:
    """Return where the field of a house begins, and how far it is stretched."""
    left, room = _STREET
    wide, tall = room / count, _TALL[index % len(_TALL)]
    return (left + wide * index, _GROUND - SILL * tall), (wide / WIDE, tall)


def _tie(brush: Brush) -> None:
    draw_thread(brush, (0, 540), (WIDTH / THREAD_WIDE, 1.45), 26)
