"""What a build keeps for the next is whole and its own, or it is nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.build.store import load, save, version

VERSION = b"v" * 16


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    """The same version of the code finds what it kept."""
    save(tmp_path / "kept", VERSION, {"a": (1, b"x")})
    assert load(tmp_path / "kept", VERSION) == {"a": (1, b"x")}


def test_another_version_finds_nothing(tmp_path: Path) -> None:
    """What other code kept is not read."""
    save(tmp_path / "kept", VERSION, 1)
    assert load(tmp_path / "kept", b"w" * 16) is None


@given(cut=st.integers(0, 60), noise=st.binary(max_size=8))
def test_a_damaged_file_is_nothing(cut: int, noise: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file cut anywhere, or with noise in it, counts as not there."""
    path = tmp_path_factory.mktemp("store") / "kept"
    save(path, VERSION, list(range(20)))
    whole = path.read_bytes()
    damaged = whole[:cut] + noise + whole[cut + len(noise) :] if noise else whole[:cut]
    path.write_bytes(damaged)
    assert load(path, VERSION) == (list(range(20)) if damaged == whole else None)


@pytest.mark.parametrize("name", ["a.py", "sub/letter.html"])
def test_a_change_of_the_code_is_another_version(name: str, tmp_path: Path) -> None:
    """The version covers every module, template and datum of the code."""
    (tmp_path / "sub").mkdir()
    (tmp_path / name).write_text("1")
    before = version({"code": tmp_path})
    (tmp_path / name).write_text("2")
    assert version({"code": tmp_path}) != before
