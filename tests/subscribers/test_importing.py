"""Sheets of addresses, from any program."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.problem import Wrong
from plugins.subscribers.commands import erase_one, listing, remove
from plugins.subscribers.importing import bring_in
from plugins.subscribers.people import active
from plugins.subscribers.sheet import Line, read_lines
from plugins.subscribers.taking import Outcome, take_all
from tests.drafts.test_sheets import cells, packed
from tests.subscribers.house import NOON, PAPER, House
from tests.subscribers.test_people import memory

CONSENT = ("fiches d'adhésion", "15/09/2026", "fiche 2026")
NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("table", "text", "office"))


def ods(*tables: str) -> bytes:
    """Return a file of OpenDocument with these tables."""
    found = "".join(f"<table:table>{table}</table:table>" for table in tables)
    body = f"<office:body><office:spreadsheet>{found}</office:spreadsheet></office:body>"
    return packed(f"<office:document-content {NAMES}>{body}</office:document-content>".encode())


def test_every_line_is_accounted_for(house: House) -> None:
    """Added, already there, twice in the sheet, without an address, suppressed, bad: each is counted, and the last ones by their lines."""
    house.run(bring_in, house.sheet("courriel", "la@exemple.fr", "partie@exemple.fr", "effacee@exemple.fr"), *CONSENT)
    house.run(remove, "partie@exemple.fr")
    house.run(erase_one, "effacee@exemple.fr")
    sheet = house.sheet(
        "Nom;Courriel", "Ann;ann@exemple.fr", "Là;LA@exemple.fr", "Ann;Ann@Exemple.fr", "Bob;", ";", "Partie;partie@exemple.fr",
        "Effacée;Effacee@exemple.fr", "Mal;mal@exemple", "Pire;pire", "Zoé;zoé+lettre@münchen.de",
    )  # fmt: skip
    assert house.run(bring_in, sheet, *CONSENT) == 1
    assert house.said.splitlines() == [
        "2 adresses ajoutées.",
        "1 adresse déjà là.",
        "1 doublon dans le tableau (ligne 4).",
        "1 ligne sans adresse (ligne 5).",
        "2 adresses à ne plus reprendre :",
        "  ligne 7 : désabonné",
        "  ligne 8 : effacé à sa demande",
        "2 adresses à corriger :",
        "  ligne 9 : Il manque la fin de l'adresse, par exemple « .fr ».",
        "  ligne 10 : Il manque le signe « @ ».",
    ]
    assert "exemple.fr" not in house.said
    assert house.people() == {
        "la@exemple.fr": "active", "partie@exemple.fr": "left", "ann@exemple.fr": "active", "zoé+lettre@xn--mnchen-3ya.de": "active",
    }  # fmt: skip


def test_taking_it_in_again_adds_nothing(house: House) -> None:
    """The same sheet a second time changes no row."""
    sheet = house.sheet("a@exemple.fr", "b@exemple.fr")
    assert house.run(bring_in, sheet, *CONSENT) == 0
    with house.store() as connection:
        before = list(connection.iterdump())
    assert house.run(bring_in, sheet, *CONSENT) == 0
    assert house.said.startswith("0 adresse ajoutée.\n2 adresses déjà là.")
    with house.store() as connection:
        after = list(connection.iterdump())
    assert [line for line in after if "'opened'" not in line] == [line for line in before if "'opened'" not in line]


def test_nothing_is_taken_in_halfway() -> None:
    """A fault in the middle of a sheet leaves nobody of it."""

    def broken() -> object:
        yield Line(1, "a@exemple.fr")
        raise OSError

    store = memory()
    with pytest.raises(OSError):  # noqa: PT011  # any
        take_all(store, broken(), PAPER, NOON)  # type: ignore[arg-type]
    assert list(active(store)) == []
    store.close()


def test_consent_is_asked_for_once(house: House) -> None:
    """At a terminal, what was not said is asked for the whole sheet, and kept with each person."""
    house.answers = ["accueil", "1er octobre 2026"]
    assert house.run(bring_in, house.sheet("a@exemple.fr", "b@exemple.fr"), "", "", "") == 0
    with house.store() as connection:
        found = connection.execute("SELECT at, source, wording FROM consents").fetchall()
    assert found == [("2026-10-01", "accueil", "non conservé")] * 2


@pytest.mark.parametrize(
    ("consent", "said"),
    [
        (("", "", ""), "Il faut dire d'où viennent ces accords"),
        (("accueil", "", ""), "Il faut dire d'où viennent ces accords"),
        (("accueil", "23/11/2026", ""), "n'est pas encore passé"),
        (("accueil", "hier", ""), "« hier »"),
    ],
)
def test_without_consent_nobody_comes_in(house: House, consent: tuple[str, str, str], said: str) -> None:
    """Without a terminal, or for a day that is no day of the past, it is wrong use and nothing happens."""
    assert house.run(bring_in, house.sheet("a@exemple.fr"), *consent) == 2
    assert said in house.said
    assert not house.path.exists()


def test_a_file_that_is_no_sheet_is_told(house: House) -> None:
    """Something else than a table, one without addresses, or nothing at all is wrong use."""
    for file in (
        str(house.outside("rien.csv")),
        house.sheet("x", name="a.docx"),
        house.sheet("nom;ville", "Ann;Romilly"),
        house.sheet("", name="v.csv"),
    ):
        assert house.run(bring_in, file, *CONSENT) == 2
    Path(file).with_suffix(".ods").write_bytes(b"PK\x03\x04")
    assert house.run(bring_in, str(Path(file).with_suffix(".ods")), *CONSENT) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a@x.fr\nb@x.fr\n", [(1, "a@x.fr"), (2, "b@x.fr")]),
        ("\ufeffAdresse e-mail\r\na@x.fr\r\n", [(2, "a@x.fr")]),
        ("sep=,\nNom,E-mail\nAnn,a@x.fr\n", [(3, "a@x.fr")]),
        ("Membres 2026;;\n;;\nNom;Adresse;Mail\nAnn;3 rue;a@x.fr\n", [(4, "a@x.fr")]),
        ("Ann\ta@x.fr\nBob\tb@x.fr\n", [(1, "a@x.fr"), (2, "b@x.fr")]),
        ("courriel\na@x.fr; b@x.fr\n", [(2, "a@x.fr"), (2, "b@x.fr")]),
        ('courriel;nom\n"a@x.fr, b@x.fr";Ann\n', [(2, "a@x.fr"), (2, "b@x.fr")]),
        ("courriel\nAnn Bo <a@x.fr>\n", [(2, "Ann Bo <a@x.fr>")]),
        ("courriel\nann bo@x.fr\n", [(2, "ann bo@x.fr")]),
    ],
)
def test_the_column_of_addresses_is_found(text: str, found: list[tuple[int, str]]) -> None:
    """Under any usual heading or none, with any separator; several addresses of one cell are told apart, and nothing else is."""
    assert [(line.number, line.written) for line in read_lines("liste.csv", text.encode())] == found


def test_letters_of_windows_are_read() -> None:
    """A sheet that was saved in the encoding of Windows keeps its accents."""
    assert read_lines("l.csv", "prénom;courriel\nZoé;zoé@x.fr\n".encode("cp1252")) == [Line(2, "zoé@x.fr")]


def test_every_table_of_an_ods_is_read() -> None:
    """Tables without addresses are passed over."""
    data = ods(cells("Nom", "Courriel") + cells("Ann", "a@x.fr"), cells("rien"), cells("b@x.fr"))
    assert read_lines("l.ods", data) == [Line(2, "a@x.fr"), Line(1, "b@x.fr")]


def test_what_is_listed_can_be_taken_in(house: House) -> None:
    """The table that `list` writes is one that `import` reads, also with an address that a spreadsheet takes for a formula."""
    house.run(bring_in, house.sheet("=1+1@exemple.fr", "+b@exemple.fr", "c@exemple.fr"), *CONSENT)
    house.run(listing, str(house.outside("liste.csv")))
    assert house.run(bring_in, str(house.outside("liste.csv")), *CONSENT) == 0
    assert house.said.startswith("0 adresse ajoutée.\n3 adresses déjà là.")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from((".csv", ".tsv", ".txt", ".ods")))
def test_any_file_is_read_or_refused(data: bytes, ending: str) -> None:
    """Bytes of any kind give lines, or a sentence."""
    try:
        lines = read_lines(f"l{ending}", data)
    except Wrong:
        return
    assert all(line.number > 0 for line in lines)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=20), st.one_of(st.emails(), st.text(max_size=20))), max_size=15), st.sampled_from(";,\t"))
def test_any_sheet_is_taken_in_whole_and_once(entries: list[tuple[str, str]], delimiter: str) -> None:
    """Whatever stands in its cells, each line has one outcome, all of it again adds nothing, and who is added is active."""
    out = StringIO()
    table = csv.writer(out, delimiter=delimiter)
    table.writerows([("nom", "courriel"), *entries])
    try:
        lines = read_lines("l.csv", out.getvalue().encode("utf-8", "surrogatepass"))
    except Wrong:
        return
    store = memory()
    first = take_all(store, lines, PAPER, NOON)
    again = take_all(store, lines, PAPER, NOON)
    assert len(first) == len(lines)
    assert sum(one.outcome is Outcome.ADDED for one in first) == len(list(active(store)))
    assert not any(one.outcome is Outcome.ADDED for one in again)
    store.close()
