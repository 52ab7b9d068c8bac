"""Labels above the title of a card: that it is cancelled, which houses, which number of the magazine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from plugins.cards.fonts import font, measured
from plugins.cards.text import readable

if TYPE_CHECKING:
    from PIL.Image import Image

ROWS = 2
"""How many rows labels may fill; houses beyond are seen in the drawing alone."""
LOUD, PLAIN = 44, 29
"""Pixels of the letters of what nobody may miss, and of the rest."""
_GAP = 12
_FINE = 3

Placed = tuple["Label", int, int]
"""A label, where in its row it begins, and how wide it is."""


class Label(Struct, frozen=True):
    """A few words on a colour."""

    words: str
    ground: str
    ink: str
    """Colours, `#rrggbb`."""
    size: int = PLAIN

    @property
    def height(self) -> int:
        """Pixels from its upper edge to its lower one."""
        return round(self.size * 1.65)


def draw_labels(image: Image, labels: Iterable[Label], at: tuple[int, int], width: int) -> int:
    """Write labels from a point on, in rows of a width; return how far down they reach. What finds no room is left out."""
    y = at[1]
    for row in _rows(labels, width):
        height = max(label.height for label, _, _ in row)
        for label, x, wide in row:
            _draw(image, label, (at[0] + x, y + (height - label.height) // 2), wide)
        y += height + _GAP
    return max(at[1], y - _GAP)


def _draw(image: Image, label: Label, at: tuple[int, int], width: int) -> None:
    from PIL import Image, ImageDraw

    size = width * _FINE, label.height * _FINE
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), size[1] // 3, fill=255)
    image.paste(label.ground, at, mask.reduce(_FINE))
    place = at[0] + width / 2, at[1] + round(label.height * 0.69)
    ImageDraw.Draw(image).text(place, readable(label.words), label.ink, font(label.size), anchor="ms")


def _rows(labels: Iterable[Label], width: int) -> list[list[Placed]]:
    """Return which labels stand in each row."""
    rows: list[list[Placed]] = []
    x = width + 1
    for label, wide in _measured(labels, width):
        if x + wide > width:
            rows.append([])
            x = 0
        rows[-1].append((label, x, wide))
        x += wide + _GAP
    return rows[:ROWS]


def _measured(labels: Iterable[Label], width: int) -> Iterator[tuple[Label, int]]:
    """Yield the labels that say something and fit into a row, and how wide each is."""
    for label in labels:
        words = readable(label.words)
        wide = round(measured(words, label.size) + label.size * 1.3)
        if words and wide <= width:
            yield label, wide
