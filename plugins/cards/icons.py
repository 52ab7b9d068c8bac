"""The icons of the site, for tabs, telephones and desktops."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from plugins.build.output import Output
from plugins.cards.colors import PAPER
from plugins.cards.emblem import emblem
from plugins.model.entry import File
from plugins.model.site import Site

if TYPE_CHECKING:
    from PIL.Image import Image

SAFE = 0.8
"""Diameter, as a share of a maskable icon, of the circle in its middle that no system cuts away (W3C, Web App Manifest, §icon masks)."""
FAVICON = (16, 32, 48)
"""Pixels of the pictures in favicon.ico."""


class Icon(Struct, frozen=True):
    """One icon of the site."""

    path: str
    size: int
    """Pixels."""
    share: float = 1
    """Of its width that the emblem fills."""
    is_opaque: bool = False
    """Whether it has a ground from edge to edge: telephones of Apple show black where there is none."""
    is_maskable: bool = False
    """Whether systems cut it to their shape."""


ICONS = (
    Icon("icone-192.png", 192),
    Icon("icone-512.png", 512),
    Icon("icone-masque-512.png", 512, SAFE, is_opaque=True, is_maskable=True),
    Icon("apple-touch-icon.png", 180, 0.86, is_opaque=True),
)


def icons(site: Site, content: Path) -> Iterator[Output]:
    """Yield the icons: the logo of the town, else houses in its colours."""
    logo = site.files.get(site.identity.logo)
    of = {"folder": str(content) if logo else "", "logo": logo, "colors": tuple(house.color for house in site.houses)}
    for icon in ICONS:
        yield Output(icon.path, make_icon, {**of, "icon": icon})
    yield Output("favicon.ico", make_favicon, of)


def make_icon(folder: str, logo: File | None, colors: tuple[str, ...], icon: Icon) -> bytes:
    """Return an icon as PNG of few colours, a quarter of the weight."""
    from PIL import Image

    from plugins.images.saving import saved

    drawn = _drawn(emblem(folder, logo, colors), icon)
    return saved(drawn.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE), "PNG", optimize=True)


def make_favicon(folder: str, logo: File | None, colors: tuple[str, ...]) -> bytes:
    """Return the icon of a tab for browsers that know no SVG, in each size that they show."""
    from plugins.images.saving import saved

    *small, large = (_drawn(emblem(folder, logo, colors), Icon("", size)) for size in FAVICON)
    return saved(large, "ICO", sizes=[(size, size) for size in FAVICON], append_images=small)


def _drawn(emblem: Image, icon: Icon) -> Image:
    """Return the emblem in the middle of an icon; in a maskable one its corners touch the circle."""
    from PIL import Image

    reach = hypot(*emblem.size) if icon.is_maskable else max(emblem.size)
    width, height = (max(1, round(pixels * icon.size * icon.share / reach)) for pixels in emblem.size)
    image = Image.new("RGBA", (icon.size, icon.size), _ground(emblem) if icon.is_opaque else (0, 0, 0, 0))
    image.alpha_composite(emblem.resize((width, height), Image.Resampling.LANCZOS), ((icon.size - width) // 2, (icon.size - height) // 2))
    return image.convert("RGB") if icon.is_opaque else image


def _ground(emblem: Image) -> str | tuple[int, ...]:
    """Return the colour that an emblem stands on: its own where it has one, else paper."""
    corner = emblem.getpixel((0, 0))
    return corner if isinstance(corner, tuple) and corner[-1] == 255 else PAPER
