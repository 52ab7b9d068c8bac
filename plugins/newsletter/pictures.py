"""Which pictures a letter shows, and how large."""

from __future__ import annotations

from plugins.model.entry import File

COLUMN = 600
"""Width of the letter in CSS pixels."""
MARGIN = 24
"""Left and right of the text, CSS pixels."""
_SHOWN = (".jpg", ".jpeg", ".png")


def fits(file: File) -> bool:
    """Return whether mailboxes show the picture: Outlook knows no WebP, Gmail no SVG."""
    return bool(file.width) and file.path.casefold().endswith(_SHOWN)


def scaled(file: File, room: int = COLUMN - 2 * MARGIN) -> tuple[int, int]:
    """Return the width and height in CSS pixels at which a picture fills the room without growing."""
    width = min(room, file.width)
    return width, max(1, round(file.height * width / file.width))
