"""The public folder changes in one step, only changed bytes are written, and nothing leaves its folder."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.folders import BusyError, Folders, OutsideError, alone, inside, write

Files = dict[str, bytes]


def build(root: Path, files: Files) -> int:
    """Build once: put the files, prune, swap; return how many differ from the public ones."""
    folders = Folders(root / "output", root / "making")
    folders.begin()
    changed = sum(folders.put(path, content) for path, content in files.items())
    folders.prune()
    folders.swap()
    return changed


def content(folder: Path) -> Files:
    """Return every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


PATHS = st.sampled_from(["index.html", "a", "a/index.html", "a/b.ics", "c/d/e.xml", "c/d"])
FILES = st.dictionaries(PATHS, st.binary(max_size=4)).filter(lambda files: not any(f"{a}/" in b for a in files for b in files))


@given(builds=st.lists(FILES, min_size=1, max_size=5))
def test_the_public_folder_holds_exactly_the_last_build(builds: list[Files], tmp_path_factory: pytest.TempPathFactory) -> None:
    """After any sequence of builds the public folder holds the files of the last one, no more and no less."""
    root = tmp_path_factory.mktemp("site")
    for files in builds:
        build(root, files)
    assert content(root / "output") == builds[-1]


def test_an_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    """A file whose bytes stay the same keeps its time stamp through later builds, so that caches and rsync see no change."""
    build(tmp_path, {"same": b"1", "other": b"1"})
    os.utime(tmp_path / "output/same", ns=(10**18, 10**18))
    for other in (b"2", b"3", b"4"):
        build(tmp_path, {"same": b"1", "other": other})
        assert (tmp_path / "output/same").stat().st_mtime_ns == 10**18


def test_only_changed_files_count_as_changed(tmp_path: Path) -> None:
    """The number of changed files is that of the files whose bytes differ from the public ones."""
    build(tmp_path, {"a": b"1", "b": b"1"})
    assert build(tmp_path, {"a": b"1", "b": b"2"}) == 1
    assert build(tmp_path, {"a": b"1", "b": b"2"}) == 0


def test_a_file_of_another_plugin_is_kept(tmp_path: Path) -> None:
    """A file that a Pelican plugin writes by itself into the folder in the making is published too."""
    build(tmp_path, {"a": b"1"})
    folders = Folders(tmp_path / "output", tmp_path / "making")
    folders.begin()
    folders.put("a", b"1")
    (folders.making / "foreign").write_bytes(b"x")
    folders.prune()
    folders.swap()
    assert content(tmp_path / "output") == {"a": b"1", "foreign": b"x"}


def test_half_a_build_changes_nothing_public(tmp_path: Path) -> None:
    """A build that stops before the swap leaves the public folder to the byte, and the next one is not disturbed by it."""
    build(tmp_path, {"a": b"1", "b": b"1"})
    build(tmp_path, {"a": b"2", "b": b"2"})
    Folders(tmp_path / "output", tmp_path / "making").put("a", b"half")
    assert content(tmp_path / "output") == {"a": b"2", "b": b"2"}
    build(tmp_path, {"a": b"3", "b": b"2"})
    assert content(tmp_path / "output") == {"a": b"3", "b": b"2"}


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x", "a//b", "a/./b", "a\\b", "a\0b"])
def test_a_path_stays_inside(path: str, tmp_path: Path) -> None:
    """No output can be written outside its folder."""
    with pytest.raises(OutsideError):
        inside(tmp_path, path)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """Writing is whole or not at all: when the new content cannot be read, the old file stays."""
    target = tmp_path / "file"
    write(target, b"old")
    with pytest.raises(FileNotFoundError):
        write(target, tmp_path / "missing")
    assert target.read_bytes() == b"old"


def test_two_builds_do_not_run_at_once(tmp_path: Path) -> None:
    """A second build is told to wait while the first one runs, and may run after it."""
    with alone(tmp_path), pytest.raises(BusyError), alone(tmp_path):
        pass
    with alone(tmp_path):
        pass
