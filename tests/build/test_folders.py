"""The public folder changes in one step, only changed bytes are written, and nothing leaves its folder."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build import folders as engine
from plugins.build.folders import Folders, OutsideError, inside, write
from plugins.build.trees import Tree, walk

Files = dict[str, bytes]


def begun(root: Path, *, in_place: bool = False, ours_alone: bool = True, walked: Callable[[Path], Tree] = walk) -> Folders:
    """Return the folders at the beginning of a run."""
    folders = Folders(root / "output", root / ("output" if in_place else "making"), ours_alone=ours_alone, walked=walked)
    folders.begin()
    return folders


def finish(folders: Folders) -> int:
    """End a run; return how many files went."""
    gone = folders.prune()
    folders.swap()
    return gone


def build(root: Path, files: Files, *, in_place: bool = False, ours_alone: bool = True) -> int:
    """Build once: put the files, prune, swap; return how many differ from the public ones."""
    folders = begun(root, in_place=in_place, ours_alone=ours_alone)
    changed = sum(folders.put(path, content) for path, content in files.items())
    finish(folders)
    assert folders.now == walk(folders.public).looks
    return changed


def content(folder: Path) -> Files:
    """Return every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_one(root: Path, path: str) -> bool:
    """Return whether a file of both folders is one and the same."""
    return (root / "output" / path).samefile(root / "making" / path)


PATHS = st.sampled_from(["index.html", "a", "a/index.html", "a/b.ics", "c/d/e.xml", "c/d"])
FILES = st.dictionaries(PATHS, st.binary(max_size=4)).filter(lambda files: not any(f"{a}/" in b for a in files for b in files))
HOW = st.fixed_dictionaries({"in_place": st.booleans(), "ours_alone": st.booleans()})


