"""French text: folding, slugs, the nearest word, lists and plurals."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.model.text import clean, fold, fold_key, listed, nearest, plural, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("L'été, n°3", "l-ete-no-3"),
        ("L’Œuvre & l’œuf", "l-oeuvre-et-l-oeuf"),
        ("  Noël / Nouvel An !  ", "noel-nouvel-an"),
        ("N º 12", "no-12"),
        ("déjà-vu", "deja-vu"),
    ],
)
def test_a_slug_reads_like_french(text: str, slug: str) -> None:
    """An apostrophe parts words, a ligature opens up, `n°` becomes `no`, `&` becomes `et`."""
    assert slugify(text) == slug


@pytest.mark.parametrize("written", ["Mots clés", "mots_cles", " Mots-Clés ", "MOTS  CLÉS", "mots\u00a0cles"])
def test_a_key_has_one_form(written: str) -> None:
    """A key is the same with or without accents, capitals, spaces and underscores."""
    assert fold_key(written) == "mots-cles"


def test_cleaning_keeps_one_kind_of_line() -> None:
    """A byte order mark, control characters and other systems' line ends go; letters are composed."""
    assert clean("\ufeffe\u0301te\u0301\r\na\rb\u2028c\x00\u200b") == "été\na\nb\nc"


def test_the_nearest_word_is_found_whatever_its_accents() -> None:
    """A misspelt word finds the one that was meant, and gibberish finds none."""
    assert nearest("thématiqe", ["titre", "thematique", "tarif"]) == "thematique"
    assert nearest("ANNULE", ["annulé", "reporté"]) == "annulé"
    assert nearest("zzz", ["titre", "tarif"]) is None


@pytest.mark.parametrize(("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")])
def test_a_list_is_said_in_french(words: list[str], said: str) -> None:
    """The last two words of a list are joined by `et`, without a comma before it."""
    assert listed(words) == said


@pytest.mark.parametrize(("count", "said"), [(0, "0 date"), (1, "1 date"), (2, "2 dates"), (-1, "-1 date")])
def test_zero_and_one_are_singular(count: int, said: str) -> None:
    """French keeps the singular for 0 and 1."""
    assert plural(count, "date") == said


def test_a_plural_may_be_its_own_word() -> None:
    """A plural that does not end in s is given."""
    assert plural(2, "journal", "journaux") == "2 journaux"


@given(st.text())
@example("Ǽ ŉ")
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_slug_fits_an_address(text: str) -> None:
    """A slug has only a-z, 0-9 and single hyphens inside, and is its own slug."""
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slugify(text))
    assert slugify(slugify(text)) == slugify(text)


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """A clean text stays as it is."""
    assert clean(clean(text)) == clean(text)
