"""The index as Pagefind makes it, asked as the page asks."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pagefind_bin
import pytest

from plugins.search.bundle import bundle
from plugins.search.pagefind import PagefindError, index_of
from plugins.search.record import Kind, Record
from tests.search.asking import answers, record, write_index

ALIKE = (
    ("œuvre", "oeuvres"), ("événement", "evenements"), ("évènement", "EVENEMENT"), ("l’atelier", "ateliers"), ("cuisine", "cuisiner"),
    ("réparer", "répare"), ("vélo", "vélos"), ("jeu", "jeux"), ("ami", "amis"), ("journal", "journaux"), ("inscription", "inscriptions"),
    ("bénévole", "bénévoles"), ("chanter", "chante"), ("aujourd'hui", "aujourd’hui"), ("Saint-Nicolas", "saint nicolas"),
    ("français", "francaise"), ("gratuit", "gratuite"),
)  # fmt: skip
"""What finds each other, either way."""
UNLIKE = (("jardin", "jardinage"), ("travail", "travaux"), ("œil", "yeux"), ("cuisiner", "cuisinons"), ("cuisine", "cuisinent"), ("lire", "lecture"))
"""What the French stemmer keeps apart; whoever types the beginning of a word finds the longer ones, when nothing has it as it is."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an index with a page for each word above."""
    words = dict.fromkeys(word for pair in (*ALIKE, *UNLIKE) for word in pair)
    pages = [record(f"page {number}", word, address=f"/{word}/") for number, word in enumerate(words)]
    shown = (record("Soupe partagée", "de la place"), record("Repas", "sans rien"), record("Réparer son vélo d’hiver"))
    return write_index(tmp_path_factory.mktemp("index"), (*pages, *shown))


def test_forms_of_a_word_find_each_other(index: Path) -> None:
    """Plurals, verb forms, accents, ligatures and apostrophes make no difference."""
    found = dict(zip((words := [word for pair in ALIKE for word in pair]), answers(words, index), strict=True))
    missed = [pair for pair in ALIKE for asked, other in (pair, pair[::-1]) if f"/{other}/" not in str(found[asked])]
    assert missed == []


def test_what_the_stemmer_keeps_apart(index: Path) -> None:
    """Other words of a family, irregular plurals and the third person plural are words of their own: that is as far as it goes."""
    found = answers([pair[0] for pair in UNLIKE], index)
    assert [pair for pair, asked in zip(UNLIKE, found, strict=True) if f"/{pair[1]}/" in str(asked)] == []


def test_words_that_merely_begin_alike_come_only_when_nothing_else_does(index: Path) -> None:
    """« repas » does not find « réparer », and « partag » finds « partagée »."""
    repas, beginning = answers(["repas", "partag"], index)
    assert repas == ["/Repas/"]
    assert beginning == ["/Soupe-partagée/"]


def test_weak_words_need_not_be_there(index: Path) -> None:
    """« où réparer le vélo » asks for what matters; a question of weak words alone asks for them."""
    asked = answers(["où réparer le vélo ?", "sans"], index)
    assert asked == [["/Réparer-son-vélo-d’hiver/"], ["/Repas/"]]


def test_the_same_records_give_the_same_bytes() -> None:
    """Pagefind is asked twice and answers the same, whatever the order of its tables."""
    records = [record(f"titre {number}", "mots " * number, f"a{number}") for number in range(40)]
    assert bundle(index_of(records), records, ()) == bundle(index_of(records), records, ())


def test_only_what_the_page_asks_for_is_published() -> None:
    """No ready-made page, no worker, no other language; fragments carry what is shown and not the text."""
    records = [record("titre", "mot secret")]
    files = bundle(index_of(records), records, ())
    tops = {path.partition("/")[0].partition("_")[0] for path in files}
    assert tops == {"pagefind.js", "pagefind-entry.json", "pagefind.fr", "wasm.fr.pagefind", "index", "fragment", "fiches.json"}
    (fragment,) = (content for path, content in files.items() if path.startswith("fragment/"))
    assert len(fragment) < 250


def test_facts_tell_results_apart() -> None:
    """Kind, houses and last day stand beside the index, by the name that Pagefind gave the record."""
    one = Record("/a/", Kind.EVENT, "A", "", (), houses=("gare",), last=date(2026, 12, 8))
    files = bundle(index_of([one]), [one], (("pont", "Le Pont"), ("gare", "La Gare")))
    facts = json.loads(files["fiches.json"])
    (path,) = (path for path in files if path.startswith("fragment/"))
    assert facts["fiches"] == {path.removeprefix("fragment/").removesuffix(".pf_fragment"): [0, [1], "2026-12-08"]}
    assert facts["maison"][1] == ["gare", "La Gare"]
    assert facts["type"][0] == ["event", "Rendez-vous", "Rendez-vous"]


@pytest.mark.parametrize("program", ["/nowhere/pagefind", "/bin/false", "/bin/true", "/etc/passwd"])
def test_a_program_that_does_not_work_is_told(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Missing, failing, silent or no program at all: one error, which the build makes a sentence of."""
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: Path(program))
    with pytest.raises(PagefindError):
        index_of([record("titre")] * 400)
