"""What was made once is not made again, and nothing that lies there is trusted blindly."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.images import cache
from plugins.images.cache import UNUSED, clear, kept, name_of

MADE_OF = ("aaaa", 400, 300, "avif")


def never() -> bytes:
    """Fail: this was made before."""
    raise AssertionError


def make() -> bytes:
    """Return a picture."""
    return b"picture"


def test_what_was_made_is_taken_again(tmp_path: Path) -> None:
    """Of the same things it is the same picture."""
    assert kept(str(tmp_path / "images"), MADE_OF, make) == b"picture"
    assert kept(str(tmp_path / "images"), MADE_OF, never) == b"picture"


@pytest.mark.parametrize("other", [("bbbb", 400, 300, "avif"), ("aaaa", 401, 300, "avif"), ("aaaa", 400, 300, "webp")])
def test_of_other_things_it_is_another(tmp_path: Path, other: tuple[object, ...]) -> None:
    """Another picture, width or format is made."""
    kept(str(tmp_path), MADE_OF, make)
    assert kept(str(tmp_path), other, lambda: b"other") == b"other"


def test_other_makers_make_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of a library, or of this code, may write other bytes."""
    kept(str(tmp_path), MADE_OF, make)
    monkeypatch.setattr(cache, "_makers", lambda: "tomorrow's")
    assert kept(str(tmp_path), MADE_OF, lambda: b"better") == b"better"


def _shortened(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _foreign(path: Path) -> None:
    path.write_bytes(b"\x00" * 100)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [_shortened, _empty, _foreign, _folder])
def test_what_is_damaged_or_foreign_is_made_anew(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Each file knows whether it is whole."""
    kept(str(tmp_path), MADE_OF, make)
    harm(tmp_path / name_of(MADE_OF))
    assert kept(str(tmp_path), MADE_OF, make) == b"picture"


def test_without_a_disk_it_is_only_slower(tmp_path: Path) -> None:
    """A folder that cannot be made stops nothing."""
    (tmp_path / "file").write_text("")
    assert kept(str(tmp_path / "file"), MADE_OF, make) == b"picture"
    clear(tmp_path / "file", ())
    clear(tmp_path / "missing", ())


def test_it_does_not_grow_for_ever(tmp_path: Path) -> None:
    """What nobody has used for long goes, with what a kill left; what the site shows stays, and so does what is young."""
    needed, unused, young = (("a",), ("b",), ("c",))
    for made_of in (needed, unused, young):
        kept(str(tmp_path), made_of, make)
    (tmp_path / ".half.123").write_bytes(b"pict")
    for path in [tmp_path / name_of(needed), tmp_path / name_of(unused), tmp_path / ".half.123"]:
        os.utime(path, (path.stat().st_mtime - UNUSED - 10,) * 2)
    clear(tmp_path, [needed])
    assert {path.name for path in tmp_path.iterdir()} == {name_of(needed), name_of(young)}


def test_what_is_used_is_young_again(tmp_path: Path) -> None:
    """A picture that comes and goes is not made each time."""
    kept(str(tmp_path), MADE_OF, make)
    path = tmp_path / name_of(MADE_OF)
    os.utime(path, (path.stat().st_mtime - UNUSED - 10,) * 2)
    kept(str(tmp_path), MADE_OF, never)
    clear(tmp_path, ())
    assert path.exists()
