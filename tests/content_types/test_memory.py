"""What is read again after a change, and what is not: the same object comes back when a text was not understood anew."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path
from posixpath import dirname

import pytest

from plugins.content_types import survey as surveying
from plugins.content_types import texts as reading_texts
from plugins.content_types.config import read_config
from plugins.content_types.found import Found
from plugins.content_types.markdown import Rendered
from plugins.content_types.memory import AROUND, Memory
from plugins.content_types.reading import Reading, read
from plugins.content_types.survey import survey
from plugins.model.entry import Entry
from tests.content_types.town import TOWN, copy_town, settings, write

PICTURE = (TOWN / "content/images/phare.png").read_bytes()
SOUP = "evenements/2026/soupe.md"
EVENT = "---\ntitre: Soupe\ndebut: 28/11/2026 14h\n{}---\n{}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the other town's content."""
    return copy_town(tmp_path)


def reading(content: Path, memory: Memory | None = None, **changed: object) -> Reading:
    """Return what is read, with what an earlier reading left."""
    return read(read_config(settings(PATH=str(content), **changed)), memory=memory)


def read_anew(content: Path, before: Reading, **changed: object) -> set[str]:
    """Return the paths of the texts that a second reading understands anew."""
    texts = reading(content, before.memory, **changed).memory.texts
    return {path for path, text in texts.items() if text is not before.memory.texts.get(path)}


def naming(before: Reading, *names: str) -> set[str]:
    """Return the paths of the texts that asked for one of these names."""
    return {path for path, text in before.memory.texts.items() if any(name in names for _, name in text.asked)}


def bodies(memory: Memory) -> dict[str, tuple[str, Rendered]]:
    """Return all bodies that a memory holds, by path."""
    return {path: body for kept in memory.folders.values() for path, body in kept.bodies.items()}


def test_nothing_is_read_again_when_nothing_changed(content: Path) -> None:
    """A second reading takes every text and every body from the first."""
    before = reading(content)
    assert read_anew(content, before) == set()
    again = bodies(reading(content, before.memory).memory)
    assert all(body is again[path] for path, body in bodies(before.memory).items())


def on_the_disk(memory: Memory, *without: str) -> Memory:
    """Return a memory as a later run finds it, without some parts: each part was pickled apart from the others."""
    return Memory.of({name: pickle.loads(pickle.dumps(part)) for name, part in memory.parts().items() if name not in without})


def changed_parts(before: Memory, after: Memory) -> set[str]:
    """Return the names of the parts that are others than before."""
    last = before.parts()
    return {name for name, part in after.parts().items() if part is not last.get(name)}


def test_what_comes_back_from_the_disk_is_not_read_again(content: Path) -> None:
    """Taken apart and put together, the memory knows every text and every body, and has nothing new to write down."""
    before = on_the_disk(reading(content).memory)
    after = reading(content, before).memory
    assert all(after.texts[path] is text for path, text in before.texts.items())
    assert all(bodies(after)[path] is body for path, body in bodies(before).items())
    assert changed_parts(before, after) == set()


def test_one_edit_writes_down_one_folder(content: Path) -> None:
    """After an edit the memory of that text's folder is another, also when that happens again; those of the others are the same."""
    write(content, SOUP, EVENT.format("", ""))
    memory = on_the_disk(reading(content).memory)
    for number in range(2):
        write(content, SOUP, EVENT.format("", f"Mot {number}."))
        last, memory = memory, reading(content, memory).memory
        assert changed_parts(last, memory) == {"evenements/2026"}


def test_a_folder_that_is_gone_has_no_part(content: Path) -> None:
    """What was remembered of a folder goes with it."""
    write(content, "evenements/1999/soupe.md", EVENT.format("", ""))
    before = on_the_disk(reading(content).memory)
    shutil.rmtree(content / "evenements/1999")
    assert before.parts().keys() - reading(content, before).memory.parts().keys() == {"evenements/1999"}


