"""`inv new`: a draft to start from, asked for or given on the command line."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from uuid import UUID

import pytest

from plugins.drafts.blank import label, required, type_named
from plugins.drafts.compose import read_text
from plugins.drafts.starting import Wish
from plugins.model.library import TYPES, Type
from tests.drafts.commands import Place
from tests.drafts.villeneuve import CONTEXT


def wish(type_: str, title: str, *lines: str) -> Wish:
    """Return what is given on the command line."""
    return Wish(type_, title, lines)


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Let somebody at the terminal give these answers, and then leave."""
    given: Iterator[str] = iter(answers)

    def read(*_: object) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(builtins, "input", read)


def test_an_event_is_a_draft_of_its_own(place: Place) -> None:
    """It is a draft with a UID that nothing else has, in the folder of its year, and our reader takes it."""
    assert place.run(wish=wish("événement", "L'été : fête !", "debut: 28/11/2026 14h", "Début de rien: x")) == 2
    assert place.run(wish=wish("événement", "L'été : fête !", "Début: 28/11/2026 14h", "lieu: pont")) == 0
    (text,) = place.texts().values()
    assert list(place.texts()) == ["2026/l-ete-fete.md"]
    event, problems = read_text("evenements/2026/l-ete-fete.md", text, CONTEXT.town)
    assert event
    assert problems == []
    assert event.is_draft
    assert event.title == "L'été : fête !"
    assert UUID(event.uid).version == 4


def test_what_to_do_next_is_said(place: Place) -> None:
    """The command names the file, the keys that may be added, and how to publish."""
    place.run(wish=wish("page", "Bénévolat"))
    for said in ("content/pages/benevolat.md", "resume", "inv serve", "statut: brouillon"):
        assert said in place.said


def test_nothing_is_ever_overwritten(place: Place) -> None:
    """A text that is there stays, in whatever case its name is written."""
    (place.content / "pages").mkdir()
    (place.content / "pages/Benevolat.md").write_text("là avant", "utf-8")
    before = place.state()
    assert place.run(wish=wish("page", "Bénévolat")) == 2
    assert place.state() == before


@pytest.mark.parametrize("given", [Wish(), Wish("roman"), Wish("page"), Wish("evenement", "X"), wish("page", "X", "lieu: pont"),
                                   wish("evenement", "X", "debut: 31/02/2026")])  # fmt: skip
def test_without_a_terminal_a_missing_answer_is_wrong_use(place: Place, given: Wish) -> None:
    """Nothing is asked where nobody can answer, and nothing is written."""
    before = place.state()
    assert place.run(wish=given) == 2
    assert place.said
    assert place.state() == before


def test_at_a_terminal_everything_is_asked(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type, title and what else is required; what cannot be read is asked again."""
    answer(monkeypatch, "un roman", "4", "", "Soupe", "demain", "28/11/2026 14h")
    assert place.run(wish=Wish(may_ask=True)) == 0
    assert list(place.texts()) == ["2026/soupe.md"]
    assert "« demain » n'est pas une date." in place.said


def test_whoever_leaves_leaves_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+D in the middle writes nothing."""
    answer(monkeypatch, "page")
    before = place.state()
    assert place.run(wish=Wish(may_ask=True)) == 2
    assert place.state() == before


def test_a_day_may_be_todays(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual answer is shown, and an empty one takes it."""
    answer(monkeypatch, "")
    assert place.run(wish=Wish("actualite", "Bocaux", may_ask=True)) == 0
    assert "date: 22/11/2026\n" in (place.content / "actualites/bocaux.md").read_text("utf-8")


def test_what_the_site_refuses_is_not_written(place: Place) -> None:
    """An answer that only the town can judge is judged before anything is written."""
    before = place.state()
    assert place.run(wish=wish("evenement", "X", "debut: 28/11/2026", "lieu: nulle part")) == 1
    assert "nulle part" in place.said
    assert place.state() == before


@pytest.mark.parametrize(
    ("type_", "title", "lines", "path"),
    [
        ("numéro du Fil", "Au four", ("numero: 48", "date: 18/12/2026"), "fil/48/numero.md"),
        ("article", "Le pain", ("numero: 48", "date: 18/12/2026"), "fil/48/le-pain.md"),
        ("lettre", "Des jeux", ("semaine: 2026-s49", "accroche: Samedi on joue, et tout le reste de la semaine est dessous."), "lettres/2026-s49.md"),
        ("projet", "Mobilité", (), "projets/mobilite.md"),
        ("lieu", "Gymnase", ("ville: Villeneuve",), "lieux/gymnase.md"),
        ("actualité", "日本", ("date: 18/12/2026",), "actualites/actualite.md"),
    ],
)
def test_every_text_has_its_place(place: Place, type_: str, title: str, lines: tuple[str, ...], path: str) -> None:
    """A text goes where the guide says."""
    assert place.run(wish=wish(type_, title, *lines)) == 0
    assert (place.content / path).is_file()


@pytest.mark.parametrize("type_", TYPES, ids=label)
def test_every_type_has_a_name_and_a_title(type_: Type) -> None:
    """Each type of the model is found by what people call it, and asks for its title first."""
    assert type_named(label(type_)) is type_
    assert type_named(str(TYPES.index(type_) + 1)) is type_
    assert required(type_)[0].name in {"titre", "objet"}
