"""What a page says of a picture follows from the picture alone, and names copies that are made."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.images.outputs import outputs, page_copies
from plugins.model.agenda import agenda_of
from plugins.model.copies import PLACES, WIDTHS, Copy, copies, offer
from plugins.model.entry import File, Picture
from plugins.model.site import Site
from tests.newsletter.weeks import CALM, SOUP, letter_of, site_of

BREAD = File("images/pain.jpg", "aaaa", 1200, 675, "c96")


def paths(file: File) -> list[str]:
    """Return the paths of the copies of a picture."""
    return [copy.path for copy in copies(file)]


def test_copies_stand_beside_their_picture() -> None:
    """Each width in each newer format, and one copy for browsers that know none of them."""
    beside = [f"images/pain-{end}" for end in ("400w.avif", "800w.avif", "400w.webp", "800w.webp", "800w.jpg")]
    assert paths(BREAD) == beside


def test_copies_keep_the_proportions() -> None:
    """The height follows from the width; the thinnest picture has one."""
    assert [copy.height for copy in copies(BREAD)][:2] == [225, 450]
    assert Copy(File("a.jpg", "a", 3000, 1), 400, "avif").height == 1


@pytest.mark.parametrize(("width", "wanted"), [(1, [1]), (300, [300]), (400, [400]), (640, [400, 640]), (800, [400, 800]), (9000, [400, 800])])
def test_no_copy_is_wider_than_its_picture(width: int, wanted: list[int]) -> None:
    """A small picture is only made lighter."""
    assert [copy.width for copy in copies(File("a.jpg", "a", width, 10)) if copy.format == "avif"] == wanted


def test_a_picture_that_is_small_needs_no_plain_copy() -> None:
    """Who knows no newer format takes the picture itself; a drawing would get heavier, and lose what shines through it."""
    assert not any(path.endswith((".jpg", ".png")) for path in [*paths(File("a.jpg", "a", 800, 10)), *paths(File("a.png", "a", 2000, 10))])


@pytest.mark.parametrize("file", [File("a.gif", "a", 900, 600, is_animated=True), File("a.pdf", "a")])
def test_what_moves_has_no_copies(file: File) -> None:
    """They would stand still; and what is no picture has none either."""
    assert paths(file) == []
    assert offer(file).sources == ()
    assert not offer(file).srcset


def test_files_that_differ_by_their_ending_have_copies_of_their_own() -> None:
    """A telephone leaves `a.heic` and `a.jpg` beside each other."""
    found = [path for name in ("a.jpg", "a.jpeg", "a.JPG", "a.png", "a.heic") for path in paths(File(name, "a", 900, 600))]
    assert len(found) == len(set(found))


def test_a_page_offers_the_lightest_first() -> None:
    """A browser takes the first format it knows, and of that the width it needs; the picture itself is for the others."""
    it = offer(BREAD, "column", "/centre")
    assert it.sources == (
        ("image/avif", "/centre/images/pain-400w.avif 400w, /centre/images/pain-800w.avif 800w"),
        ("image/webp", "/centre/images/pain-400w.webp 400w, /centre/images/pain-800w.webp 800w"),
    )
    assert it.srcset == "/centre/images/pain-800w.jpg 800w, /centre/images/pain.jpg 1200w"
    assert (it.src, it.width, it.height, it.shade) == ("/centre/images/pain.jpg", 1200, 675, "teinte-c96")


def test_what_a_file_is_called_does_not_break_the_list() -> None:
    """A space or a comma would end an address there."""
    assert offer(File("images/Pot, été.jpg", "a", 900, 600)).sources[0][1].startswith("/images/Pot%2C%20%C3%A9t%C3%A9-400w.avif 400w, ")


def test_a_picture_of_a_telephone_is_shown_as_jpeg() -> None:
    """No browser but Apple's can show it."""
    it = offer(File("images/a.heic", "a", 4000, 3000))
    assert it.src == "/images/a.heic.jpg"
    assert it.srcset == "/images/a-heic-800w.jpg 800w, /images/a.heic.jpg 1600w"


@pytest.mark.parametrize("place", PLACES)
def test_what_each_place_offers_is_made(place: str) -> None:
    """No page names a copy that nobody makes."""
    site = _site_with(Picture(BREAD, "Du pain"))
    made = {copy.path for copy in page_copies(site)} | {copy.path for copy in copies(BREAD, (150,))}
    named = {address.split()[0].lstrip("/") for _, srcset in offer(BREAD, place).sources for address in srcset.split(", ")}
    assert named <= made


def test_only_pictures_that_pages_show_have_copies() -> None:
    """One that a text only links to, or that is only shared, costs nothing; one in a body does, and each is made once."""
    linked, shown = File("images/lien.jpg", "b", 900, 600), File("images/corps, là.jpg", "c", 900, 600)
    source = offer(shown).sources[0][1]
    body = f'<a href="/images/lien.jpg">x</a><picture><source sizes="1em" srcset="{source}"><img src="/images/corps, là.jpg"></picture>'
    site = _site_with(Picture(BREAD, "Du pain"), {"a.md": body, "b.md": body}, (linked, shown))
    found = [output.path for output in outputs(site, Path("content"), Path("cache")) if "w." in output.path]
    assert sorted(found) == sorted([*paths(BREAD), *paths(shown)])


def test_a_logo_has_one_small_copy_in_each_format() -> None:
    """It is on every page, no larger than a finger's tip."""
    it = offer(File("images/logo.png", "a", 480, 480), "logo")
    assert [srcset for _, srcset in it.sources] == ["/images/logo-png-150w.avif 150w", "/images/logo-png-150w.webp 150w"]


def test_widths_grow() -> None:
    """The last one is what most telephones take."""
    assert list(WIDTHS) == sorted(set(WIDTHS))


def _site_with(picture: Picture, html: dict[str, str] | None = None, files: tuple[File, ...] = ()) -> Site:
    headers = {**CALM, "evenements/2026/soupe.md": SOUP}
    site = site_of(headers, letter_of("2026-s48"))
    events = tuple(replace(event, picture=picture) for event in site.events)
    identity = replace(site.identity, show=None, letter=None, logo="", picture="")
    every = {file.path: file for file in (picture.file, *files)}
    return replace(site, identity=identity, agenda=agenda_of(events), letters=(), articles=(), issues=(), news=(), html=html or {}, files=every)
