"""Where the words of a card stand: labels above, the title as large as it can be, then when and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from plugins.cards.card import Card
from plugins.cards.colors import ALARM, INK, SOFT
from plugins.cards.fonts import font, measured
from plugins.cards.labels import draw_labels
from plugins.cards.scene import EDGE
from plugins.cards.text import Block, Room, fitted, readable

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

LEFT, WIDTH = 60, EDGE - 96
"""Where all words begin, and how wide they may be."""
BOTTOM = 522
"""How far down they reach: the thread runs below."""
_SITE = Room(WIDTH, 40, (28, 26, 24, 22))
_STRONG = Room(WIDTH, 130, (46, 43, 40, 37, 34, 31))
_SOFT = Room(WIDTH, 38, (32, 30, 28, 26, 24, 22))
_TITLE = range(92, 38, -4)
_GAP, _SMALL_GAP = 16, 8


def write(image: Image, card: Card) -> None:
    """Write the words of a card on its ground."""
    from PIL import ImageDraw

    draw = ImageDraw.Draw(image)
    _draw_block(draw, _fitted(card.site, _SITE), 36, SOFT)
    top = draw_labels(image, card.labels, (LEFT, 88), WIDTH) + _GAP
    strong, soft = _fitted(card.strong, _STRONG), [_fitted(line, _SOFT) for line in card.soft]
    below = _height([strong], _GAP) + _height(soft, _SMALL_GAP)
    title = _fitted(readable(card.title) or card.site, Room(WIDTH, BOTTOM - top - below, _TITLE, 1.05))
    y = top + (BOTTOM - top - below - title.height) / 2
    y = _draw_block(draw, title, y, INK)
    y = _draw_block(draw, strong, y + _GAP, INK, ALARM if card.is_off else "")
    for block in soft:
        y = _draw_block(draw, block, y + _SMALL_GAP, SOFT)


def _fitted(text: str, room: Room) -> Block:
    return fitted(readable(text), room, measured)


def _height(blocks: Iterable[Block], gap: int) -> float:
    return sum(block.height + gap for block in blocks)


def _draw_block(draw: ImageDraw, block: Block, top: float, ink: str, struck: str = "") -> float:
    """Write some lines, struck out in a colour or not; return how far down they reach."""
    for number, line in enumerate(block.lines):
        y = round(top + block.height / len(block.lines) * number + block.size * 0.86)
        draw.text((LEFT, y), line, ink, font(block.size), anchor="ls")
        if struck:
            _strike(draw, (y - block.size * 0.27, y - block.size * 0.33), measured(line, block.size), struck)
    return top + block.height


def _strike(draw: ImageDraw, heights: Sequence[float], width: float, color: str) -> None:
    draw.line((LEFT - 5, heights[0], LEFT + width + 5, heights[1]), color, 5)
