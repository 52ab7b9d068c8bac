"""The style sheet of the site: the theme's layers one after the other, and the colours of houses and pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path

from plugins.build.output import Output
from plugins.model.copies import shade
from plugins.model.entry import File
from plugins.model.place import House

LAYERS = ("base", "frame", "parts", "agenda", "home", "search", "details", "essential", "light", "print")
"""The files of theme/styles, the later one winning: their order alone decides, since phones from before 2022 do not know `@layer`."""

SHAPES = ("50% 50% .1rem .1rem", "50%", "0 75% 0 75%", ".1rem", "50% 50% 50% 0", "0 50% 50% 0")
"""The door of each house, in their order: arch, porthole, leaf, square, drop, flag. They tell houses apart where colours do not."""

Colors = tuple[tuple[str, str], ...]
"""Key of each house, or class of pictures, and its colour."""


def style_sheet(theme: Path, houses: tuple[House, ...], files: Iterable[File]) -> Iterator[Output]:
    """Yield the one style sheet of all pages; a theme without layers has its own, among its static files."""
    if (theme / "styles").is_dir():
        colors = tuple((house.key, house.color) for house in houses)
        shades = tuple(sorted({(shade(file), file.color) for file in files if file.color}))
        yield Output("theme/site.css", make_style_sheet, {"layers": layers(theme), "colors": colors, "shades": shades})


def layers(theme: Path) -> tuple[str, ...]:
    """Return the text of each layer of a theme."""
    return tuple((theme / "styles" / f"{layer}.css").read_text("utf-8") for layer in LAYERS)


def make_style_sheet(layers: tuple[str, ...], colors: Colors, shades: Colors) -> bytes:
    """Return the style sheet; houses and pictures have their colours by class, since inline styles would not pass a strict policy."""
    houses = (f".maison-{key} {{ --house: {color}; --shape: {shape}; }}\n" for (key, color), shape in zip(colors, cycle(SHAPES), strict=False))
    places = (f".{name} {{ background: #{color}; color: #{_ink(color)}; }}\n" for name, color in shades)
    return "".join((*layers, *houses, *places)).encode()


def _ink(color: str) -> str:
    """Return black or white, at least 4.5:1 on the colour of a picture: its words stand there when it does not come."""
    red, green, blue = ((int(digit, 16) / 15) ** 2.2 for digit in color)
    return "000" if 0.21 * red + 0.72 * green + 0.07 * blue > 0.18 else "fff"
