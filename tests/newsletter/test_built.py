"""Whoever passes a letter on finds it as the build left it."""

from pathlib import Path

import pytest

from plugins.model.problem import Wrong
from plugins.newsletter.built import built

HEAD = "From: =?utf-8?q?La_lettre_d=27=C3=A9t=C3=A9?= <lettre@villeneuve.example>\r\nSubject: =?utf-8?q?F=C3=AAte?= le {}\r\nDate: {}\r\n"


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Return a folder with two letters; the one of the later week went out first."""
    for key, day in (("2026-s48", "Fri, 27 Nov 2026 10:00:00 +0100"), ("2026-s49", "Thu, 26 Nov 2026 10:00:00 +0100")):
        folder = tmp_path / key
        folder.mkdir()
        for name, data in (("lettre.eml", f"{HEAD.format(key, day)}\r\nSubject: non\r\n"), ("lettre.html", "<p>é"), ("lettre.txt", "é")):
            (folder / name).write_bytes(data.encode())
    return tmp_path


def test_a_letter_is_read_whole(letters: Path) -> None:
    """Its headers are told as people read them, and its HTML and text stand beside it."""
    letter = built(letters, "2026-s49")
    assert (letter.key, letter.subject, letter.sender) == ("2026-s49", "Fête le 2026-s49", "La lettre d'été <lettre@villeneuve.example>")
    assert (letter.html, letter.text, len(letter.digest)) == ("<p>é", "é", 32)


def test_without_a_word_it_is_the_last_to_go_out(letters: Path) -> None:
    """By its own date, and not by its name."""
    assert built(letters, "").key == "2026-s48"


@pytest.mark.parametrize("written", ["2026-s49", "2026-S49", "2026 semaine 49"])
def test_a_week_is_understood_as_people_write_it(letters: Path, written: str) -> None:
    """In any way that a letter's own header may say it."""
    assert built(letters, written).key == "2026-s49"


def test_a_letter_that_is_not_there_is_told(letters: Path, tmp_path: Path) -> None:
    """With one that is; where there is none at all, with how to make them."""
    with pytest.raises(Wrong, match="« 2026-s50 » n'est pas construite") as told:
        built(letters, "2026-s50")
    assert "2026-s4" in told.value.instead
    with pytest.raises(Wrong, match="Aucune lettre") as told:
        built(tmp_path / "vide", "")
    assert "inv newsletter.build" in told.value.instead
