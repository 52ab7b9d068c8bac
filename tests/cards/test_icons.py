"""The icons of the site."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from plugins.cards.colors import PAPER
from plugins.cards.icons import FAVICON, icons
from plugins.model.entry import File
from plugins.model.site import Site
from tests.cards.samples import BLUE, RED, opened, site_of

MANY = (BLUE, RED, "#007a5a", "#7a2a6e", "#5b21b6")


def of(site: Site, content: Path = Path("content")) -> dict[str, bytes]:
    """Return the bytes of each icon of a site."""
    made = {output.path: output.render().content for output in icons(site, content)}
    return {path: data for path, data in made.items() if isinstance(data, bytes)}


def with_logo(folder: Path, image: Image.Image) -> Site:
    """Return a site with this logo."""
    image.save(folder / "logo.png")
    site = site_of()
    return replace(site, identity=replace(site.identity, logo="logo.png"), files={"logo.png": File("logo.png", "a", *image.size)})


def with_houses(count: int) -> Site:
    """Return a site with so many houses."""
    site = site_of()
    return replace(site, houses=tuple(replace(site.houses[0], color=color) for color in MANY[:count]))


def outside(image: Image.Image) -> Iterator[object]:
    """Yield the pixels of a maskable icon that a system may cut away."""
    half = image.width / 2
    pixels = product(range(image.width), range(image.height))
    return (image.getpixel((x, y)) for x, y in pixels if (x + 0.5 - half) ** 2 + (y + 0.5 - half) ** 2 > (0.8 * half) ** 2)


def test_icons_have_their_sizes() -> None:
    """At the addresses that the manifest and the head of pages name."""
    made = of(site_of())
    sizes = {path: opened(data).size for path, data in made.items()}
    assert sizes == {
        "icone-192.png": (192, 192),
        "icone-512.png": (512, 512),
        "icone-masque-512.png": (512, 512),
        "apple-touch-icon.png": (180, 180),
        "favicon.ico": (48, 48),
    }
    assert all(len(data) < 30_000 for data in made.values())


def test_the_icon_of_a_tab_has_three_sizes() -> None:
    """Each a picture of its own."""
    with Image.open(BytesIO(of(site_of())["favicon.ico"])) as image:
        assert image.info["sizes"] == {(size, size) for size in FAVICON}


@pytest.mark.parametrize("houses", range(6))
def test_a_maskable_icon_can_be_cut(houses: int) -> None:
    """Full ground from edge to edge, and nothing outside of the circle that systems leave."""
    image = opened(of(with_houses(houses))["icone-masque-512.png"]).convert("RGBA")
    assert all(_is_near(PAPER, pixel) for pixel in set(outside(image)))
    assert image.getchannel("A").getextrema() == (255, 255)
    assert len(image.getcolors(100_000) or ()) > 3


def test_a_telephone_of_apple_sees_no_black() -> None:
    """Its icon shines through nowhere."""
    image = opened(of(site_of())["apple-touch-icon.png"]).convert("RGBA")
    assert image.getchannel("A").getextrema() == (255, 255)


def test_a_town_has_its_colours() -> None:
    """Without a logo, the icon shows a house of each colour, up to four."""
    for count in range(1, 6):
        image = opened(of(with_houses(count))["icone-512.png"]).convert("RGBA")
        shown = {color for number, color in image.getcolors(100_000) or () if number > 2000}
        found = [color for color in MANY if any(_is_near(color, pixel) for pixel in shown)]
        assert found == list(MANY[: min(count, 4)])


def _is_near(color: str, pixel: object) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 10 for one, other in zip(bytes.fromhex(color[1:]), pixel[:3], strict=True))


def test_a_logo_is_the_icon(tmp_path: Path) -> None:
    """In the middle, without the empty space around it."""
    logo = Image.new("RGBA", (300, 300))
    logo.paste("#00ff00", (100, 120, 200, 170))
    image = opened(of(with_logo(tmp_path, logo), tmp_path)["icone-192.png"]).convert("RGBA")
    assert image.getchannel("A").getbbox() == (0, 48, 192, 144)


def test_a_logo_that_is_not_transparent_gives_the_ground(tmp_path: Path) -> None:
    """No frame of another colour is seen around it."""
    site = with_logo(tmp_path, Image.new("RGB", (300, 100), "#00ff00"))
    assert opened(of(site, tmp_path)["icone-masque-512.png"]).convert("RGB").getpixel((2, 2)) == (0, 255, 0)


def test_an_empty_logo_harms_nothing(tmp_path: Path) -> None:
    """A logo without anything to see makes an empty icon."""
    assert opened(of(with_logo(tmp_path, Image.new("RGBA", (10, 10))), tmp_path)["icone-192.png"]).size == (192, 192)


def test_icons_are_the_same_bytes_each_time() -> None:
    """And hold nothing but pixels."""
    made = of(site_of())
    assert made == of(site_of())
    assert set(opened(made["icone-512.png"]).info) <= {"transparency"}