@given(builds=st.lists(st.tuples(FILES, HOW), min_size=1, max_size=5))
def test_the_public_folder_holds_exactly_the_last_build(
    builds: list[tuple[Files, dict[str, bool]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """After any sequence of builds the public folder holds the files of the last one, no more, no less, and no empty folder; so in place."""
    root = tmp_path_factory.mktemp("site")
    for files, how in builds:
        build(root, files, **how)
    assert content(root / "output") == builds[-1][0]
    assert all(any(folder.iterdir()) for folder in (root / "output").rglob("*") if folder.is_dir())


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
    """A file that a Pelican plugin writes by itself into the folder in the making is published too, and goes when nobody writes it any more."""
    build(tmp_path, {"a": b"1"})
    folders = begun(tmp_path, ours_alone=False)
    folders.put("a", b"1")
    write(folders.making / "sub/foreign", b"x")
    assert finish(folders) == 0
    assert content(tmp_path / "output") == {"a": b"1", "sub/foreign": b"x"}
    assert folders.now == walk(folders.public).looks
    for _ in range(2):
        build(tmp_path, {"a": b"1"}, ours_alone=False)
        assert content(tmp_path / "output") == {"a": b"1"}


def test_half_a_build_changes_nothing_public(tmp_path: Path) -> None:
    """A build that stops before the swap leaves the public folder to the byte, and the next one is not disturbed by it."""
    build(tmp_path, {"a": b"1", "b": b"1"})
    build(tmp_path, {"a": b"2", "b": b"2"})
    half = begun(tmp_path)
    half.put("a", b"half")
    half.put("b", b"2")
    (half.making / ".c.tmp").write_bytes(b"ha")
    assert content(tmp_path / "output") == {"a": b"2", "b": b"2"}
    build(tmp_path, {"a": b"3", "b": b"2"})
    assert content(tmp_path / "output") == {"a": b"3", "b": b"2"}


def test_in_place_files_change_one_by_one(tmp_path: Path) -> None:
    """When the folder in the making is the public one, each file is replaced at once, unchanged ones stay, and orphans go at the end."""
    build(tmp_path, {"a": b"1", "same": b"1", "old/gone": b"1"}, in_place=True)
    same = (tmp_path / "output/same").stat()
    folders = begun(tmp_path, in_place=True)
    folders.put("a", b"2")
    folders.keep({"same": folders.before["same"]})
    assert content(tmp_path / "output") == {"a": b"2", "same": b"1", "old/gone": b"1"}
    assert finish(folders) == 1
    assert content(tmp_path / "output") == {"a": b"2", "same": b"1"}
    assert (tmp_path / "output/same").stat() == same
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_what_stays_is_not_copied(tmp_path: Path) -> None:
    """A file that stays the same is one file in both folders; what changes has its own in each."""
    build(tmp_path, {"same": b"1", "sub/same": b"1", "other": b"1"})
    build(tmp_path, {"same": b"1", "sub/same": b"1", "other": b"2"})
    assert [is_one(tmp_path, path) for path in ("same", "sub/same", "other")] == [True, True, False]


def test_what_stays_is_copied_where_it_must(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk without hard links the file is copied, with its time stamp."""
    build(tmp_path, {"same": b"1"})
    os.utime(tmp_path / "output/same", ns=(10**18, 10**18))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    build(tmp_path, {"same": b"1"})
    assert not is_one(tmp_path, "same")
    assert content(tmp_path / "output") == {"same": b"1"}
    assert (tmp_path / "output/same").stat().st_mtime_ns == 10**18


SITE = {"changed": b"1", "same": b"1", "sub/same": b"1"}


def changed_and_kept(folders: Folders) -> None:
    """Change one file of the site and keep the others: one as it stands, one by its bytes."""
    folders.put("changed", b"2")
    folders.put("same", b"1")
    folders.keep({"sub/same": folders.before["sub/same"]})


@pytest.mark.parametrize("builds", [1, 2, 3])
def test_where_others_write_no_file_is_shared(builds: int, tmp_path: Path) -> None:
    """Whatever another plugin does to the files in the making, what is public stays as it is until the swap; also files once shared."""
    for _ in range(builds):
        build(tmp_path, SITE)
    folders = begun(tmp_path, ours_alone=False)
    for path in walk(folders.making).looks:
        (folders.making / path).write_bytes(b"written over before")
    changed_and_kept(folders)
    for path in SITE:
        with (folders.making / path).open("ab") as file:
            file.write(b" and after")
        os.utime(folders.making / path, ns=(10**18, 10**18))
    assert content(tmp_path / "output") == SITE
    finish(folders)
    assert content(tmp_path / "output") == {"changed": b"2 and after", "same": b"1 and after", "sub/same": b"1 and after"}


@pytest.mark.parametrize("in_place", [False, True])
def test_a_copy_that_shares_files_with_the_site_stays(in_place: bool, tmp_path: Path) -> None:
    """A copy of the public folder made of hard links (cp -al, a snapshot) keeps its bytes and time stamps, whatever is built later."""
    build(tmp_path, SITE, in_place=in_place)
    (tmp_path / "copy/sub").mkdir(parents=True)
    for path in SITE:
        os.link(tmp_path / "output" / path, tmp_path / "copy" / path)
    before = walk(tmp_path / "copy").looks
    for data in (b"2", b"1", b"2", b"3"):
        build(tmp_path, dict.fromkeys(SITE, data), in_place=in_place)
    assert content(tmp_path / "copy") == SITE
    assert walk(tmp_path / "copy").looks == before


def harm_bytes(path: Path) -> None:
    """Change a file where it stands."""
    path.write_bytes(b"harm")


def harm_time(path: Path) -> None:
    """Touch a file."""
    os.utime(path, ns=(10**18, 10**18))


def harm_link(path: Path) -> None:
    """Put a link to a file of somebody's in its place."""
    path.rename(path.parent.parent / "mine")
    path.symlink_to("../mine")


@pytest.mark.parametrize("harm", [harm_bytes, harm_time, harm_link, Path.unlink])
@pytest.mark.parametrize("in_place", [False, True])
def test_a_harmed_file_is_put_right(harm: Callable[[Path], None], in_place: bool, tmp_path: Path) -> None:
    """A public file that somebody changed, touched, replaced or took away, also one that both folders share, is put right."""
    for _ in range(3):
        build(tmp_path, {"a": b"1"}, in_place=in_place)
    known = walk(tmp_path / "output").looks
    harm(tmp_path / "output/a")
    folders = begun(tmp_path, in_place=in_place)
    assert folders.before != known
    folders.put("a", b"1")
    finish(folders)
    assert content(tmp_path / "output") == {"a": b"1"}
    assert not (tmp_path / "output/a").is_symlink()
    assert content(tmp_path).get("mine", b"1") == b"1"


@pytest.mark.parametrize("place", ["output", "making"])
def test_nothing_is_written_through_a_link(place: str, tmp_path: Path) -> None:
    """A link to a folder elsewhere, in the place of one of the site's, is replaced by a folder; what lies elsewhere stays."""
    for data in (b"1", b"2"):
        build(tmp_path, {"sub/a": data, "sub/b": b"1"})
    (tmp_path / place / "sub").rename(tmp_path / "elsewhere")
    (tmp_path / place / "sub").symlink_to(tmp_path / "elsewhere")
    before = content(tmp_path / "elsewhere")
    for data in (b"3", b"4"):
        build(tmp_path, {"sub/a": data, "sub/b": b"1"})
        assert content(tmp_path / "output") == {"sub/a": data, "sub/b": b"1"}
        assert not (tmp_path / "output/sub").is_symlink()
    assert content(tmp_path / "elsewhere") == before


@pytest.mark.parametrize(("how", "walks"), [({}, 2), ({"in_place": True}, 1), ({"ours_alone": False}, 3)])
def test_each_folder_is_walked_once(how: dict[str, bool], walks: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run walks each of its folders once, the one in the making again when others may have written there."""
    build(tmp_path, SITE, **how)
    walked: list[Path] = []

    def noted(folder: Path) -> Tree:
        walked.append(folder)
        return walk(folder)

    monkeypatch.setattr(engine, "walk", noted)
    folders = begun(tmp_path, **how, walked=noted)
    changed_and_kept(folders)
    finish(folders)
    assert len(walked) == walks


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
