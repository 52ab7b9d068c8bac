"""The glossaries: six languages that say the same."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

from plugins.essentials.glossaries import ar, en, es, fr, tr, uk
from plugins.essentials.glossary import Form, Glossary
from plugins.essentials.tongue import Tongue
from plugins.essentials.tongues import FRENCH, tongues

ROOM = Path(__file__).parents[2] / "plugins" / "essentials"
OTHERS = [one.GLOSSARY for one in (en, ar, tr, uk, es)]
OVER = {"over", "over_day", "over_last", "over_span", "over_place", "not_held"}
"""What is over is told in French alone."""
NAMED = {"names", "directions"}
"""What French does without, or the others say otherwise."""
SCRIPTS = {"ar": r"[؀-ۿ]", "uk": r"[а-яіїєґ]"}


def forms(form: Form) -> dict[str, str]:
    """Return the sentences of a key by plural category, `other` where there is but one."""
    return {"other": form} if isinstance(form, str) else dict(form)


def places(sentence: str) -> set[str]:
    """Return the named places of a sentence."""
    return {place for _, place, _, _ in Formatter().parse(sentence) if place}


@pytest.mark.parametrize("glossary", OTHERS, ids=lambda one: one.code)
def test_every_language_has_the_same_keys(glossary: Glossary) -> None:
    """A sentence that is missing somewhere would be missed on some page, some day."""
    assert set(glossary.sentences) == set(fr.GLOSSARY.sentences) - OVER
    assert glossary.questions.keys() == fr.GLOSSARY.questions.keys()
    assert glossary.terms.keys() == fr.GLOSSARY.terms.keys()
    assert glossary.turns.keys() == fr.GLOSSARY.turns.keys() == {1, 2, 3, 4, 5, -1, -2}


@pytest.mark.parametrize("glossary", OTHERS, ids=lambda one: one.code)
def test_every_language_has_the_same_places(glossary: Glossary) -> None:
    """A count may go into the word that it stands before."""
    for key, form in glossary.sentences.items():
        expected = set().union(*map(places, forms(fr.GLOSSARY.sentences[key]).values()))
        for sentence in forms(form).values():
            assert places(sentence) | {"count"} == expected | {"count"} or key in NAMED, key


@pytest.mark.parametrize("glossary", OTHERS, ids=lambda one: one.code)
def test_every_plural_that_can_be_is_there(glossary: Glossary) -> None:
    """A repetition is every 2 to 366 days or weeks."""
    needed = {Locale.parse(glossary.code).plural_form(count) for count in range(2, 367)}
    assert {key for key, form in glossary.sentences.items() if not isinstance(form, str)} == {"every_days", "every_weeks"}
    assert forms(glossary.sentences["every_days"]).keys() == forms(glossary.sentences["every_weeks"]).keys() == needed


def test_every_sentence_is_said_somewhere() -> None:
    """A sentence that nobody says would be translated for nothing."""
    said = {key for path in ROOM.glob("*.py") for key in re.findall(r'"(\w+)"', path.read_text("utf-8"))}
    assert set(fr.GLOSSARY.sentences) <= said


@pytest.mark.parametrize("glossary", [fr.GLOSSARY, *OTHERS], ids=lambda one: one.code)
def test_every_sentence_is_whole(glossary: Glossary) -> None:
    """It ends, and says nothing in the letters of another language."""
    said = [sentence for form in glossary.sentences.values() for sentence in forms(form).values() if sentence not in {"", "{directions}"}]
    assert all(sentence.endswith(".") for sentence in said)
    assert all(question.endswith(("?", "؟")) for question in glossary.questions.values())
    if glossary.code in SCRIPTS:
        assert not [sentence for sentence in said if re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", sentence))]


def test_languages_are_offered_by_their_own_names() -> None:
    """Who looks for one may know no other."""
    assert [tongue.glossary.name for tongue in tongues()] == ["English", "العربية", "Türkçe", "Українська", "Español"]
    assert [tongue.glossary.code for tongue in tongues() if tongue.glossary.is_rtl] == ["ar"]


@pytest.mark.parametrize("tongue", tongues(), ids=lambda one: one.glossary.code)
def test_turns_name_the_weekdays_of_cldr(tongue: Tongue) -> None:
    """From Monday to Sunday, in the same words as the dates."""
    for turns in tongue.glossary.turns.values():
        assert all(tongue.weekday(day).casefold() in turns[day].casefold() for day in range(7))


@pytest.mark.parametrize(
    ("hour", "said"), [(time(0, 30), "0\u00a0heure\u00a030"), (time(1), "1\u00a0heure"), (time(14, 5), "14\u00a0heures\u00a005")]
)
def test_french_hours_are_said_in_full(hour: time, said: str) -> None:
    """No abbreviation for who learns to read."""
    assert FRENCH.hour(hour) == said


@pytest.mark.parametrize(("amount", "said"), [("0.5", "0,50\u00a0euro"), ("1", "1\u00a0euro"), ("2.5", "2,50\u00a0euros"), ("12", "12\u00a0euros")])
def test_french_sums_are_said_in_full(amount: str, said: str) -> None:
    """French keeps the singular below two."""
    assert FRENCH.euros(Decimal(amount)) == said
