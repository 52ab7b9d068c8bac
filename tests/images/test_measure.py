"""Pictures are measured, and refused when they are not whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from plugins.content_types.files import HEAVIEST_FILM, read_file
from plugins.images.measuring import measure
from plugins.images.opening import MOST_PIXELS, TooLargeError
from tests.images.pictures import bomb, heic, noise, photo, private, saved


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_has_its_size(kind: str) -> None:
    """Width and height are in pixels, for each format."""
    assert measure(saved(photo(), kind))[:2] == (64, 48)


@pytest.mark.parametrize("kind", ["JPEG", "MPO", "WEBP"])
@pytest.mark.parametrize(("orientation", "size"), [(1, (64, 48)), (3, (64, 48)), (5, (48, 64)), (6, (48, 64)), (8, (48, 64))])
def test_a_size_is_that_of_the_upright_picture(kind: str, orientation: int, size: tuple[int, int]) -> None:
    """A photo that a phone noted as turned is measured as it is seen; many phones write several pictures into one JPEG (MPO)."""
    assert measure(saved(photo(), kind, exif=private(orientation).tobytes()))[:2] == size


def test_a_picture_of_a_telephone_has_its_size() -> None:
    """Apple's own format is measured like any other, whatever its name says."""
    assert measure(heic(photo(64, 48)))[:2] == (64, 48)
    assert measure(heic(photo(64, 48), orientation=6))[:2] == (48, 64)


@pytest.mark.parametrize(("color", "said"), [("#cc9966", "c96"), ("#c89468", "c96"), ("#000000", "000"), ("#ffffff", "fff")])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_has_a_colour_from_afar(kind: str, color: str, said: str) -> None:
    """It is one of 216, so that a style sheet holds few of them."""
    assert measure(saved(Image.new("RGB", (80, 60), color), kind))[2] == said


def test_a_picture_for_print_has_its_colour_too() -> None:
    """Four inks are seen as the colour that they make."""
    assert measure(saved(Image.new("CMYK", (80, 60), (0, 255, 255, 0))))[2] == "f00"


def test_what_is_transparent_has_no_colour() -> None:
    """It would be seen through the picture; a picture that only could be transparent has one."""
    assert measure(saved(Image.new("RGBA", (80, 60), "#cc996680"), "PNG"))[2] == ""
    assert measure(saved(Image.new("RGBA", (80, 60), "#cc9966ff"), "PNG"))[2] == "c96"


def test_what_moves_is_told_from_what_stands() -> None:
    """The several pictures that telephones put into one JPEG are one that stands."""
    several = {"save_all": True, "append_images": [photo().rotate(180)]}
    assert [measure(saved(photo(), kind, **several))[3] for kind in ("GIF", "WEBP", "MPO")] == [True, True, False]
    assert not measure(saved(photo(), "GIF"))[3]


def test_a_heavy_animation_is_told(tmp_path: Path) -> None:
    """It is shown as it is, and a writer is told what that costs; a light one is fine."""
    frames = [noise(400, 300), noise(400, 301).crop((0, 1, 400, 301)), noise(400, 300).rotate(180)]
    (tmp_path / "lourd.gif").write_bytes(saved(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    assert (tmp_path / "lourd.gif").stat().st_size > HEAVIEST_FILM
    (told,) = read_file(tmp_path, "lourd.gif")[1]
    assert "Cette image animée pèse" in told.what
    assert not told.is_error


@pytest.mark.parametrize("side", [60_000, 2**31 - 1])
def test_a_bomb_is_refused(side: int) -> None:
    """A picture of a few bytes that claims more pixels than any camera has is refused before it is decoded."""
    with pytest.raises((TooLargeError, ValueError, OSError)):
        measure(bomb(side, side))


@pytest.mark.filterwarnings("error")
def test_one_limit_counts_and_nothing_is_said_in_english() -> None:
    """A picture of more pixels than allowed is refused by its size; one of as many is only refused here since it has none of them."""
    side = int(MOST_PIXELS**0.5)
    with pytest.raises(TooLargeError):
        measure(bomb(side, side + 1))
    with pytest.raises(OSError, match="truncated"):
        measure(bomb(side, side))


@pytest.mark.parametrize("part", [0.3, 0.9])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "HEIF"])
def test_a_truncated_picture_is_refused(tmp_path: Path, kind: str, part: float) -> None:
    """A picture that lacks its end, as after an upload that broke off, is refused in words."""
    data = heic(noise(80, 80)) if kind == "HEIF" else saved(noise(80, 80), kind)
    (tmp_path / "a.jpg").write_bytes(data[: int(len(data) * part)])
    (told,) = read_file(tmp_path, "a.jpg")[1]
    assert told.is_error
    assert "tronquée" in told.what


@pytest.mark.parametrize("data", [b"", b"Ceci n'est pas une image.", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x00\x00\x00\x00WEBP"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    """A file that only has the name of a picture is refused."""
    with pytest.raises((ValueError, OSError, SyntaxError)):
        measure(data)
