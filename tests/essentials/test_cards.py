"""The card of an event: one file is one case, and the text beside it is its card in every language that it is told in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.essentials.card import Card, Line, card, cards
from plugins.essentials.said import Question
from plugins.essentials.tongues import FRENCH, tongues
from tests.essentials.subjects import CASES, all_cards, as_text, header, subject

FILES = sorted(path.stem for path in CASES.glob("*.md"))
WEEKLY = "debut: 24/11/2026 14h\nfin: 16h\nrepetition: chaque mardi, 4 fois"


def french(header_text: str, today: date = date(2026, 11, 22)) -> list[str]:
    """Return the lines of the French card."""
    return [line.strip() for line in as_text(card(header(header_text, today), FRENCH)).splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_a_card_is_told_in_each_language(name: str) -> None:
    """What is written in the header, and nothing else, in short sentences."""
    assert all_cards(subject((CASES / f"{name}.md").read_text("utf-8"))) == (CASES / f"{name}.txt").read_text("utf-8")


def test_no_text_is_left_over() -> None:
    """Every expected card belongs to a case."""
    assert sorted(path.stem for path in CASES.glob("*.txt")) == FILES


def test_what_is_over_is_told_in_french_alone() -> None:
    """Nobody looks for how to come to it."""
    found = header("debut: 20/11/2026 14h\nmaison: pont\ninscription: libre")
    assert [one.glossary.code for one in cards(found)] == ["fr"]
    assert "Comment venir\u00a0?" not in french("debut: 20/11/2026 14h\nmaison: pont")


def test_what_did_not_take_place_is_not_told_as_if_it_had() -> None:
    """A cancelled event that is over was not held."""
    assert "Cela n’a pas eu lieu le vendredi 20 novembre 2026." in french("debut: 20/11/2026\netat: annulé")


def test_a_series_that_is_over_tells_its_last_date() -> None:
    """Not that it still comes back."""
    assert "La dernière date était le mardi 15 décembre 2026." in french(WEEKLY, date(2027, 1, 1))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ("24/11/2026 : 16h", "! Attention\u00a0: l’heure a changé."),
        ("24/11/2026 : reporté au 25/11/2026", "! Attention\u00a0: la date a changé."),
        ("24/11/2026 : reporté au 25/11/2026", "Ce n’est plus le mardi 24 novembre 2026."),
        ("24/11/2026 : lieu 3 rue Haute, Villeneuve", "! Attention\u00a0: cette fois, c’est dans un autre lieu."),
        ("24/11/2026 : complet", "! Attention\u00a0: la prochaine date est complète."),
        ("24/11/2026 : annulé", "La prochaine date est le mardi 1er décembre 2026."),
        ("01/12/2026 : annulé", "Il n’y a pas de rendez-vous le mardi 1er décembre 2026."),
        ("01/12/2026 : reporté sans date", "La date du mardi 1er décembre 2026 est reportée. La nouvelle date n’est pas encore connue."),
        ("01/12/2026 : 16h", "Le mardi 1er décembre 2026, cela commence à 16\u00a0heures."),
        ("01/12/2026 : lieu 3 rue Haute, Villeneuve", "Le mardi 1er décembre 2026, c’est au 3 rue Haute, Villeneuve."),
        ("01/12/2026 : complet", "Le mardi 1er décembre 2026, c’est complet."),
    ],
)
def test_a_changed_date_is_told(changes: str, said: str) -> None:
    """The next one first, the others after it."""
    assert said in french(f"{WEEKLY}\nchangements: {changes}")


def test_a_series_with_no_date_left_says_so() -> None:
    """All dates that are left are cancelled, one by one or as a whole."""
    each = "".join(f"\n  {day} : annulé" for day in ("24/11/2026", "01/12/2026", "08/12/2026", "15/12/2026"))
    said = "! Attention\u00a0: toutes les dates qui restent sont annulées."
    assert said in french(f"{WEEKLY}\nchangements: |{each}")
    assert said in french(f"{WEEKLY}\netat: annulé")


def test_the_last_time_is_told_as_such() -> None:
    """Nobody wants to know how often something came back that will not."""
    told = french(WEEKLY, date(2026, 12, 12))
    assert "C’est la dernière fois." in told
    assert "C’est chaque mardi." not in told


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("chaque jour, 4 fois", "C’est chaque jour."),
        ("tous les 3 jours, 4 fois", "C’est tous les 3 jours."),
        ("un mardi sur deux, 4 fois", "C’est une semaine sur 2\u00a0: mardi."),
        ("le 4e mardi du mois, 4 fois", "C’est chaque mois\u00a0: le quatrième mardi."),
        ("tous les mois, 4 fois", "C’est chaque mois, le 24 du mois."),
        ("chaque mardi à 14h et 18h, 4 fois", "Le même jour, cela commence plusieurs fois\u00a0: 14\u00a0heures et 18\u00a0heures."),
    ],
)
def test_a_repetition_is_told_from_its_rule(written: str, said: str) -> None:
    """Never from the writers' prose."""
    assert said in french(f"debut: 24/11/2026 14h\nrepetition: {written}")


