"""`inv new --from` as often as one likes: nothing changes that did not, and nothing that a person has written is lost."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from plugins.drafts import bringing
from plugins.drafts.disk import write_text
from plugins.drafts.starting import Wish
from tests.drafts.commands import Place, event
from tests.drafts.villeneuve import HERE

SOUP = "2026/soupe.md"


def test_events_become_drafts(place: Place) -> None:
    """Each event is a draft in the folder of its year, and the command says where."""
    assert place.bring(event(), event("deux", "Bal", "20270106T200000")) == 0
    assert set(place.texts()) == {SOUP, "2027/bal.md"}
    assert all("\nstatut: brouillon\n" in text for text in place.texts().values())
    assert "content/evenements/2026/soupe.md" in place.said


def test_a_second_time_changes_nothing(place: Place) -> None:
    """Not a byte and not a time stamp."""
    place.bring(event(), event("deux", "Bal"))
    before = place.state()
    assert place.bring(event(), event("deux", "Bal")) == 0
    assert place.state() == before
    assert "Inchangé : 2 événements." in place.said


def test_a_new_title_follows_the_source(place: Place) -> None:
    """A draft that nobody has touched is brought up to date in its place."""
    place.bring(event())
    place.bring(event(title="Soupe au chou"))
    assert list(place.texts()) == [SOUP]
    assert "titre: Soupe au chou\n" in place.texts()[SOUP]


@pytest.mark.parametrize("change", ["\nEt du pain.\n", "\r\n"])
def test_a_human_edit_stays(place: Place, change: str) -> None:
    """A draft that somebody has changed is left, and a change of its source is told."""
    place.bring(event())
    file = place.content / "evenements" / SOUP
    mine = file.read_text("utf-8") + "Un mot.\n" + change
    file.write_text(mine, "utf-8", newline="")
    place.bring(event())
    assert "a changé" not in place.said
    place.bring(event(title="Soupe au chou"))
    assert file.read_bytes() == mine.encode()
    assert "L'agenda d'origine a changé" in place.said


def test_line_ends_are_no_edit(place: Place) -> None:
    """A draft that a version control wrote with other line ends is still ours."""
    place.bring(event())
    file = place.content / "evenements" / SOUP
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    place.bring(event(title="Soupe au chou"))
    assert b"Soupe au chou" in file.read_bytes()


def test_a_renamed_draft_is_known(place: Place) -> None:
    """A draft is known by its UID, wherever it was put."""
    place.bring(event())
    folder = place.content / "evenements"
    (folder / SOUP).rename(folder / "2026/velours.md")
    place.bring(event(title="Soupe au chou"))
    assert list(place.texts()) == ["2026/velours.md"]
    assert "Soupe au chou" in place.texts()["2026/velours.md"]


def test_a_deleted_draft_does_not_come_back(place: Place) -> None:
    """Somebody threw it away on purpose; the command says how to have it again."""
    place.bring(event())
    (place.content / "evenements" / SOUP).unlink()
    place.bring(event(title="Soupe au chou"))
    assert place.texts() == {}
    assert ".reprises.json" in place.said


def test_an_event_of_ours_with_that_uid_stays(place: Place) -> None:
    """An event that was there before any import is its writer's, even where it has an error."""
    file = place.content / "evenements/2026/mienne.md"
    file.parent.mkdir(parents=True)
    for start in ("29/11/2026", "pas une date"):
        file.write_text(f"---\ntitre: Mienne\ndebut: {start}\nuid: un\n---\n", "utf-8")
        place.bring(event())
        assert list(place.texts()) == ["2026/mienne.md"]


@pytest.mark.parametrize("damage", [None, b"", b"{", b"[]", b"\xff"])
def test_a_lost_memory_harms_nothing(place: Place, damage: bytes | None) -> None:
    """Without what was remembered, drafts are known by their bytes, and others are left."""
    place.bring(event(), event("deux", "Bal"))
    mine = place.content / "evenements/2026/bal.md"
    mine.write_text(mine.read_text("utf-8") + "Un mot.\n", "utf-8")
    before = place.texts()
    place.memory.unlink() if damage is None else place.memory.write_bytes(damage)
    place.bring(event(), event("deux", "Bal"))
    assert place.texts() == before
    assert set(json.loads(place.memory.read_text("utf-8"))) == {"un"}


