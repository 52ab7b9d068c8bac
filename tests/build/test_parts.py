"""What is kept in parts: those that did not change are not written again, and those that are not what the list says are not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.build.parts import LIST, Parts

VERSION = b"v" * 16


def files(folder: Path) -> dict[str, bytes]:
    """Return what the folder holds."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def old(folder: Path) -> set[str]:
    """Return the names of the files that are as old as can be."""
    return {path.name for path in folder.iterdir() if path.stat().st_mtime == 0}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two parts."""
    Parts(tmp_path / "kept", VERSION).save({"a/b": [1], "c": [2]})
    return tmp_path / "kept"


def test_parts_come_back(folder: Path) -> None:
    """The same version finds every part by its name; another version finds none."""
    assert Parts(folder, VERSION).load() == {"a/b": [1], "c": [2]}
    assert Parts(folder, b"w" * 16).load() == {}


def test_only_what_changed_is_written(folder: Path) -> None:
    """A part that is the very object that was loaded, or saved before, keeps its file."""
    parts = Parts(folder, VERSION)
    kept = parts.load()
    for number in range(2):
        for name in files(folder):
            os.utime(folder / name, (0, 0))
        parts.save({**kept, "c": [3 + number]})
        assert len(old(folder) - {LIST}) == 1
    assert Parts(folder, VERSION).load() == {"a/b": [1], "c": [4]}


def test_a_part_that_is_gone_leaves_nothing(folder: Path) -> None:
    """What is not in the list is deleted, whatever it is."""
    (folder / "old/deep").mkdir(parents=True)
    parts = Parts(folder, VERSION)
    parts.save({"c": parts.load()["c"]})
    assert Parts(folder, VERSION).load() == {"c": [2]}
    assert len(files(folder)) == 2


def test_a_part_newer_than_the_list_is_not_there(folder: Path) -> None:
    """After a kill before the list was written, the parts it does not speak of are not taken for those it does."""
    listed = (folder / LIST).read_bytes()
    parts = Parts(folder, VERSION)
    parts.save({**parts.load(), "c": [3]})
    (folder / LIST).write_bytes(listed)
    assert Parts(folder, VERSION).load() == {"a/b": [1]}


def test_a_part_under_the_name_of_another_is_not_there(folder: Path) -> None:
    """Each file must be the one that the list says, whole as it may be."""
    one, other = (folder / name for name in files(folder) if name != LIST)
    one.write_bytes(other.read_bytes())
    assert len(Parts(folder, VERSION).load()) == 1


def test_a_part_that_cannot_be_written_is_not_in_the_list(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full for one part, what stood in its place before is not taken for it."""
    parts = Parts(folder, VERSION)
    kept = parts.load()
    replace = Path.replace
    monkeypatch.setattr(Path, "replace", lambda path, target: replace(path, target) if target.name == LIST else full())
    parts.save({**kept, "c": [3]})
    assert Parts(folder, VERSION).load() == {"a/b": [1]}


def full() -> Path:
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("place", ["", LIST, "part"])
def test_what_stands_in_the_way_is_cleared_away(place: str, tmp_path: Path) -> None:
    """A file where the folder goes, or a folder where a file goes, does not keep the parts from being kept."""
    folder = tmp_path / "kept"
    if place:
        Parts(folder, VERSION).save({"c": [1]})
        path = next(path for path in folder.iterdir() if (path.name == LIST) == (place == LIST))
        path.unlink()
        (path / "full").mkdir(parents=True)
    else:
        folder.write_text("a file of an earlier version")
    parts = Parts(folder, VERSION)
    parts.load()
    parts.save({"c": [2]})
    assert Parts(folder, VERSION).load() == {"c": [2]}


@pytest.mark.parametrize("name", ["../out", "é" * 300, "\udce9"])
def test_a_part_may_have_any_name(name: str, tmp_path: Path) -> None:
    """A folder of the content may be called as it likes: its part stays inside."""
    Parts(tmp_path / "kept", VERSION).save({name: 1})
    assert Parts(tmp_path / "kept", VERSION).load() == {name: 1}
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
