"""Markdown as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsletter.plain import COLUMNS, opening, plain_text, shorten


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Un *mot*, **deux**, _trois_ et ***quatre***.", "Un mot, deux, trois et quatre."),
        ("Un **mot *dans* un autre**.", "Un mot dans un autre."),
        ("le_nom_de_fichier et 2 * 3 * 4", "le_nom_de_fichier et 2 * 3 * 4"),
        ("[La soupe](https://a.example/)", "La soupe (https://a.example/)"),
        ('[La soupe](https://a.example/ "titre")', "La soupe (https://a.example/)"),
        ("[La soupe][s]\n\n[s]: https://a.example/", "La soupe (https://a.example/)"),
        ("[https://a.example/](https://a.example/)", "https://a.example/"),
        ("<https://a.example/> ou <a@b.example>", "https://a.example/ ou a@b.example"),
        ("[écrire](mailto:a@b.example)", "écrire (a@b.example)"),
        ("![Une marmite](x.jpg)", "[image\u00a0: Une marmite]"),
        ("## Un titre ##\ntexte", "Un titre\n--------\ntexte"),
        ("- un\n- deux\n  suite", "- un\n- deux suite"),
        ("une ligne  \nune autre\\\nla suite\ndu texte", "une ligne\nune autre\nla suite du texte"),
        ("1. un\n2. deux", "1. un\n2. deux"),
        ("> dit\n> encore", "> dit encore"),
        ("***", "* * *"),
        ("`code` et \\*étoile\\* &amp; &eacute;", "code et *étoile* & é"),
        ("Qui ? « Moi »", "Qui\u00a0? «\u00a0Moi\u00a0»"),
    ],
)
def test_marks_become_words(markdown: str, text: str) -> None:
    """What Markdown marks is said in text, and nothing of its marks is left."""
    assert plain_text(markdown) == text


def test_lines_are_short_but_addresses_are_whole() -> None:
    """Text is wrapped at 72 columns; an address longer than that stands whole on its line."""
    address = "https://villeneuve.example/" + "a" * 80
    lines = plain_text("mot " * 60 + f"[ici]({address}) " + "mot " * 60).splitlines()

    assert all(len(line) <= COLUMNS or address in line for line in lines)
    assert f"({address})" in lines


@given(st.text(alphabet="ab *_[]()<>!#-`\\\n&é", max_size=200))
def test_any_markdown_becomes_text(markdown: str) -> None:
    """Whatever was typed gives lines of at most 72 columns, unless one word is longer."""
    assert all(len(line) <= COLUMNS or " " not in line.strip("> -") for line in plain_text(markdown).splitlines())


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Un mot, deux [mots](a.md).", "Un mot, deux mots."),
        ("## Titre\n\n![Une marmite](a.jpg)\n\nUn *mot* ?", "Un mot\u00a0?"),
        ("Un.\n\nDeux.\n\n## Suite\n\nTrois.", "Un. Deux."),
        ("Un.\n\n- une liste\n\nDeux.", "Un."),
        ("- rien qu'une liste", ""),
        ("", ""),
        ("Une phrase qui tient. Une autre qui ne tient pas en entier.", "Une phrase qui tient."),
        ("Une seule phrase, bien trop longue pour la place qu'elle a ici.", "Une seule phrase, bien trop longue pour…"),
    ],
)
def test_opening_is_the_first_prose(markdown: str, text: str) -> None:
    """The first paragraphs, without marks nor addresses, cut after a sentence or else after a word."""
    assert opening(markdown, 40) == text


@given(st.text(alphabet="ab .!?,\u00a0\n#-[]()é", max_size=200), st.integers(10, 60))
def test_any_opening_fits(markdown: str, room: int) -> None:
    """Whatever was typed, no more than the room is taken, on one line."""
    assert len(opening(markdown, room)) <= room
    assert "\n" not in opening(markdown, room)


def test_a_word_longer_than_the_room_is_cut() -> None:
    """There is no space to cut at."""
    assert shorten("a" * 50, 10) == "a" * 9 + "…"
