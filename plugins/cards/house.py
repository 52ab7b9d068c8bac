"""What all pictures of the site are drawn of: the house with its door, and the sunny thread."""

from __future__ import annotations

from plugins.cards.colors import INK, PANE, STITCH, SUN, tint
from plugins.cards.shapes import Brush, Point, curved, dashes, moved

WIDE, SILL = 120, 106
"""The field in which a house is drawn: its width, and how far down it stands (theme/templates/_house.html draws the same)."""

_WALL = ((16, 48), (104, 46), (106, 105), (14, 106))
_ROOF = ((6, 50), (28, 14), (94, 12), (115, 48))
_CHIMNEY = ((78, 13), (78, 3), (91, 2), (91, 12))
_DOOR = ((48.0, 105.5), *curved((48, 76), [((48, 58), (73, 58), (73, 76))]), (73.0, 105))
_PANES = ((23, 60), (40, 59), (40, 79), (23, 80)), ((81, 59), (98, 58), (98, 78), (81, 79))
_KNOB = (67, 88)

_NARROW_DOOR = ((37.0, 105.5), *curved((37, 90), [((37, 75), (85, 75), (85, 90))]), (85.0, 105))
_NARROW_PANE = ((42, 56), (80, 55), (80, 70), (42, 71))
_NARROW_KNOB = (73, 96)

_THREAD = curved(
    (-10, 28),
    [
        ((60, 6), (110, 52), (180, 34)),
        ((250, 16), (262, 4), (290, 14)),
        ((318, 24), (300, 56), (274, 48)),
        ((248, 40), (274, 14), (314, 24)),
        ((354, 34), (384, 46), (424, 44)),
        ((464, 42), (500, 30), (530, 28)),
    ],
)
"""As theme/static/fil.svg draws it, in a field THREAD_WIDE across."""
THREAD_WIDE = 520


def draw_house(brush: Brush, colors: tuple[str, str], at: Point, scale: Point, outline: float) -> None:
    """Draw a house, of the colours of its walls and its roof, whose field begins at a point. A narrow one has one window."""
    wall, roof = colors
    is_narrow = scale[0] < scale[1] * 0.6
    panes = (_NARROW_PANE,) if is_narrow else _PANES
    door, knob = (_NARROW_DOOR, _NARROW_KNOB) if is_narrow else (_DOOR, _KNOB)
    for points, fill in [(_CHIMNEY, roof), (_WALL, wall), (_ROOF, roof), (door, SUN), *((pane, PANE) for pane in panes)]:
        brush.shape(moved(points, at, scale), fill, INK, outline)
    brush.disc(moved([knob], at, scale)[0], outline * 0.8, INK)


def draw_thread(brush: Brush, at: Point, scale: Point, width: float) -> None:
    """Draw the thread: ink, sun and stitches."""
    points = moved(_THREAD, at, scale)
    brush.line(points, INK, width)
    brush.line(points, SUN, width * 0.6)
    for dash in dashes(points, width * 0.75, width * 0.6):
        brush.line(dash, STITCH, width * 0.16)


def roof_of(wall: str) -> str:
    """Return the colour of the roof on walls of a colour."""
    return tint(wall, 0.5)
