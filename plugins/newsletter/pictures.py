"""How large a letter shows a picture."""

from __future__ import annotations

from plugins.model.entry import File
from plugins.model.mail_picture import COLUMN

MARGIN = 24
"""Left and right of the text, CSS pixels."""


def scaled(file: File, room: int = COLUMN - 2 * MARGIN) -> tuple[int, int]:
    """Return the width and height in CSS pixels at which a picture fills the room without growing."""
    width = min(room, file.width)
    return width, max(1, round(file.height * width / file.width))
