"""What Apple takes as cover art (Apple Podcasts, artwork requirements)."""

from __future__ import annotations

from posixpath import basename, splitext

from plugins.model.entry import File
from plugins.model.text import slugify

SMALLEST, LARGEST = 1400, 3000
"""Pixels."""
KINDS = (".jpg", ".jpeg", ".png")


def is_cover(file: File) -> bool:
    """Return whether a picture is a square JPEG or PNG of 1400 to 3000 pixels."""
    return file.path.casefold().endswith(KINDS) and file.width == file.height and SMALLEST <= file.width <= LARGEST


def artwork_address(file: File) -> str:
    """Return where a cover is published: applications fetch a picture again only when its name is new."""
    return f"/la-bobine/pochettes/{slugify(splitext(basename(file.path))[0])}-{file.digest[:8]}.jpg"
