"""What Apple takes as cover art (Apple Podcasts, artwork requirements)."""

from __future__ import annotations

from plugins.model.entry import File

SMALLEST, LARGEST = 1400, 3000
"""Pixels."""
KINDS = (".jpg", ".jpeg", ".png")


def is_cover(file: File) -> bool:
    """Return whether a picture is a square JPEG or PNG of 1400 to 3000 pixels."""
    return file.path.casefold().endswith(KINDS) and file.width == file.height and SMALLEST <= file.width <= LARGEST
