"""The card that stands for a page when it is shared: where it lies, which is all that the page itself knows of it."""

from __future__ import annotations

from plugins.model.entry import File

WIDTH, HEIGHT = 1200, 630
"""Pixels, as networks and messengers show a large picture."""


def share_card(address: str, *, has_picture: bool = False) -> File:
    """Return the card of the page at an address: a PNG when it is drawn, a JPEG when it shows a picture, whichever is lighter."""
    return File(f"{address.lstrip('/')}partage.{'jpg' if has_picture else 'png'}", "", WIDTH, HEIGHT)
