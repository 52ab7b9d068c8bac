"""The pictures of cards."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from plugins.cards.colors import ALARM, INK, PAPER, SOFT, SUN, WHITE
from plugins.cards.labels import Label
from plugins.cards.layout import LEFT
from plugins.cards.making import make_card, make_picture_card
from plugins.cards.palette import shades
from plugins.model.entry import File
from plugins.newsletter.lint.colors import contrast
from tests.cards.samples import BLUE, CARD, RED, card_of, opened
from tests.images.pictures import photo, private

DRAWN_AS = "import sys; sys.path.insert(0, '.'); from tests.cards.samples import CARD; from plugins.cards.making import make_card; "
STATES = ("annulé", "complet", "reporté au 12/12/2026", "reporté sans date", "maintenu")
FIVE = (BLUE, RED, "#007a5a", "#7a2a6e", "#5b21b6")


def with_photo(folder: Path, exif: Image.Exif | None = None) -> bytes:
    """Return a card with a photo."""
    photo(1600, 900).save(folder / "a.jpg", exif=exif or Image.Exif())
    return make_picture_card(CARD, str(folder), File("a.jpg", "a", 1600, 900))


def test_a_drawn_card_is_a_light_png() -> None:
    """As networks want it: 1200 by 630; and light enough for a telephone with little credit."""
    data = make_card(CARD)
    image = opened(data)
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(data) < 40_000


def test_a_card_with_a_picture_is_a_jpeg(tmp_path: Path) -> None:
    """The picture is on its right."""
    image = opened(with_photo(tmp_path))
    assert (image.format, image.size, image.mode) == ("JPEG", (1200, 630), "RGB")
    right = image.getpixel((1150, 300))
    assert isinstance(right, tuple)
    assert right[2] > 200 > right[0]


def test_a_card_says_nothing_of_a_camera(tmp_path: Path) -> None:
    """Nor does it hold any other words."""
    image = opened(with_photo(tmp_path, exif=private()))
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    assert not opened(make_card(CARD)).info


@pytest.mark.parametrize(
    ("name", "mode"), [("a.png", "RGBA"), ("a.png", "P"), ("a.webp", "RGBA"), ("a.jpg", "CMYK"), ("a.gif", "L"), ("a.png", "LA")]
)
def test_pictures_of_any_kind_are_shown(tmp_path: Path, name: str, mode: str) -> None:
    """Transparent, of few colours, for printing, or very small."""
    photo(3, 2).convert(mode).save(tmp_path / name)
    assert opened(make_picture_card(CARD, str(tmp_path), File(name, "a", 3, 2))).size == (1200, 630)


def test_the_same_card_is_the_same_bytes(tmp_path: Path) -> None:
    """Whatever was drawn before, and in another process too."""
    first = make_card(CARD)
    make_card(replace(CARD, colors=FIVE))
    program = f"{DRAWN_AS}sys.stdout.buffer.write(make_card(CARD))"
    again = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], env={"PYTHONHASHSEED": "7"}, capture_output=True, check=True
    )
    assert first == make_card(CARD) == again.stdout
    assert with_photo(tmp_path) == with_photo(tmp_path)


@pytest.mark.parametrize("state", STATES)
def test_every_state_looks_its_own_way(state: str) -> None:
    """No two states give the same picture."""
    header = "debut: 28/11/2026 14h\nmaison: pont\netat: "
    others = [make_card(card_of(header + other)) for other in STATES if other != state]
    assert make_card(card_of(header + state)) not in others


@pytest.mark.parametrize("title", ["", "🎉", "عيد مبارك", "x" * 400, "mot " * 200, "A", "\u202eabc", "e\u0301" * 50])
@pytest.mark.parametrize("colors", [(), (BLUE,), (BLUE, RED), FIVE, FIVE * 3])
def test_any_title_makes_a_card(title: str, colors: tuple[str, ...]) -> None:
    """And leaves the margins, the sky and the thread alone."""
    image = opened(make_card(replace(CARD, title=title, colors=colors, labels=tuple(Label("Maison", color, WHITE) for color in colors)))).convert(
        "RGB"
    )
    plain = opened(make_card(replace(CARD, title="A", colors=colors))).convert("RGB")
    for box in ((0, 0, LEFT - 8, 630), (770, 0, 1200, 630), (0, 545, 1200, 630)):
        assert image.crop(box).tobytes() == plain.crop(box).tobytes()


def test_a_title_without_any_sign_is_replaced() -> None:
    """A card without a title would seem broken: the site's name stands in its place."""
    assert make_card(replace(CARD, title="عيد")) == make_card(replace(CARD, title=CARD.site))


@pytest.mark.parametrize(("ink", "ground"), [(INK, PAPER), (SOFT, PAPER), (WHITE, ALARM), (INK, SUN), (PAPER, INK), (WHITE, BLUE), (WHITE, RED)])
def test_words_have_contrast(ink: str, ground: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1; the settings refuse a house on which white does not."""
    assert contrast(ink, ground) >= 4.5


def test_labels_are_written_in_colours_that_were_weighed() -> None:
    """Those of the houses under white, those of the states as above."""
    for state in STATES:
        for label in card_of(f"debut: 28/11/2026\nmaison: pont, moulin\netat: {state}").labels:
            assert contrast(label.ink, label.ground) >= 4.5


def test_colours_are_few() -> None:
    """A PNG has a palette of 256, and none of the colours that words have is missing in it."""
    assert len(shades(FIVE * 3)) <= 256
    assert {PAPER, INK, SOFT, ALARM, WHITE, BLUE} <= set(shades((BLUE,)))


def test_letters_keep_their_colours() -> None:
    """Paper is paper and ink is ink in the picture, whichever house it is about."""
    for colors in ((), (BLUE,), FIVE):
        image = opened(make_card(replace(CARD, colors=colors))).convert("RGB")
        left = Image.new("RGB", (1, 1))
        left.paste(image.crop((10, 10, 11, 11)))
        assert left.getpixel((0, 0)) == tuple(bytes.fromhex(PAPER[1:]))
        assert {tuple(bytes.fromhex(color[1:])) for color in (PAPER, INK, SOFT)} <= {color for _, color in image.getcolors(1000) or ()}
