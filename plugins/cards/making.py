"""The picture of a card, as networks and messengers show it."""

from __future__ import annotations

from pathlib import Path

from plugins.cards.card import Card
from plugins.cards.layout import write
from plugins.cards.palette import palette
from plugins.cards.scene import hung, street
from plugins.model.entry import File
from plugins.model.share_card import WIDTH

QUALITY = 62
"""Of JPEG: at the size of a telephone nobody sees the difference to 80, and the card is a quarter lighter."""


def make_card(card: Card) -> bytes:
    """Return a card with its houses as PNG: of so few colours it weighs half of a JPEG, and letters stay sharp."""
    from PIL import Image

    from plugins.images.saving import saved

    image = street(card.colors).copy()
    write(image, card)
    return saved(image.quantize(palette=palette(card.colors), dither=Image.Dither.NONE), "PNG", compress_level=6)


def make_picture_card(card: Card, folder: str, file: File) -> bytes:
    """Return a card with a picture of the content folder as JPEG, with nothing of what a camera wrote into it."""
    from plugins.images.opening import opened, upright
    from plugins.images.saving import on_white, saved

    with opened(Path(folder, file.path)) as picture:
        image = hung(on_white(upright(picture, WIDTH)), card.colors)
    write(image, card)
    return saved(image, "JPEG", quality=QUALITY, optimize=True, progressive=True)