def test_days_off_that_are_over_are_not_told() -> None:
    """Only those after the next date."""
    told = " ".join(french("debut: 03/11/2026 14h\nrepetition: chaque mardi, 8 fois\nsauf: 10/11/2026, 08/12/2026"))
    assert "Il n’y a rien le 8 décembre 2026." in told
    assert "10 novembre" not in told


def test_directions_stay_french() -> None:
    """In French they are read as they were written, in other languages one is told where they stand and in which language."""
    found = subject((CASES / "lieu-connu.md").read_text("utf-8"))
    english, *_ = tongues()
    assert "Par la cour." in as_text(card(found, FRENCH))
    assert "Par la cour." not in as_text(card(found, english))
    assert "The directions are in French" in as_text(card(found, english))


HEADERS = st.builds(
    "\n".join,
    st.tuples(
        st.sampled_from((
            "debut: 28/11/2026", "debut: 28/11/2026 10h", "debut: 28/11/2026\nfin: 30/11/2026", "debut: 28/11/2026 20h\nfin: 1h",
            "debut: 28/11/2026 10h\nrepetition: un samedi sur 5, 6 fois\nsauf: jours fériés", "debut: 28/11/2026 10h\naussi: 05/12/2026 11h",
        )),
        st.sampled_from(("", "maison: pont", "lieu: preau", "lieu: 3 rue Haute, Villeneuve")),
        st.sampled_from(("", "tarif: gratuit", "tarif: gratuit adhérents, 5 €", "tarif: prix libre, 2 tic-tac", "tarif: 2,50 €, 1 € jeunes")),
        st.sampled_from(("", "inscription: libre", "inscription: 04 75 00 00 01, a@b.example", "inscription: https://a.example/")),
        st.sampled_from(("", "inscription-avant: 20/11/2026", "inscription-avant: 25/11/2026")),
        st.sampled_from(("", "acces: ascenseur, toilettes adaptées, lsf, chien guide, place de parking", "acces: deux marches")),
        st.sampled_from(("", "etat: complet", "etat: annulé", "etat: reporté sans date")),
    ),
)  # fmt: skip


@given(HEADERS)
def test_all_languages_answer_the_same_questions(text: str) -> None:
    """With sentences that end, as many links, and no place left open, whatever the header says."""
    french_card, *others = cards(header(text))
    for one in others:
        assert asked(one) == asked(french_card)
        assert links(one.lines) == links(french_card.lines)
        sentences = ["".join(part.text for part in said.parts) for line in one.lines for said in line.sentences]
        assert all(said.endswith(".") and not {"{", "}"} & set(said) for said in sentences)


def asked(told: Card) -> list[Question]:
    """Return the questions of a card."""
    questions = {words: question for question, words in told.glossary.questions.items()}
    return [questions[line.question] for line in told.lines]


def links(lines: tuple[Line, ...]) -> list[str]:
    """Return where a card leads."""
    return [part.href for line in lines for said in line.sentences for part in said.parts if part.href]
