"""`inv newsletter.new`, `.build` and `.preview`: what they write, say, and how they end."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from msgspec import Struct, field
from rich.console import Console

from plugins.desk.building import build
from plugins.desk.previewing import preview
from plugins.desk.starting import start
from tests.content_types.town import copy_town, settings, write

LETTER = """---
semaine: 2026-s49
objet: Au Val cette semaine
accroche: Mercredi on écoute, samedi on répare, dimanche on se repose.
statut: brouillon
---
Bonjour.
"""


class Desk(Struct):
    """The other town's content in a folder of the test."""

    folder: Path
    said: str = ""
    changed: dict[str, object] = field(default_factory=dict)

    @property
    def content(self) -> Path:
        """Its content folder."""
        return self.folder / "content"

    def run(self, command: Callable[..., int], *given: object) -> int:
        """Run a command with the town's settings and return its exit status."""
        stream = StringIO()
        town = settings(PATH=str(self.content), OUTPUT_PATH=str(self.folder / "output"), **self.changed)
        status = command(town, Console(file=stream, width=300), *given)
        self.said = stream.getvalue()
        return status


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk with one letter, that of the coming Thursday."""
    monkeypatch.delenv("BUILD_DATE", raising=False)
    copy_town(tmp_path)
    return Desk(tmp_path)


def letters(desk: Desk) -> list[str]:
    """Return the names of the letters' files."""
    return sorted(path.name for path in (desk.content / "lettres").iterdir())


def test_new_writes_a_draft_of_the_next_letter(desk: Desk) -> None:
    """It says where, what the letter will show, and what to do."""
    assert desk.run(start) == 0

    text = (desk.content / "lettres/2026-s49.md").read_text("utf-8")
    assert "statut: brouillon\nsemaine: 2026-s49\nobjet: " in text
    assert text.endswith("---\nBonjour,\n\n[Votre mot de la semaine, à la place de cette ligne]\n")
    assert "content/lettres/2026-s49.md" in desk.said
    assert "La lettre du jeudi 3 décembre 2026 montrera" in desk.said
    assert "inv newsletter.preview -s 2026-s49" in desk.said


def test_new_never_overwrites(desk: Desk) -> None:
    """Each call begins one more letter; a file that cannot be read keeps its place too."""
    write(desk.content, "lettres/2026-S50.md", "rien de lisible")
    before = (desk.content / "lettres/2026-s48.md").read_bytes()
    assert [desk.run(start), desk.run(start)] == [0, 0]

    assert letters(desk) == ["2026-S50.md", "2026-s48.md", "2026-s49.md", "2026-s51.md"]
    assert (desk.content / "lettres/2026-s48.md").read_bytes() == before
    assert "« inv check » les dit toutes" in desk.said


def test_a_letter_that_carries_an_issue_takes_no_week(desk: Desk) -> None:
    """Both may go out on one Thursday."""
    write(desk.content, "lettres/le-fil-12.md", LETTER.replace("---\nsemaine", "---\nnumero: 12\nsemaine", 1))

    assert desk.run(start) == 0
    assert "2026-s49.md" in letters(desk)


def test_a_draft_without_its_editorial_builds_nothing_when_published(desk: Desk) -> None:
    """What nobody has written cannot go out by mistake."""
    desk.run(start)
    path = desk.content / "lettres/2026-s49.md"
    path.write_text(path.read_text("utf-8").replace("statut: brouillon\n", ""), "utf-8")
    desk.run(preview, None, "2026-s49")

    assert "Le mot de la lettre n'est pas écrit" in desk.said


@pytest.mark.parametrize("command", [(start,), (build, lambda: 0, ""), (preview, None, "")], ids=["new", "build", "preview"])
def test_a_town_without_a_letter_is_told_so(command: tuple[Callable[..., int], ...], desk: Desk) -> None:
    """Nothing is written."""
    desk.changed = {"LETTER": None}

    assert desk.run(*command) == 2
    assert "Ce site n'envoie pas de lettre." in desk.said
    assert letters(desk) == ["2026-s48.md"]


