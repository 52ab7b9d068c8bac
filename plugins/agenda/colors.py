"""Colours as RFC 7986 §5.9 wants them: one of the names of CSS 3."""

from __future__ import annotations

from PIL import ImageColor

_NAMES = tuple(sorted(ImageColor.colormap.keys() - {"rebeccapurple"}))
"""All but the one name that came with CSS 4."""


def css_name(color: str) -> str:
    """Return the CSS 3 name nearest to a colour written `#rrggbb`."""
    wanted = ImageColor.getrgb(color)
    return min(_NAMES, key=lambda name: sum((a - b) ** 2 for a, b in zip(wanted, ImageColor.getrgb(name), strict=False)))
