"""The style sheet of the site: the theme's layers one after the other, and the colours of the houses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from plugins.build.output import Output
from plugins.model.place import House

LAYERS = ("base", "frame", "parts", "agenda", "home", "details", "light", "print")
"""The files of theme/styles, the later one winning: their order alone decides, since phones from before 2022 do not know `@layer`."""

SHAPES = ("50% 50% .1rem .1rem", "50%", "0 75% 0 75%", ".1rem", "50% 50% 50% 0", "0 50% 50% 0")
"""The door of each house, in their order: arch, porthole, leaf, square, drop, flag. They tell houses apart where colours do not."""

Colors = tuple[tuple[str, str], ...]
"""Key of each house, and its colour."""


def style_sheet(theme: Path, houses: tuple[House, ...]) -> Iterator[Output]:
    """Yield the one style sheet of all pages; a theme without layers has its own, among its static files."""
    if (theme / "styles").is_dir():
        yield Output("theme/site.css", make_style_sheet, {"layers": layers(theme), "colors": tuple((house.key, house.color) for house in houses)})


def layers(theme: Path) -> tuple[str, ...]:
    """Return the text of each layer of a theme."""
    return tuple((theme / "styles" / f"{layer}.css").read_text("utf-8") for layer in LAYERS)


def make_style_sheet(layers: tuple[str, ...], colors: Colors) -> bytes:
    """Return the style sheet; each house has its colour and shape by class, since inline styles would not pass a strict policy."""
    houses = (f".maison-{key} {{ --house: {color}; --shape: {shape}; }}\n" for (key, color), shape in zip(colors, cycle(SHAPES), strict=False))
    return ("".join(layers) + "".join(houses)).encode()
