"""One rule folds what is written and what is asked."""

from __future__ import annotations

import unicodedata

import pytest

from plugins.search.words import WEAK, searched, text_of
from tests.search.asking import answers

FOLDED = {
    "L’œuvre": "oeuvre",
    "ÉVÉNEMENT, évènement": "evenement, evenement",
    "Et cætera": "et caetera",
    "aujourd’hui": "aujourd hui",
    "qu’il jusqu'à l'eau d‘ici": "il a eau ici",
    "presqu'île": "presqu ile",
    "Vélos, photos, amis, menus": "velo, photo, ami, menu",
    "jeux, lieux, deux": "jeu, lieu, deu",
    "heureux, bateaux, os, dos, nous": "heureux, bateaux, os, dos, nou",
    unicodedata.normalize("NFD", "Français à Noël"): "francais a noel",
    "le week-end, le Mois des Familles": "le week-end, le mois des familles",
}


@pytest.mark.parametrize("written", FOLDED)
def test_words_have_one_form(written: str) -> None:
    """Accents, ligatures, capitals, elisions and the plurals that the stemmer does not know make no difference."""
    assert searched(written) == FOLDED[written]


def test_the_script_folds_by_the_same_rule() -> None:
    """What visitors ask is folded as what was written, letter by letter and word by word."""
    letters = [chr(code) for code in (*range(0x20, 0xDF), *range(0xE0, 0x131), *range(0x132, 0x149), *range(0x14A, 0x17F))]
    written = [*FOLDED, *(f"mot{letter}mot" for letter in letters)]
    said = [" ".join(str(answer).split()) for answer in answers(written)]
    assert said == [" ".join(searched(text).split()) for text in written]


def test_weak_words_are_in_the_form_of_questions() -> None:
    """A question is folded before its weak words are dropped, so these are kept folded, each once."""
    assert list(WEAK) == [searched(word) for word in WEAK]
    assert len(set(WEAK)) == len(WEAK)


def test_html_becomes_words() -> None:
    """Two blocks are two words, what is partly emphasised is one, and marks are characters again."""
    assert text_of("<p>R&amp;D<br>ici</p><ul><li>l<em>à</em></li><li>bas</li></ul>") == "R&D ici là bas"
