"""Mail addresses, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.problem import Wrong
from plugins.subscribers.addresses import folded, keyed_hash, normalised

LOCAL = st.text("abcXYZ0129._%+-'éÉñ", min_size=1, max_size=30)
DOMAIN = st.from_regex(r"[a-zA-Z][a-zA-Z0-9éèü]{0,10}(\.[a-z][a-z0-9]{0,8}){0,2}\.(fr|org|example)", fullmatch=True)
ADDRESS = st.one_of(st.builds("{}@{}".format, LOCAL, DOMAIN), st.emails(), st.text(max_size=60))
SPACES = st.text(" \t\n\r\u00a0\u200b\ufeff", max_size=3)


def read(written: str) -> str | None:
    """Return the address, None when it is refused."""
    try:
        return normalised(written)
    except Wrong:
        return None


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("jeanne@exemple.fr", "jeanne@exemple.fr"),
        ("Jeanne.Martin@EXEMPLE.FR", "Jeanne.Martin@exemple.fr"),
        ("jeanne+lettre@exemple.fr", "jeanne+lettre@exemple.fr"),
        ("jeanne@münchen.de", "jeanne@xn--mnchen-3ya.de"),
        ("jeanne@xn--mnchen-3ya.de", "jeanne@xn--mnchen-3ya.de"),
        ("jeanne@straße.de", "jeanne@xn--strae-oqa.de"),
        ("andré@exemple.fr", "andré@exemple.fr"),
        ("Jeanne Martin <jeanne@exemple.fr>", "jeanne@exemple.fr"),
        ("<=1+1@exemple.fr>", "=1+1@exemple.fr"),
        ("mailto:jeanne@exemple.fr", "jeanne@exemple.fr"),
        (" \u200bjeanne@exemple.fr\u00a0\r\n", "jeanne@exemple.fr"),
        ("o'neil@exemple.fr", "o'neil@exemple.fr"),
    ],
)
def test_an_address_is_kept_so_that_it_reaches_the_same_person(written: str, kept: str) -> None:
    """The domain becomes small ASCII letters; what stands before the @ stays as typed."""
    assert normalised(written) == kept


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("jeanne", "Il manque le signe « @ »."),
        ("", "Il manque le signe « @ »."),
        ("a@exemple.fr, b@exemple.fr", "Il y a plusieurs « @ » : une seule adresse à la fois."),
        ("@exemple.fr", "Il manque ce qui vient avant ou après « @ »."),
        ("jeanne martin@exemple.fr", "Il y a une espace dans l'adresse."),
        ("jeanne@exemple..fr", "Il y a un point de trop."),
        ("jeanne@exemple.fr.", "Il y a un point de trop."),
        ("jeanne@orange", "Il manque la fin de l'adresse, par exemple « .fr »."),
        ("jeanne@exemple.invalid", "Cette adresse est mal écrite, ou n'existe pas sur internet."),
        ("jeanne@exemple.fr\nBcc: x@y.fr", "Il y a plusieurs « @ » : une seule adresse à la fois."),
        (f"{'a' * 65}@exemple.fr", "Cette adresse est mal écrite, ou n'existe pas sur internet."),
    ],
)
def test_a_bad_address_is_told_without_being_repeated(written: str, what: str) -> None:
    """What is wrong is said in words; the address itself is somebody's."""
    with pytest.raises(Wrong) as told:
        normalised(written)
    assert told.value.what == what


@given(ADDRESS)
def test_an_address_is_refused_or_kept_in_one_form(written: str) -> None:
    """Whatever is typed is refused with a sentence, or becomes an address that stays as it is when it is read again."""
    kept = read(written)
    if kept is not None:
        assert normalised(kept) == kept
        assert kept.count("@") == 1
        domain = kept.partition("@")[2]
        assert domain.isascii()
        assert domain == domain.lower()
        assert not any(sign.isspace() or not sign.isprintable() for sign in kept)


@given(ADDRESS, SPACES, SPACES)
def test_what_surrounds_an_address_does_not_count(written: str, before: str, after: str) -> None:
    """Spaces, no-break spaces and invisible signs around it change nothing."""
    assert read(f"{before}{written}{after}") == read(written)


@given(LOCAL, DOMAIN, st.binary(min_size=32, max_size=32))
def test_capital_letters_make_nobody_else(local: str, domain: str, key: bytes) -> None:
    """All spellings of an address compare equal, and have the same keyed hash."""
    kept = read(f"{local}@{domain}")
    loud = read(f"{local.upper()}@{domain.upper()}")
    if kept and loud:
        assert folded(kept) == folded(loud)
        assert keyed_hash(key, kept) == keyed_hash(key, loud)