def test_a_folder_that_was_lost_is_read_again(content: Path) -> None:
    """A part that is damaged costs reading its folder, and nothing else; the result is the same."""
    write(content, SOUP, EVENT.format("", ""))
    first = reading(content)
    before = on_the_disk(first.memory, "evenements/2026")
    after = reading(content, before)
    assert {dirname(path) for path, text in after.memory.texts.items() if text is not before.texts.get(path)} == {"evenements/2026"}
    assert after.site == first.site


def test_without_what_is_around_the_texts_all_is_read_again(content: Path) -> None:
    """Texts tell nothing when nobody knows what they were read with."""
    assert on_the_disk(reading(content).memory, AROUND) == Memory()


def test_one_edit_reads_one_text(content: Path) -> None:
    """An edited text is read again, and no other."""
    before = reading(content)
    path = before.site.events[0].path
    write(content, path, (content / path).read_text("utf-8") + "\nUn mot de plus.\n")
    assert read_anew(content, before) == {path}


def test_a_folder_without_a_change_is_the_same(content: Path) -> None:
    """Beside an edit in another folder, texts and bodies of a folder are the very same as a whole, also when addresses have changed."""
    write(content, SOUP, EVENT.format("", ""))
    memory = reading(content).memory
    for path in (SOUP, "evenements/2026/autre.md"):
        write(content, path, EVENT.format("", "Un mot."))
        last, memory = memory, reading(content, memory).memory
        assert {name for name, kept in memory.folders.items() if kept is not last.folders[name]} == {"evenements/2026"}


def test_a_text_that_goes_is_forgotten(content: Path) -> None:
    """A text that was taken away is neither shown nor remembered, and its neighbours are not read again."""
    write(content, SOUP, EVENT.format("", ""))
    before = reading(content)
    (content / SOUP).unlink()
    after = reading(content, before.memory)
    assert (read_anew(content, before), before.memory.texts.keys() - after.memory.texts.keys()) == (set(), {SOUP})
    assert after.site == reading(content).site


def test_two_of_a_kind_are_seen_though_one_was_not_read_again(content: Path) -> None:
    """What must be single is compared in all folders, those that did not change too, and told as long as it is not."""
    write(content, SOUP, EVENT.format("uid: soupe\n", ""))
    before = reading(content)
    write(content, "evenements/1999/soupe.md", EVENT.format("uid: soupe\n", "").replace("2026", "1999"))
    after = reading(content, before.memory)
    assert before.problems == ()
    assert [(problem.file, problem.key) for problem in after.problems] == [(f"content/{SOUP}", "uid")]
    assert reading(content, after.memory).problems == after.problems


