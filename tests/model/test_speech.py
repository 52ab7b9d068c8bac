"""French as it is read aloud."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.speech import count_words, reading_seconds, sentence, spoken


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("de 14 h à 16 h 30", "de 14 heures à 16 heures 30"),
        ("14h30", "14 heures 30"),
        ("à 14:05 pile", "à 14 heures 05 pile"),
        ("dès 1 h", "dès 1 heure"),
        ("14\u00a0h\u00a000", "14 heures"),
        ("14 « h » 30", "14 heures 30"),
        ("10h-12h", "10 heures à 12 heures"),
        ("3 €", "3 euros"),
        ("1 €", "1 euro"),
        ("2,50 €", "2 euros 50"),
        ("0,50 €", "50 centimes"),
        ("3 € (adhérents) ou 5 €", "3 euros, adhérents, ou 5 euros"),
        ("mardi 1er décembre", "mardi premier décembre"),
        ("la 1re fois, le 2e étage, le 12e jour", "la première fois, le deuxième étage, le 12ième jour"),
        ("le 24/12", "le 24 décembre"),
        ("le 01/02/2027", "le premier février 2027"),
        ("le 45/13", "le 45 ou 13"),
        ("à 1/2 tarif", "à demi tarif"),
        ("11-17 ans", "11 à 17 ans"),
        ("10 km, 30 min, 1 kg", "10 kilomètres, 30 minutes, 1 kilo"),
        ("Le Fil n°47", "Le Fil numéro 47"),
        ("St-Nicolas, bd Ste Anne", "Saint-Nicolas, boulevard Sainte Anne"),
        ("RDV chez M. Pont", "rendez-vous chez monsieur Pont"),
        ("« Verte » — théâtre & magie", "Verte, théâtre et magie"),
        ("100 % laine, 20°C", "100 pour cent laine, 20 degrés"),
        ("Fête 🎉 du **pont** !", "Fête du pont !"),
        ("Et si… on dansait...", "Et si, on dansait."),
        ("Café-philo : « Pourquoi ... ? »", "Café-philo : Pourquoi ?"),
        ("écrire à a.b@exemple.fr", "écrire à a point b arobase exemple point fr"),
        ("voir https://www.exemple.fr/x/y.", "voir exemple point fr."),
        ("Venez.Ou pas", "Venez.Ou pas"),
        ("Place du Pont, 26000 Villeneuve", "Place du Pont, Villeneuve"),
        ("04 75 00 00 01", "04 75 00 00 01"),
        ("Rock'n'roll (gratuit).", "Rock'n'roll, gratuit."),
        ("", ""),
    ],
)
def test_a_text_is_said_in_full(written: str, said: str) -> None:
    """Nothing is abbreviated, and what has no sound goes."""
    assert spoken(written) == said


@given(st.text(max_size=80))
def test_only_words_numbers_and_pauses_are_said(text: str) -> None:
    """Whatever was typed, a voice can say what is left, and no pause is doubled."""
    said = spoken(text)
    assert re.fullmatch(r"[\w .,;:!?'’-]*", said)
    assert "  " not in said


@pytest.mark.parametrize(("text", "said"), [("on danse", "On danse."), ("Qui vient ?", "Qui vient ?"), (" ça y est ! ", "Ça y est !")])
def test_a_sentence_has_a_capital_and_an_end(text: str, said: str) -> None:
    """A text becomes a sentence; one that ends already stays."""
    assert sentence(text) == said


@pytest.mark.parametrize(
    ("text", "count"), [("Soupe partagée", 2), ("l'atelier", 2), ("rendez-vous", 1), ("18 heures 30", 3), ("04 75", 3), ("2026", 4), ("", 0)]
)
def test_words_are_counted_as_they_are_said(text: str, count: int) -> None:
    """An elision is two words, a compound one, a number one or as many as it has digits."""
    assert count_words(text) == count


@pytest.mark.parametrize(("count", "seconds"), [(0, 0), (1, 10), (25, 10), (26, 20), (150, 60), (300, 120), (301, 130)])
def test_a_length_is_rounded_up(count: int, seconds: int) -> None:
    """At a hundred and fifty words a minute, to the next ten seconds, so that nobody runs late."""
    assert reading_seconds("mot " * count) == seconds
