"""A site that was taken over into the next one before anybody knew what stays ends as the next one."""

import os
from itertools import chain, repeat
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.build.ahead import taken_over
from plugins.build.folders import Folders
from plugins.build.trees import walk

Site = dict[str, bytes]
FREE = {"a": b"1", "b/c": b"1", "d": b"1"}


def is_possible(site: Site) -> bool:
    """Return whether no path is both a file and a folder."""
    return not any(other.startswith(f"{path}/") for path in site for other in site)


SITES = st.dictionaries(st.sampled_from(["a", "a/b", "a/b/c", "b", "b/c", "d"]), st.sampled_from([b"1", b"2", b"33"])).filter(is_possible)


def write(folder: Path, site: Site) -> None:
    """Write files."""
    for path, content in site.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def content(folder: Path) -> Site:
    """Return the files that lie in a folder."""
    return {path: (folder / path).read_bytes() for path in walk(folder).looks}


@given(SITES, SITES, SITES)
@example({"a": b"1"}, {"a/b": b"1"}, {"d": b"1"})
@example({"a/b": b"1"}, {"a": b"1"}, {"a/b": b"2"})
def test_what_comes_is_what_was_made(before_last: Site, last: Site, new: Site) -> None:
    """Whatever lay there, what stays, what changes and what goes, files that become folders and folders that become files too."""
    with TemporaryDirectory() as temporary:
        public, making = Path(temporary, "output"), Path(temporary, "suivant")
        public.mkdir()
        write(public, last)
        write(making, before_last)
        tree = taken_over(public, making, walk(public))
        assert (content(making), tree) == (content(making) | last, walk(making))
        folders = Folders(public, making, walked=lambda folder: tree if folder == making else walk(folder))
        folders.begin()
        folders.keep({path: folders.before[path] for path, data in new.items() if last.get(path) == data})
        for path, data in new.items():
            folders.put(path, data)
        folders.prune()
        folders.swap()
        assert content(public) == new
        assert content(making) == last


def test_nothing_is_copied(tmp_path: Path) -> None:
    """A file that is taken over has two names, and its time stamp."""
    write(tmp_path / "output", FREE)
    taken_over(tmp_path / "output", tmp_path / "suivant", walk(tmp_path / "output"))
    assert all((tmp_path / "suivant" / path).samefile(tmp_path / "output" / path) for path in FREE)


@pytest.fixture
def orphaned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have whoever waits be killed after two files."""
    parents = chain(repeat(7, 3), repeat(1))
    monkeypatch.setattr(os, "getppid", lambda: next(parents))


@pytest.mark.usefixtures("orphaned")
def test_it_ends_with_who_waits_for_it(tmp_path: Path) -> None:
    """The next build has the folder for itself."""
    write(tmp_path / "output", FREE)
    taken_over(tmp_path / "output", tmp_path / "suivant", walk(tmp_path / "output"))
    assert len(content(tmp_path / "suivant")) == 2
