"""The kinds of value a header holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.kinds import LINE, LINES, LINK, MAIL, NUMBER, PHONE, POSTCODE, SLUG, choice, items
from plugins.model.library import TYPES
from plugins.model.problem import Wrong
from plugins.model.schema import Key, Kind
from tests.model.samples import attempt
from tests.towns import TODAY


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a, b", ("a", "b")),
        ("[a, b]", ("a", "b")),
        ("a; b", ("a", "b")),
        ("- a\n- b", ("a", "b")),
        ("2,50 €, 3 €", ("2,50 €", "3 €")),
        ('"a", b', ("a", "b")),
        ("a,, b,", ("a", "b")),
        ("", ()),
    ],
)
def test_a_list_is_written_in_several_ways(text: str, parts: tuple[str, ...]) -> None:
    """Items are parted by commas, semicolons or lines; a comma inside a number does not part."""
    assert items(text) == parts


@pytest.mark.parametrize("text", ["0199001234", "01.99.00.12.34", "01-99-00-12-34", "+33 1 99 00 12 34", "+33 (0)1 99 00 12 34", "0033199001234"])
def test_a_phone_number_has_one_form(text: str) -> None:
    """A French number is shown in pairs of digits however it was typed."""
    assert PHONE.read(text, None) == "01 99 00 12 34"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (PHONE, "01 99 00 12"), (PHONE, "0099001234"), (PHONE, "36 46"),
        (MAIL, "a@b"), (MAIL, "a b@c.fr"), (MAIL, "a@b.fr, c@d.fr"),
        (LINK, "www.a.fr"), (LINK, "javascript:alert(1)"), (LINK, "https://"), (LINK, "https://a.fr/a b"), (LINK, "https://["), (LINK, "ftp://a.fr"),
        (NUMBER, "douze"), (NUMBER, "-1"), (NUMBER, "1,5"), (NUMBER, "1234567"),
        (POSTCODE, "9910"), (POSTCODE, "2A000"),
        (SLUG, "Fête"), (SLUG, "a b"), (SLUG, "../a"), (SLUG, "-"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_is_refused(kind: Kind[object], text: str) -> None:
    """A value that is not of its kind is refused, with what to write instead."""
    with pytest.raises(Wrong) as caught:
        kind.read(text, None)
    assert caught.value.instead


@pytest.mark.parametrize(("kind", "text", "value"), [
    (LINE, "a\nb", "a b"), (LINES, "- a\n\n• b", ("a", "b")), (NUMBER, " 12 ", 12), (POSTCODE, "99 100", "99100"), (SLUG, "l-ete", "l-ete"),
    (LINK, "https://a.fr/?m=a@b.fr#c", "https://a.fr/?m=a@b.fr#c"), (MAIL, "a.b+c@d-e.fr", "a.b+c@d-e.fr"),
])  # fmt: skip
def test_a_value_is_read(kind: Kind[object], text: str, value: object) -> None:
    """A value of its kind is read as what it means."""
    assert kind.read(text, None) == value


def test_a_choice_takes_a_word_with_or_without_accents() -> None:
    """A word among a few is read whatever its accents and capitals; another gets the nearest."""
    state = choice("un état", {"annulé": 1, "complet": 2})
    assert state.read("ANNULE", None) == 1
    with pytest.raises(Wrong) as caught:
        state.read("complêt !", None)
    assert caught.value.instead == "Vouliez-vous écrire « complet » ?"


@pytest.mark.parametrize("key", {key.name: key for type_ in TYPES for key in type_.keys}.values(), ids=lambda key: key.name)
def test_every_example_can_be_copied(key: Key[object]) -> None:
    """The example that a key shows to writers is one it reads."""
    assert key.kind.read(key.example, TODAY) not in (None, "", ())


@given(st.text(max_size=30), st.sampled_from(sorted({key.name: key for type_ in TYPES for key in type_.keys}.items())))
def test_no_value_breaks_a_kind(text: str, key: tuple[str, Key[object]]) -> None:
    """Any text is a value of its kind or refused, never anything else."""
    wrong = attempt(key[1].kind.read, text, TODAY)
    assert wrong is None or wrong.instead
