"""The style sheet of the site: the theme's layers one after the other, and the colours of the houses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.build.output import Output
from plugins.model.place import House

LAYERS = ("base", "frame", "parts", "agenda", "home", "details", "print")
"""The files of theme/styles, the later one winning: their order alone decides, since phones from before 2022 do not know `@layer`."""

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
    """Return the style sheet; each house has its colour by class, since inline styles would not pass a strict policy."""
    return ("".join(layers) + "".join(f".maison-{key} {{ --house: {color}; }}\n" for key, color in colors)).encode()
