"""A recording as a picture: how loud it is from start to end."""

from __future__ import annotations

HEIGHT = 100
"""Of the picture; as wide as there are peaks. A peak is 0 to 100."""
LEAST = 2
"""Height of silence, so that its place is seen."""


def waveform(peaks: tuple[int, ...]) -> str:
    """Return the `d` of an SVG path: one upright stroke for each peak, around the middle; empty without peaks."""
    return "".join(_stroke(number, max(LEAST, min(peak, HEIGHT))) for number, peak in enumerate(peaks))


def _stroke(number: int, height: int) -> str:
    top = (HEIGHT - height) // 2
    return f"M{number}.5 {top}v{height}"
