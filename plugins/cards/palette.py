"""The colours of a card, few enough for a light picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from plugins.cards.colors import ALARM, CARD, CLAY, INK, PANE, PAPER, SOFT, STITCH, SUN, WASH, WHITE, mixed
from plugins.cards.house import roof_of
from plugins.cards.scene import MOST, around

if TYPE_CHECKING:
    from PIL.Image import Image

SHADES = 5
"""Steps from one colour to another that it touches: enough that no edge looks like stairs."""
_ALWAYS = (
    (PAPER, INK), (PAPER, SOFT), (PAPER, ALARM), (PAPER, SUN), (ALARM, WHITE), (SUN, INK), (SUN, STITCH), (CARD, INK), (PANE, INK),
)  # fmt: skip


@lru_cache(maxsize=16)
def palette(colors: tuple[str, ...]) -> Image:
    """Return a picture whose palette holds every colour of a card about houses of these colours."""
    from PIL import Image

    image = Image.new("P", (1, 1))
    image.putpalette(b"".join(bytes.fromhex(shade[1:]) for shade in shades(colors)))
    return image


def shades(colors: tuple[str, ...]) -> tuple[str, ...]:
    """Return every colour of a card and those between two that touch, `#rrggbb`, 256 at most."""
    steps = chain.from_iterable((mixed(one, other, step / SHADES) for step in range(SHADES + 1)) for one, other in _touching(colors[:MOST]))
    return tuple(dict.fromkeys(steps))


def _touching(colors: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield from _ALWAYS
    yield from ((ground, INK) for ground in around(colors))
    yield from ((roof, INK) for roof in map(roof_of, colors))
    for wall in colors:
        yield from ((wall, INK), (wall, WHITE), (PAPER, wall))
    if not colors:
        yield from ((WASH, INK), (CLAY, INK))