def test_all_cores_read_what_one_reads(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a text, it is understood alike, to the fingerprint."""
    alone = reading(content)
    monkeypatch.setattr(reading_texts, "WORTH_A_PROCESS", 1)
    together = reading(content)
    assert (together.site, together.problems, together.memory.texts) == (alone.site, alone.problems, alone.memory.texts)


def test_a_house_is_read_again_with_those_that_name_it(content: Path) -> None:
    """A new telephone reaches the texts of that house, and leaves those of the other."""
    before = reading(content)
    house = content / "maisons/le-phare.md"
    house.write_text(house.read_text("utf-8").replace("titre:", "resume: Au bord de l'eau.\ntitre:"), "utf-8")
    assert read_anew(content, before) == {"maisons/le-phare.md"} | naming(before, "le-phare", "")


def test_a_picture_that_comes_is_found(content: Path) -> None:
    """A text that named a missing picture has no problem any more once the picture is there; the others are left alone."""
    write(content, SOUP, EVENT.format("image: bol.png\nimage-alt: Un bol\n", ""))
    before = reading(content)
    assert [problem.key for problem in before.problems] == ["image"]
    write(content, "images/bol.png", PICTURE)
    after = reading(content, before.memory)
    assert after.problems == ()
    assert read_anew(content, before) == {SOUP}


def test_a_picture_that_goes_is_missed(content: Path) -> None:
    """A text whose picture was taken away has a problem, though the text is the same."""
    write(content, SOUP, EVENT.format("image: bol.png\nimage-alt: Un bol\n", "![Le même](/images/bol.png)"))
    write(content, "images/bol.png", PICTURE)
    before = reading(content)
    (content / "images/bol.png").unlink()
    assert [(problem.line, problem.key) for problem in reading(content, before.memory).problems] == [(4, "image"), (7, "")]


def test_a_setting_reads_everything_again(content: Path) -> None:
    """What a header means depends on the settings; what the preview shows does not change what it means."""
    before = reading(content)
    assert read_anew(content, before, DRAFTS=True) == set()
    assert read_anew(content, before, SCHOOL_ZONE="C") == set(before.memory.texts)


def test_a_text_not_in_utf8_has_its_problem_each_time(content: Path) -> None:
    """A problem is told as long as it is there."""
    write(content, SOUP, "---\ntitre: Été\n".encode("latin-1"))
    before = reading(content)
    assert [problem.line for problem in before.problems] == [2]
    assert reading(content, before.memory).problems == before.problems


def test_the_fingerprint_of_an_entry_is_that_of_what_it_is_made_of(content: Path) -> None:
    """Read anew or remembered, elsewhere or here, the same entry has the same fingerprint; another picture gives another one."""
    write(content, SOUP, EVENT.format("image: phare.png\nimage-alt: Un phare\n", ""))
    before = reading(content)
    elsewhere = reading(Path(shutil.copytree(content, content.parent / "ailleurs" / "content")))
    assert {path: text.fingerprint for path, text in before.memory.texts.items()} == {
        path: text.fingerprint for path, text in elsewhere.memory.texts.items()
    }
    write(content, "images/phare.png", PICTURE + b"\n")
    after = reading(content, before.memory)
    assert after.memory.texts[SOUP].fingerprint != before.memory.texts[SOUP].fingerprint
    assert isinstance(after.memory.texts[SOUP].item, Entry)


def test_a_file_is_read_again_when_its_bytes_may_have_changed(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Same size and same time of writing are not enough to be taken for the same: the time of change counts, which nobody sets back."""
    monkeypatch.setattr(surveying, "RECENT", 0)
    write(content, SOUP, EVENT.format("", "Un mot."))
    before = survey(content, Found())
    assert survey(content, before).seen(SOUP) is before.seen(SOUP)
    stamp = (content / SOUP).stat().st_mtime_ns
    write(content, "autre", EVENT.format("", "Un nom."))
    (content / "autre").replace(content / SOUP)
    os.utime(content / SOUP, ns=(stamp, stamp))
    assert survey(content, before).digest != before.digest


def test_a_file_just_written_is_not_trusted(content: Path) -> None:
    """Two writes in a row may look the same from outside, so a young file is read each time."""
    write(content, SOUP, EVENT.format("", ""))
    before = survey(content, Found())
    assert (young := before.seen(SOUP))
    assert young.look == ()
    assert survey(content, before).digest == before.digest


def test_a_recording_and_its_sidecar_change_together(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sidecar is read again when the audio beside it comes, goes or changes."""
    monkeypatch.setattr(surveying, "RECENT", 0)
    write(content, "bobine/audio/un.mp3.json", '{"bytes": 3, "seconds": 60, "sha256": "aa"}')
    absent = survey(content, Found())
    write(content, "bobine/audio/un.mp3", b"abc")
    here = survey(content, absent)
    assert [found.recordings["bobine/audio/un.mp3"].is_here for found in (absent, here)] == [False, True]
    write(content, "bobine/audio/un.mp3", b"abcd")
    assert [problem.file for problem in survey(content, here).problems] == ["content/bobine/audio/un.mp3.json"]
