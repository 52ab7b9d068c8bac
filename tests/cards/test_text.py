"""Words on a picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cards.fonts import measured
from plugins.cards.text import ELLIPSIS, UNKNOWN, Room, fitted, readable

ROOM = Room(646, 200, (92, 60, 40))
LONG = "Une soirée où l’on parle de tout ce qui se passe dans le quartier depuis que la place a été refaite et que le marché est revenu " * 3


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Fête 🎉 de l’Aïd", "Fête de l’Aïd"),
        ("Cours de français – اللغة الفرنسية", "Cours de français"),
        ("𝐒𝐨𝐮𝐩𝐞 et (ﬁn)", "Soupe et (fin)"),
        ("Łódź, Київ", "Łódź, Київ"),
        ("de 9\u202fh à 10\u202fh", "de 9\u00a0h à 10\u00a0h"),
        ("e\u0301te\u0301", "été"),
        ("عيد", ""),
        ("Bonjour…", "Bonjour…"),
    ],
)
def test_what_the_font_does_not_have_is_left_out(written: str, shown: str) -> None:
    """Emoji and other scripts go without leaving a square or a dash that leads nowhere; letters in disguise become plain."""
    assert readable(written) == shown


@given(st.text())
def test_any_text_becomes_readable(text: str) -> None:
    """No text breaks a card, and nothing is left that the font does not have."""
    assert not UNKNOWN.search(readable(text))
    assert readable(readable(text)) == readable(text)


def test_a_short_title_is_as_large_as_can_be() -> None:
    """One line in the first size."""
    block = fitted("Bal folk", ROOM, measured)
    assert (block.size, block.lines) == (92, ("Bal folk",))


def test_a_title_wraps_and_shrinks() -> None:
    """All its words are there, in order, and no line is wider than the room."""
    title = "Les écrans à la maison : disputes, règles et petites victoires"
    block = fitted(title, ROOM, measured)
    assert " ".join(block.lines).replace("\u00a0", " ") == title
    assert all(measured(line, block.size) <= ROOM.width for line in block.lines)
    assert block.height <= ROOM.height


def test_a_line_never_starts_with_a_mark() -> None:
    """French marks stay with the word before them."""
    block = fitted("Un très long titre pour demander à tout le monde : pourquoi ?", Room(300, 400, (40,)), measured)
    assert not any(line.startswith((":", "?")) for line in block.lines)


def test_lines_are_of_about_one_length() -> None:
    """No word stands alone on a last line when it could have company."""
    assert fitted("La galette des quatre maisons", ROOM, measured).lines == ("La galette des", "quatre maisons")


def test_too_long_a_title_is_cut_after_a_word() -> None:
    """What finds no room in the smallest size ends with an ellipsis, never within a word."""
    block = fitted(LONG, ROOM, measured)
    shown = " ".join(block.lines)
    assert shown.endswith(ELLIPSIS)
    assert LONG.startswith(shown.removesuffix(ELLIPSIS))
    assert LONG[len(shown) - 1] in " ,"
    assert block.height <= ROOM.height


def test_a_word_longer_than_a_line_is_cut() -> None:
    """A word that nobody has in a title, such as an address of the web, is cut rather than left to run out of the card."""
    (line,) = fitted("x" * 200, ROOM, measured).lines
    assert line.endswith(ELLIPSIS)
    assert 0 < measured(line, 40) <= ROOM.width


def test_no_text_takes_no_room() -> None:
    """An event without a place has no empty line."""
    assert fitted("", ROOM, measured).height == 0


@given(st.text(max_size=300))
def test_any_title_finds_room(text: str) -> None:
    """Whatever is written, its lines are within the room."""
    block = fitted(readable(text), ROOM, measured)
    assert block.height <= ROOM.height
    assert all(measured(line, block.size) <= ROOM.width + 1 for line in block.lines)