def built(desk: Desk) -> int:
    """Put a letter's files where a build puts them, and return the exit status of a build."""
    for end in ("html", "txt", "eml"):
        write(desk.folder / "build/lettres/2026-s48", f"lettre.{end}", "x" * 2000)
    return 0


def test_build_tells_of_all_letters(desk: Desk) -> None:
    """One line each: subject, size, what is in it."""
    assert desk.run(build, lambda: built(desk), "") == 0
    assert "2026-s48 : « Cette semaine au Val : des contes et des fils » (2 ko, " in desk.said.replace("\u00a0", " ")


def test_build_tells_more_of_one_letter(desk: Desk) -> None:
    """Each file with what it is, and the page."""
    assert desk.run(build, lambda: built(desk), "2026-s48") == 0
    assert "Lettre du jeudi 26 novembre 2026 : « Cette semaine au Val" in desk.said
    assert all(f"build/lettres/2026-s48/lettre.{end} : " in desk.said for end in ("html", "txt", "eml"))
    assert "Sur le site : /lettre/2026-s48/" in desk.said


def test_build_tells_when_the_page_appears(desk: Desk) -> None:
    """A letter is on the site from the week before it goes out."""
    desk.changed = {"BUILD_DATE": "2026-11-18"}

    assert desk.run(build, lambda: built(desk), "2026-s48") == 0
    assert "Sur le site, à partir du jeudi 19 novembre 2026 : /lettre/2026-s48/" in desk.said


def test_build_ends_as_the_build_does(desk: Desk) -> None:
    """When the site is not built, nothing is told of letters that would be old."""
    assert desk.run(build, lambda: 1, "") == 1
    assert desk.said == ""


@pytest.mark.parametrize(("wanted", "said"), [("2026-s49", "inv newsletter.preview -s 2026-s49"), ("2026-s20", "n'existe pas")])
def test_build_makes_no_draft_and_nothing_unknown(wanted: str, said: str, desk: Desk) -> None:
    """What is built may be sent, so a draft is shown by the preview alone; the site is not built for nothing."""
    write(desk.content, "lettres/2026-s49.md", LETTER)

    assert desk.run(build, lambda: pytest.fail("built"), wanted) == 2
    assert said in desk.said


def test_preview_shows_a_draft(desk: Desk) -> None:
    """The newest letter without a name; the page is shown where it was written."""
    write(desk.content, "lettres/2026-s49.md", LETTER)
    shown: list[str] = []
    page = desk.folder / "build/apercu-lettres/2026-s49/index.html"

    assert desk.run(preview, shown.append, "") == 0
    assert shown == [page.as_uri()]
    assert "brouillon" in page.read_text("utf-8")
    assert str(page) in desk.said


def test_preview_without_a_browser(desk: Desk) -> None:
    """The page is written all the same, twice the same bytes, and where it lies is said."""
    runs = []
    for _ in range(2):
        assert desk.run(preview, None, "2026-s48") == 0
        runs.append({path.name: path.read_bytes() for path in (desk.folder / "build/apercu-lettres/2026-s48").iterdir()})

    assert runs[0] == runs[1]
    assert desk.said.strip().endswith("index.html")


def test_preview_tells_what_is_wrong_with_the_letter(desk: Desk) -> None:
    """Of this letter alone, and shows it all the same where it can."""
    write(desk.content, "lettres/2026-s49.md", LETTER.replace("statut", "a-la-une: personne\nstatut"))
    write(desk.content, "lettres/2026-s50.md", LETTER.replace("s49", "s50").replace("statut", "masquer: rien\nstatut"))

    assert desk.run(preview, None, "2026-s49") == 0
    assert "« personne » : aucun événement ni texte ne porte ce nom." in desk.said
    assert "« rien »" not in desk.said


def test_preview_of_an_issue_that_is_not_there(desk: Desk) -> None:
    """What cannot be shown is told, with what to correct."""
    write(desk.content, "lettres/le-fil-99.md", LETTER.replace("statut", "numero: 99\nstatut"))

    assert desk.run(preview, None, "le-fil-99") == 2
    assert "Le numéro 99 n'existe pas" in desk.said
    assert not (desk.folder / "build/apercu-lettres").exists()
