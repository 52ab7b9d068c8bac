"""The font of the pictures."""

from __future__ import annotations

import sys
from hashlib import sha256

from plugins.cards.fonts import DIGEST, FILE, font
from plugins.cards.text import UNKNOWN


def test_another_font_is_another_version_of_the_code() -> None:
    """The code says the digest of its font, so that pictures are made anew when it changes."""
    assert sha256(FILE.read_bytes()).hexdigest() == DIGEST


def test_the_font_is_light_and_its_licence_lies_beside_it() -> None:
    """It is in the repository for ever."""
    assert FILE.stat().st_size < 30_000
    assert "SIL OPEN FONT LICENSE" in FILE.with_name("OFL.txt").read_text("utf-8")


def test_every_character_that_is_not_left_out_has_a_sign() -> None:
    """None of them is drawn as the square that stands for what is missing."""
    drawn = font(40)
    square = bytes(drawn.getmask("\uffff"))
    assert [char for char in map(chr, range(sys.maxunicode)) if not UNKNOWN.search(char) and bytes(drawn.getmask(char)) == square] == []