def test_a_kill_between_two_drafts_harms_nothing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is whole; the same command goes on where it stopped."""
    written: list[str] = []

    def stop(content: Path, path: str, text: str) -> None:
        if written:
            raise KeyboardInterrupt
        written.append(path)
        write_text(content, path, text)

    with monkeypatch.context() as patch:
        patch.setattr(bringing, "write_text", stop)
        assert place.bring(event(), event("deux", "Bal")) == 3
    assert list(place.texts()) == [SOUP]
    assert place.bring(event(), event("deux", "Bal")) == 0
    assert set(place.texts()) == {SOUP, "2026/bal.md"}
    assert [path for path in place.content.rglob("*") if path.name.endswith(".tmp")] == []


def test_two_events_of_one_name_have_two_addresses(place: Place) -> None:
    """The day stands before the name of the second, and is no part of its address."""
    place.bring(event(), event("deux", start="20261129T140000"), event("trois", start="20261129T180000"))
    assert set(place.texts()) == {SOUP, "2026/2026-11-29-soupe.md", "2026/2026-11-29-soupe-2.md"}


def test_the_same_event_written_by_hand_is_told(place: Place) -> None:
    """A text with the title and the day of a new draft is probably the same event."""
    file = place.content / "evenements/2026/soupe.md"
    file.parent.mkdir(parents=True)
    file.write_text("---\ntitre: Soupe\ndebut: 28/11/2026 14h\n---\n", "utf-8")
    place.bring(event())
    assert "Un autre texte a ce titre et ce jour" in place.said
    assert len(place.texts()) == 2


def test_a_folder_of_files_is_brought_in_whole(place: Place) -> None:
    """Good files come in, a broken one is told and gives the exit status, an event of two files comes once, hidden files do not count."""
    source = place.folder / "agendas"
    (source / "sous").mkdir(parents=True)
    calendar = f"BEGIN:VCALENDAR\r\n{event()}\r\nEND:VCALENDAR\r\n"
    (source / "a.ics").write_text(calendar, "utf-8")
    (source / "sous" / "b.ICS").write_text(calendar, "utf-8")
    (source / ".c.ics").write_text(f"BEGIN:VCALENDAR\r\n{event('caché')}\r\nEND:VCALENDAR\r\n", "utf-8")
    (source / "d.ics").write_text("<html>", "utf-8")
    (source / "e.docx").write_bytes(b"PK")
    assert place.run(source) == 1
    assert list(place.texts()) == [SOUP]
    for name in ("sous/b.ICS", "d.ics", "e.docx"):
        assert name in place.said


def test_everything_at_once(place: Place) -> None:
    """All the calendars of the tests come in together, and once more without a change; the site's reader has no error with any of them."""
    place.run(HERE)
    before = place.state()
    assert len(place.texts()) > 80
    place.run(HERE)
    assert place.state() == before


def test_a_new_season_goes_on(place: Place) -> None:
    """An endless series that nobody has touched goes on to the end of the season in which it is brought in again."""
    series = event("un", "Gym", "20260908T100000", "RRULE:FREQ=WEEKLY")
    place.bring(series)
    place.bring(series, day="22/11/2027")
    assert "jusqu'au 29/08/2028" in place.texts()["2026/gym.md"]


def test_nothing_is_written_outside_the_content(place: Place) -> None:
    """Neither a name nor a short cut leads a draft out of the folder."""
    outside = place.folder / "dehors"
    outside.mkdir()
    (place.content / "evenements").symlink_to(outside)
    assert place.bring(event("../../x", "../../../x")) == 3
    assert list(outside.iterdir()) == []
    (place.content / "evenements").unlink()
    place.bring(event("../../x", "../../../x"))
    assert list(place.texts()) == ["2026/x.md"]


def test_a_folder_that_cannot_be_written_is_told(place: Place) -> None:
    """A fault of the disk is a sentence and its own exit status."""
    (place.content / "evenements").write_text("un fichier", "utf-8")
    assert place.bring(event()) == 3
    assert "Le disque ne suit pas" in place.said


def test_a_draft_can_be_read_by_others(place: Place) -> None:
    """A draft has the rights that any new file has."""
    place.bring(event())
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((place.content / "evenements" / SOUP).stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("name", ["absent.ics", "note.txt"])
def test_what_is_no_source_is_wrong_use(place: Place, name: str) -> None:
    """A path that leads nowhere, or to another kind of file, is exit status 2."""
    (place.folder / "note.txt").write_text("x", "utf-8")
    assert place.run(place.folder / name) == 2


def test_a_source_goes_without_the_rest(place: Place) -> None:
    """A title makes no sense for many events."""
    assert place.run(place.folder, Wish(title="X")) == 2
