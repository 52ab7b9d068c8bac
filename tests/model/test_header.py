"""The header reader takes what French writers type, and drops nothing silently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.header import Header, read_header
from plugins.model.library import KNOWN_KEYS
from plugins.model.text import clean

LINES = st.sampled_from(
    [
        "---",
        "--",
        "...",
        "",
        "  ",
        "titre: x",
        "titre : x",
        "Début:14h30",
        "  - un",
        "- deux",
        "00:12:30 Ouverture",
        "# Titre",
        "Un mot.",
        "clé",
        ":",
        "\t",
        "\ufeff",
        '"',
        "é: |",
    ]
)


def read(text: str) -> Header:
    """Return the header of a text."""
    return read_header(text, KNOWN_KEYS)


def values(text: str) -> dict[str, str]:
    """Return the values of a header in which nothing is wrong."""
    header = read(f"---\n{text}\n---\ncorps\n")
    assert header.faults == ()
    assert header.body == "corps"
    return {field.key: field.value for field in header.fields}


@pytest.mark.parametrize(
    "line", ["titre: Fête", "Titre : Fête", "TITRE:Fête", "titre\u00a0:\u00a0Fête", "  titre:   Fête  ", 'titre: "Fête"', "titre: 'Fête'"]
)
def test_a_key_is_read_however_it_is_typed(line: str) -> None:
    """A key may have capitals, spaces before its colon, no-break spaces, and quotes around its value."""
    assert values(line) == {"titre": "Fête"}


@pytest.mark.parametrize(
    "value", ["Vélo : apprendre", "14:30", "non", "2026", "a # b", "l'eau", '"Oui" et "non"', "[a, b]", "https://a.fr/?b=c:d", "*étoile*"]
)
def test_every_value_stays_text(value: str) -> None:
    """Nothing of a value is turned into a number, a truth, a comment or a list."""
    assert values(f"titre: {value}") == {"titre": value}


@pytest.mark.parametrize("lines", ["tarif:\n  - 3 €\n  - 5 €", "tarif:\n- 3 €\n- 5 €", "tarif: - 3 €\n  - 5 €"])
def test_a_list_may_have_one_line_each(lines: str) -> None:
    """The items of a list may stand under their key, with or without indent."""
    assert values(lines) == {"tarif": "- 3 €\n- 5 €"}


def test_a_value_goes_on_with_indent() -> None:
    """An indented line goes on with the value before, even with a colon in it; chapters need no indent."""
    assert values("resume: Une phrase\n  qui continue\nhoraires:\n  lundi : 9h\nchapitres:\n00:00:00 Ouverture") == {
        "resume": "Une phrase\nqui continue",
        "horaires": "lundi : 9h",
        "chapitres": "00:00:00 Ouverture",
    }


def test_an_indented_known_key_is_a_key() -> None:
    """A header typed with indent throughout is read all the same."""
    assert values("  titre: Fête\n  debut: 28/11/2026") == {"titre": "Fête", "debut": "28/11/2026"}


def test_lines_are_counted_from_one() -> None:
    """Every key and the body know the line of the file where they stand."""
    header = read("\n---\ntitre: Fête\n\ndebut: 28/11/2026\n---\n\n\nOn danse.\n")
    assert [(field.key, field.line) for field in header.fields] == [("titre", 3), ("debut", 5)]
    assert (header.body, header.body_line) == ("On danse.", 9)


@pytest.mark.parametrize("fence", ["---", "--", "------", "–––", "—", "--- "])
def test_a_fence_may_be_what_the_keyboard_made_of_it(fence: str) -> None:
    """Two hyphens or more, or the dashes that a word processor makes of them, fence a header."""
    header = read(f"{fence}\ntitre: Fête\n{fence}\nOn danse.")
    assert (header.faults, header.body) == ((), "On danse.")


def test_a_post_of_pelican_needs_no_fence() -> None:
    """An existing Pelican post has its header above the first blank line."""
    header = read("Title: Fête\nDate: 2026-11-20 10:00\nTags: a, b\n\nOn danse.\n\nEncore : oui.\n")
    assert [(field.key, field.value) for field in header.fields] == [("title", "Fête"), ("date", "2026-11-20 10:00"), ("tags", "a, b")]
    assert (header.body, header.body_line) == ("On danse.\n\nEncore : oui.", 5)


def test_a_byte_order_mark_and_other_line_ends_do_not_matter() -> None:
    """A file from Windows reads like any other."""
    assert read("\ufeff---\r\ntitre: Fête\r\n---\r\nUn\r\ndeux\r\n") == read("---\ntitre: Fête\n---\nUn\ndeux\n")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("", 1, "Le fichier est vide."),
        ("\n \n", 1, "Le fichier est vide."),
        ("On danse.\n", 1, "Le fichier ne commence pas par un en-tête."),
        ("\n# Fête\n\nOn danse.\n", 2, "Un titre de texte (#) tient la place de l'en-tête."),
        ("---\n## Fête\n---\n", 2, "Un titre de texte (#) tient la place de l'en-tête."),
        ("---\ntitre: Fête\nsamedi\n---\n", 3, "« samedi » n'est pas une ligne « clé: valeur »."),
        ("---\ntitre: Fête\n\nOn danse.\n", 1, "L'en-tête ouvert ici par « --- » n'est jamais fermé."),
        ("---\ntitre: Fête\n\nOn danse.\n\n---\n\nFin.\n", 1, "L'en-tête ouvert ici par « --- » n'est jamais fermé."),
        ("---\ntitre: Fête\n", 1, "L'en-tête ouvert ici par « --- » n'est jamais fermé."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: str, line: int, what: str) -> None:
    """A line that cannot be read comes back with its number and what is wrong."""
    assert [(fault.line, fault.wrong.what) for fault in read(text).faults] == [(line, what)]


def test_a_heading_says_what_to_write() -> None:
    """A heading in the place of the header becomes its title."""
    (fault,) = read("## Titre : Soupe partagée ##\n").faults
    assert fault.wrong.instead == "Écrivez « titre: Soupe partagée » dans l'en-tête."


def test_an_unclosed_header_says_where_to_close_it() -> None:
    """A header that never closes is told the line before which it should."""
    (fault,) = read("---\ntitre: Fête\n\nOn danse.\n").faults
    assert "avant la ligne 4" in fault.wrong.instead


def test_all_faults_come_at_once() -> None:
    """Every unreadable line is told, not the first alone."""
    assert [fault.line for fault in read("---\nun\ntitre: x\ndeux\n---\n").faults] == [2, 4]


@given(st.text())
def test_the_reader_never_fails(text: str) -> None:
    """Any text at all gives a header."""
    read(text)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_no_line_is_lost(text: str) -> None:
    """Every word of a file is in a field, in the body, or under a fault."""
    header = read(text)
    kept = " ".join([*(f"{field.written} {field.value}" for field in header.fields), header.body])
    for word in clean(text).split():
        bare = word.strip('-.:|"')
        assert header.faults or bare.partition(":")[0] in kept


@given(st.text())
def test_the_body_is_whole(body: str) -> None:
    """No character of a body is lost or changed but blank lines around it, under both kinds of header."""
    lines = clean(body).split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    assert read(f"---\ntitre: x\n---\n{body}").body == "\n".join(lines).rstrip()
    assert read(f"Title: x\n\n{body}").body == "\n".join(lines).rstrip()
