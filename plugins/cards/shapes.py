"""Lines and outlines as lists of points, and a brush that draws them as by hand: filled with a colour, outlined in ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import dist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]
"""A cubic Bézier curve from where the one before ended: two handles, and where it ends."""
STEPS = 24
"""Straight pieces of a curve: at three times the size of a card nobody sees them."""


def curved(start: Point, curves: Iterable[Curve]) -> list[Point]:
    """Return the points along some curves, each of which goes on from the one before."""
    points = [start]
    for curve in curves:
        points += _along(points[-1], *curve)
    return points


def _along(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    for step in range(1, STEPS + 1):
        t = step / STEPS
        weights = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
        x, y = (sum(weight * point[axis] for weight, point in zip(weights, (start, first, second, end), strict=True)) for axis in (0, 1))
        yield x, y


def moved(points: Iterable[Point], at: Point, scale: Point) -> list[Point]:
    """Return points scaled from the origin, which comes to lie at a point."""
    return [(at[0] + x * scale[0], at[1] + y * scale[1]) for x, y in points]


def dashes(points: Sequence[Point], dash: float, gap: float) -> Iterator[list[Point]]:
    """Yield the dashes of a line, each as its points."""
    left, is_dash, found = dash, True, [points[0]]
    for start, end in pairwise(points):
        done, length = 0.0, dist(start, end)
        while length - done >= left:
            done += left
            turn = (start[0] + (end[0] - start[0]) * done / length, start[1] + (end[1] - start[1]) * done / length)
            if is_dash:
                yield [*found, turn]
            left, is_dash, found = (gap if is_dash else dash), not is_dash, [turn]
        left -= length - done
        found.append(end)


class Brush:
    """Draws on a larger canvas what is given in the pixels of the picture: made smaller afterwards, every edge is smooth."""

    def __init__(self, draw: ImageDraw, scale: float) -> None:
        """Draw with so many pixels of the canvas for one of the picture."""
        self._draw = draw
        self._scale = scale

    def shape(self, points: Sequence[Point], fill: str, ink: str, width: float) -> None:
        """Draw a closed shape, and its outline in ink unless that is nothing wide."""
        self._draw.polygon([(x * self._scale, y * self._scale) for x, y in points], fill=fill)
        if width:
            self.line([*points, points[0]], ink, width)

    def disc(self, center: Point, radius: float, fill: str) -> None:
        """Draw a disc."""
        x, y = center[0] * self._scale, center[1] * self._scale
        self._draw.circle((x, y), radius * self._scale, fill=fill)

    def line(self, points: Sequence[Point], ink: str, width: float) -> None:
        """Draw a line with round ends and turns."""
        pixels = round(width * self._scale)
        self._draw.line([(x * self._scale, y * self._scale) for x, y in points], fill=ink, width=pixels)
        for point in points:
            self.disc(point, (pixels - 1) / 2 / self._scale, ink)
