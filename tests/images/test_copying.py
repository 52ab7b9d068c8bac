"""Copies show what the picture shows, whatever camera or program it is from, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from plugins.images.opening import opened as opened_for_making
from plugins.images.opening import upright
from tests.images.pictures import copy_of, heic, noise, opened, photo, private, publish, saved, wide_gamut, written

SECRETS = (b"Telephone", b"secret", b"Exif", b"http://ns.adobe.com", b"ICC_PROFILE", b"iCCP", b"ICCP", b"EXIF", b"XMP ", b"mif1Exif", b"prof")
"""What stands before words, places, programs and colour profiles in files of each format."""
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>Lieu secret</rdf:RDF></x:xmpmeta>'
KINDS = ("avif", "webp", "jpg")


def pixel(data: bytes, x: float, y: float) -> tuple[int, ...]:
    """Return the colour at a place, in parts of the width and the height."""
    image = opened(data).convert("RGB")
    found = image.getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(found, tuple)
    return tuple(map(int, found))


def is_near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Return whether two colours look the same."""
    return max(abs(one - other) for one, other in zip(found, wanted, strict=True)) < 40


RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_says_nothing_but_its_pixels(tmp_path: Path, kind: str) -> None:
    """Position, maker, XMP, comment and colour profile are gone, by the bytes."""
    data = saved(photo(1000, 600), exif=private().tobytes(), xmp=XMP, comment=b"Lieu secret", icc_profile=wide_gamut())
    assert b"secret" in data
    copy = copy_of(tmp_path, written(tmp_path, "a.jpg", data), kind)
    assert [secret for secret in SECRETS if secret in copy] == []
    assert not opened(copy).getexif()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("source", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_copy_is_upright(tmp_path: Path, kind: str, source: str) -> None:
    """A picture noted as lying on its side has its left where its top was, once, in each format."""
    image = photo(1000, 900)
    data = heic(image, orientation=6) if source == "HEIF" else saved(image, source, exif=private(6).tobytes())
    file = written(tmp_path, "a.jpg", data)
    assert (file.width, file.height) == (900, 1000)
    copy = copy_of(tmp_path, file, kind)
    assert opened(copy).size == (800, 889)
    assert is_near(pixel(copy, 0.5, 0.1), RED)
    assert is_near(pixel(copy, 0.5, 0.9), BLUE)


@pytest.mark.parametrize("kind", [*KINDS, "itself"])
def test_a_colour_profile_is_applied(tmp_path: Path, kind: str) -> None:
    """A picture whose profile turns red into green shows green on all screens."""
    data = saved(photo(1000, 600), quality=95, icc_profile=wide_gamut())
    shown = publish(tmp_path, "a.jpg", data) if kind == "itself" else copy_of(tmp_path, written(tmp_path, "a.jpg", data), kind)
    assert is_near(pixel(shown, 0.2, 0.5), GREEN) or is_near(pixel(shown, 0.2, 0.5), BLUE)


@pytest.mark.parametrize("profile", [b"", b"nothing that anybody understands"])
def test_a_profile_that_does_not_fit_is_left_out(tmp_path: Path, profile: bytes) -> None:
    """A picture with a damaged profile is shown in the colours of screens."""
    file = written(tmp_path, "a.jpg", saved(photo(1000, 600), icc_profile=profile))
    assert is_near(pixel(copy_of(tmp_path, file), 0.2, 0.5), RED)


@pytest.mark.parametrize("kind", [*KINDS, "itself"])
def test_a_picture_for_print_is_made_for_screens(tmp_path: Path, kind: str) -> None:
    """A CMYK JPEG shows its colours, not their negative."""
    data = saved(photo(1000, 600).convert("CMYK"), quality=95)
    shown = publish(tmp_path, "a.jpg", data) if kind == "itself" else copy_of(tmp_path, written(tmp_path, "a.jpg", data), kind)
    assert opened(shown).mode == "RGB"
    assert is_near(pixel(shown, 0.2, 0.5), RED)


def test_a_picture_of_a_telephone_is_published_as_jpeg(tmp_path: Path) -> None:
    """HEIC goes out in a format that every browser knows, without what the telephone wrote."""
    shown = publish(tmp_path, "a.heic", heic(photo(1000, 600)))
    assert opened(shown).format == "JPEG"
    assert is_near(pixel(shown, 0.2, 0.5), RED)
    assert [secret for secret in SECRETS if secret in shown] == []


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
@pytest.mark.parametrize("kind", ["avif", "webp"])
def test_any_way_to_write_pixels_is_fine(tmp_path: Path, kind: str, mode: str) -> None:
    """Black and white, grey, few colours, transparency or 16 bits: the copy has the same light in it."""
    light = Image.new("I;16", (900, 500), 200 * 256) if mode == "I;16" else Image.new("L", (900, 500), 200).convert("RGB").convert(mode)
    copy = copy_of(tmp_path, written(tmp_path, "a.png", saved(light, "PNG")), kind)
    mean = opened(copy).convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean, tuple)
    assert is_near(mean, (200, 200, 200))


@pytest.mark.parametrize("kind", ["avif", "webp"])
def test_what_shines_through_stays_so(tmp_path: Path, kind: str) -> None:
    """A drawing without a ground keeps none."""
    clear = Image.new("RGBA", (900, 500), (0, 0, 0, 0))
    alpha = opened(copy_of(tmp_path, written(tmp_path, "a.png", saved(clear, "PNG")), kind)).convert("RGBA").getchannel("A")
    assert alpha.getextrema() == (0, 0)


def test_a_photo_of_50_megapixels_is_decoded_small(tmp_path: Path) -> None:
    """It has a result, and never takes the memory of all its pixels."""
    data = saved(photo(8160, 6120))
    assert upright(opened_for_making(data), 800).size == (1020, 765)
    file = written(tmp_path, "a.jpg", data)
    assert (file.width, file.height) == (8160, 6120)
    assert is_near(pixel(copy_of(tmp_path, file), 0.2, 0.5), RED)
    assert opened(publish(tmp_path, "a.jpg", data)).size == (1600, 1200)


def test_copies_are_light(tmp_path: Path) -> None:
    """The newer the format the lighter the copy, and all are lighter than the picture."""
    soft = noise(120, 90).resize((1200, 900), Image.Resampling.BICUBIC)
    file = written(tmp_path, "a.jpg", saved(soft, quality=85))
    avif, webp, plain = (len(copy_of(tmp_path, file, kind)) for kind in KINDS)
    assert avif < webp < plain < (tmp_path / "a.jpg").stat().st_size


@pytest.mark.parametrize("kind", KINDS)
def test_making_twice_gives_the_same_bytes(tmp_path: Path, kind: str) -> None:
    """The same picture gives the same copy, made anew."""
    first, second = ((tmp_path / name) for name in ("1", "2"))
    data = saved(noise(100, 80).resize((1000, 800)), exif=private().tobytes())
    for folder in (first, second):
        folder.mkdir()
    assert copy_of(first, written(first, "a.jpg", data), kind) == copy_of(second, written(second, "a.jpg", data), kind)
