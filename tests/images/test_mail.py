"""The copies of pictures that letters show."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from plugins.images.mail import for_mail
from plugins.images.outputs import outputs
from plugins.model.entry import File
from plugins.model.mail_picture import mailed
from plugins.model.site import Site
from tests.images.pictures import heic, opened, photo, private, saved, written
from tests.newsletter.weeks import CALM, SOUP, TOWN, WEEKS, letter_of, site_of


def copied(folder: Path, name: str, image: Image.Image) -> Image.Image:
    """Return the copy for letters of a picture saved under a name."""
    image.save(folder / name)
    file = File(name, "a", image.width, image.height)
    return Image.open(BytesIO(for_mail(str(folder), file, mailed(file))))


@pytest.mark.parametrize(("name", "kind"), [("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "JPEG"), ("a.gif", "JPEG")])
def test_every_mailbox_knows_the_format(tmp_path: Path, name: str, kind: str) -> None:
    """WebP and GIF become JPEG."""
    assert copied(tmp_path, name, photo()).format == kind


def test_copy_is_twice_as_wide_as_the_column_at_most(tmp_path: Path) -> None:
    """Sharp on a good telephone, and no heavier; a small picture does not grow."""
    assert copied(tmp_path, "a.jpg", photo(2400, 1200)).size == (1200, 600)
    assert copied(tmp_path, "a.jpg", photo(64, 48)).size == (64, 48)


def test_copy_is_upright_and_says_nothing_of_its_camera(tmp_path: Path) -> None:
    """The size is that of the picture as seen."""
    photo(64, 48).save(tmp_path / "a.jpg", exif=private(orientation=6))
    file = File("a.jpg", "a", 48, 64)
    copy = Image.open(BytesIO(for_mail(str(tmp_path), file, mailed(file))))

    assert copy.size == (48, 64)
    assert not copy.getexif()


def test_what_is_transparent_stays_so_or_is_white(tmp_path: Path) -> None:
    """A PNG keeps it; JPEG does not know it."""
    clear = Image.new("RGBA", (16, 16), (0, 0, 0, 0))

    assert copied(tmp_path, "a.png", clear).getpixel((8, 8)) == (0, 0, 0, 0)
    assert copied(tmp_path, "a.webp", clear).getpixel((8, 8)) == (255, 255, 255)


def test_pictures_that_letters_show_have_a_copy() -> None:
    """The banner and what is put first, once each; a town without letters has none."""
    headers = {**CALM, "evenements/2026/soupe.md": f"{SOUP}\nimage: images/soupe.jpg\nimage-alt: Une marmite"}
    site = site_of(headers, letter_of("2026-s48", "a-la-une: soupe"))

    assert _copies(site) == ["lettre/images/bandeau.jpg", "lettre/images/soupe.jpg"]
    assert _copies(replace(site, letters=())) == _copies(replace(site, identity=replace(TOWN, letter=None))) == []


def test_pictures_of_the_editorial_have_a_copy_too() -> None:
    """Those that its text shows, and of an issue that a letter carries its cover and those of its articles."""
    written = site_of({}, letter_of("2026-s48"), '<p><img src="/images/soupe.jpg" alt="Une marmite"></p>')
    carrying = WEEKS["le-fil"]

    assert "lettre/images/soupe.jpg" in _copies(written)
    assert "lettre/images/soupe.jpg" in _copies(carrying)


def _copies(site: Site) -> list[str]:
    return [output.path for output in outputs(site, Path("content"), Path("cache")) if output.path.startswith("lettre/")]


@pytest.mark.parametrize("name", ["a.jpg", "a.heic"])
def test_letters_take_any_picture(tmp_path: Path, name: str) -> None:
    """A CMYK JPEG and a telephone's own format show their colours in a mailbox."""
    data = heic(photo(1400, 700)) if name == "a.heic" else saved(photo(1400, 700).convert("CMYK"))
    file = written(tmp_path, name, data)
    copy = opened(for_mail(str(tmp_path), file, mailed(file)))
    red, _, blue = copy.getpixel((100, 300))  # type: ignore[misc]  # three channels
    assert (copy.format, copy.mode, copy.size) == ("JPEG", "RGB", (1200, 600))
    assert red > 200 > blue
