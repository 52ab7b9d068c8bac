"""What leaves the folder of the writers is what they meant to show, and nothing more."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from plugins.images.publish import HEAVIEST, published
from plugins.model.copies import WIDEST
from plugins.model.entry import File
from tests.images.pictures import noise, opened, photo, private, publish, saved

XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>Lieu secret</rdf:RDF></x:xmpmeta>'


def animation() -> bytes:
    """Return a GIF of three pictures with a comment."""
    frames = [photo(), photo().rotate(180), Image.new("RGB", (64, 48), "#00ff00")]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0, comment=b"Lieu secret")


@pytest.mark.parametrize(("kind", "end"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_what_a_camera_wrote_is_taken_out(tmp_path: Path, kind: str, end: str) -> None:
    """Position, maker and XMP do not leave with the picture, in any format."""
    data = saved(photo(), kind, exif=private().tobytes(), **({} if kind == "PNG" else {"xmp": XMP}))
    assert b"Telephone" in data
    public = publish(tmp_path, f"photo.{end}", data)
    assert not opened(public).getexif()
    assert b"Telephone" not in public
    assert b"secret" not in public
    assert opened(public).format == kind


def test_a_comment_and_a_profile_are_taken_out(tmp_path: Path) -> None:
    """A comment of a JPEG and the name of a program in a PNG do not leave with the picture."""
    assert b"Lieu secret" not in publish(tmp_path, "a.jpg", saved(photo(), comment=b"Lieu secret"))
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "Programme secret")
    assert b"secret" not in publish(tmp_path, "a.png", saved(photo(), "PNG", pnginfo=info))


@pytest.mark.parametrize("key", ["Author", "Comment", "GPS"])
def test_words_in_a_png_are_taken_out(tmp_path: Path, key: str) -> None:
    """Whatever words a program put into a PNG do not leave with it, be they compressed or not."""
    for compressed in (False, True):
        info = PngImagePlugin.PngInfo()
        info.add_itxt(key, "Camille, 3 rue du Pont", zip=compressed)
        assert not set(opened(publish(tmp_path, "a.png", saved(photo(), "PNG", pnginfo=info))).info) & {key}


@pytest.mark.parametrize(("orientation", "upright"), [(1, (64, 48)), (3, (64, 48)), (6, (48, 64)), (8, (48, 64))])
def test_a_picture_is_turned_upright(tmp_path: Path, orientation: int, upright: tuple[int, int]) -> None:
    """The orientation that a phone only noted is applied, since the note goes."""
    public = opened(publish(tmp_path, "a.jpg", saved(photo(), exif=private(orientation).tobytes())))
    assert public.size == upright


def test_a_turned_picture_shows_the_same(tmp_path: Path) -> None:
    """A picture noted as lying on its side has its left where its top was."""
    public = opened(publish(tmp_path, "a.jpg", saved(photo(), exif=private(6).tobytes()))).convert("RGB")
    top, bottom = public.getpixel((24, 4)), public.getpixel((24, 60))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[0] > top[2] + 200
    assert bottom[2] > bottom[0] + 200


def test_a_huge_photo_gets_smaller(tmp_path: Path) -> None:
    """A photo of 5000 pixels is published at a width that pages use, in its proportions."""
    public = publish(tmp_path, "a.jpg", saved(photo(5000, 2500)))
    assert opened(public).size == (WIDEST, WIDEST // 2)


def test_a_tall_photo_gets_lighter(tmp_path: Path) -> None:
    """A photo heavier than pages can bear is made anew."""
    data = saved(noise(600, 600), quality=100)
    assert len(data) > HEAVIEST
    assert len(publish(tmp_path, "a.jpg", data)) < len(data)


@pytest.mark.parametrize(("kind", "end"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "gif")])
def test_a_clean_small_picture_stays_byte_for_byte(tmp_path: Path, kind: str, end: str) -> None:
    """A picture that is light and holds nothing private is the writer's own file."""
    data = saved(photo(), kind)
    (tmp_path / f"a.{end}").write_bytes(data)
    assert published(str(tmp_path), str(tmp_path / "cache"), File(f"a.{end}", "aaaa", 64, 48)) == tmp_path / f"a.{end}"


def test_a_picture_for_print_is_made_for_screens(tmp_path: Path) -> None:
    """A CMYK JPEG, which browsers show in wrong colours, becomes RGB."""
    assert opened(publish(tmp_path, "a.jpg", saved(photo().convert("CMYK")))).mode == "RGB"


def test_a_drawing_keeps_what_shines_through(tmp_path: Path) -> None:
    """A picture with transparency keeps it when it is made anew."""
    image = photo(2000, 100).convert("RGBA")
    image.putalpha(128)
    public = opened(publish(tmp_path, "a.png", saved(image, "PNG")))
    assert (public.mode, public.getpixel((5, 5))[3]) == ("RGBA", 128)  # type: ignore[index]  # four channels


def test_an_animation_stays_one(tmp_path: Path) -> None:
    """An animated GIF that is made anew keeps its pictures."""
    assert getattr(opened(publish(tmp_path, "a.gif", animation())), "n_frames", 1) == 3


def test_a_comment_of_an_animation_is_taken_out(tmp_path: Path) -> None:
    """The comment of an animated GIF does not leave with it."""
    assert b"Lieu secret" not in publish(tmp_path, "a.gif", animation())


def test_making_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """The same picture gives the same bytes each time."""
    data = saved(photo(2000, 1000), exif=private(6).tobytes())
    assert publish(tmp_path, "a.jpg", data) == publish(tmp_path, "b.jpg", data)


def test_what_is_no_picture_is_copied(tmp_path: Path) -> None:
    """A file that is no picture is published as it is."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    assert published(str(tmp_path), str(tmp_path / "cache"), File("a.pdf", "aaaa")) == tmp_path / "a.pdf"


def test_a_published_picture_can_be_opened(tmp_path: Path) -> None:
    """What is made anew is a whole picture of the same format as its name says."""
    for kind, end in (("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")):
        public = publish(tmp_path, f"a.{end}", saved(photo(1700, 20), kind))
        with Image.open(BytesIO(public)) as image:
            image.verify()
            assert image.format == kind
