"""Covers as directories take them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageCms
from PIL.ExifTags import Base

from plugins.build.output import Told
from plugins.model.entry import File
from plugins.podcast.artwork import HEAVIEST, artwork
from plugins.podcast.covers import artwork_address

SIDE = 1400


def _made(folder: Path, image: Image.Image, name: str = "pochette.png", **options: object) -> Told:
    path = folder / name
    image.save(path, **options)  # type: ignore[arg-type]  # Pillow's own
    return artwork(str(folder), File(name, "0123456789abcdef", *image.size))


def _opened(told: Told) -> Image.Image:
    assert isinstance(told.content, bytes)
    return Image.open(BytesIO(told.content))


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "1"])
def test_cover_is_a_jpeg_of_true_colours(mode: str, tmp_path: Path) -> None:
    """Whatever its writer saved, directories get a picture that they take, of the same size."""
    told = _made(tmp_path, Image.new(mode, (SIDE, SIDE)))
    cover = _opened(told)

    assert (cover.format, cover.mode, cover.size, told.problems) == ("JPEG", "RGB", (SIDE, SIDE), ())


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparent_cover_is_refused(mode: str, tmp_path: Path) -> None:
    """Nobody but its maker can tell what should stand behind it."""
    (problem,) = _made(tmp_path, Image.new(mode, (SIDE, SIDE))).problems

    assert (problem.file, problem.is_error) == (f"{tmp_path.name}/pochette.png", True)
    assert "transparent" in problem.what


def test_palette_with_a_transparent_colour_is_refused(tmp_path: Path) -> None:
    """A PNG of few colours can be transparent too."""
    (problem,) = _made(tmp_path, Image.new("P", (SIDE, SIDE)), transparency=0).problems

    assert "transparent" in problem.what


def test_heavy_cover_is_made_light(tmp_path: Path) -> None:
    """A picture of many details weighs less than Apple's limit and stays large enough."""
    noise = Image.frombytes("L", (400, 400), Random(1).randbytes(400 * 400)).resize((2000, 2000), Image.Resampling.BICUBIC)
    told = _made(tmp_path, noise.convert("RGB"))
    assert isinstance(told.content, bytes)

    assert told.problems == ()
    assert len(told.content) < HEAVIEST
    assert min(_opened(told).size) >= SIDE


def test_cover_that_cannot_be_made_light_is_refused(tmp_path: Path) -> None:
    """Pure noise stays too heavy, and its writer is told."""
    noise = Image.frombytes("RGB", (SIDE, SIDE), Random(1).randbytes(SIDE * SIDE * 3))
    (problem,) = _made(tmp_path, noise).problems

    assert problem.is_error
    assert "500 ko" in problem.what


def test_cover_says_nothing_of_its_maker(tmp_path: Path) -> None:
    """What a camera or a program wrote into the picture stays at home."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[Base.Make] = "Ana"
    told = _made(tmp_path, Image.new("RGB", (SIDE, SIDE)), "a.jpg", comment=b"chez Ana", icc_profile=profile, exif=exif)

    assert set(_opened(told).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_new_picture_gets_a_new_name() -> None:
    """Applications keep a cover for ever unless its address changes."""
    first, second = (artwork_address(File("images/Été 2026.png", digest, SIDE, SIDE)) for digest in ("aaaaaaaabbbb", "aaaaaaabbbbb"))

    assert (first, second) == ("/la-bobine/pochettes/ete-2026-aaaaaaaa.jpg", "/la-bobine/pochettes/ete-2026-aaaaaaab.jpg")
