"""The colours of the theme (theme/styles/base.css), and what is mixed of them."""

from __future__ import annotations

PAPER, CARD, WASH = "#fff8ec", "#fffdf8", "#fdebc3"
INK, SOFT, ALARM = "#2b2118", "#5c4a38", "#a3141f"
SUN, STITCH, PANE = "#f4b63f", "#c2410c", "#fbd98f"
SKY, CLAY = "#d1dcf8", "#e8926b"
WHITE = "#ffffff"


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour between two, `#rrggbb` each, with a share of the other from 0 to 1."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def tint(color: str, share: float) -> str:
    """Return a colour with a share of white in it."""
    return mixed(color, WHITE, share)
