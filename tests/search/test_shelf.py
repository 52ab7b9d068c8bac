"""An index is made once, and again only when it is not whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.search.shelf import KEPT, LIST, kept

FILES = {"a.js": b"un", "index/b": b"deux"}


class Maker:
    """Makes files, and counts how often."""

    def __init__(self) -> None:
        """Start with nothing made."""
        self.count = 0

    def __call__(self) -> Mapping[str, bytes]:
        """Return the files."""
        self.count += 1
        return FILES


def test_it_is_made_once(tmp_path: Path) -> None:
    """The second time the same files are there without being made."""
    make = Maker()
    first, second = kept(tmp_path, "x", make), kept(tmp_path, "x", make)
    assert first == second
    assert set(first) == set(FILES)
    assert make.count == 1
    assert {path: (tmp_path / "x" / path).read_bytes() for path in first} == FILES


@pytest.mark.parametrize("path", [*FILES, LIST])
@pytest.mark.parametrize("damage", ["gone", "other", "cut"])
def test_a_damaged_one_is_made_again(tmp_path: Path, path: str, damage: str) -> None:
    """A file that is missing, changed or cut short, the list too, costs making it again and nothing else."""
    make = Maker()
    whole = kept(tmp_path, "x", make)
    file = tmp_path / "x" / path
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(b"[]" if damage == "other" else b"")
    assert kept(tmp_path, "x", make) == whole
    assert make.count == 2


def test_what_a_kill_left_half_made_is_cleared(tmp_path: Path) -> None:
    """What was being written under another name does no harm, and goes."""
    (tmp_path / ".x.tmp" / "index").mkdir(parents=True)
    (tmp_path / ".y.tmp").mkdir()
    kept(tmp_path, "x", Maker())
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_only_the_newest_stay(tmp_path: Path) -> None:
    """The folder of this build stays, and the one before it."""
    for name in ("a", "b", "c", "d"):
        kept(tmp_path, name, Maker())
    assert len(list(tmp_path.iterdir())) == KEPT
    assert (tmp_path / "d").is_dir()
