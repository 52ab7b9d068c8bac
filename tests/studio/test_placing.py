"""Files go to their places all together or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.lock import BusyError
from plugins.studio.placing import place, workshop
from tests.studio.sounds import digests


def prepared(folder: Path) -> list[tuple[Path, Path]]:
    """Return two moves, one onto a file that is there; what they move lies in `new`."""
    for name, text in (("new/a", "new a"), ("new/b", "new b"), ("home/a", "old a")):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return [(folder / "new/a", folder / "home/a"), (folder / "new/b", folder / "home/deep/b")]


def test_all_go_to_their_places(tmp_path: Path) -> None:
    """New ones stand there, and nothing is left where they were made."""
    place(prepared(tmp_path))
    assert (tmp_path / "home/a").read_text("utf-8") == "new a"
    assert (tmp_path / "home/deep/b").read_text("utf-8") == "new b"
    assert list((tmp_path / "new").iterdir()) == []


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("when", ["before", "after"])
def test_an_interruption_takes_everything_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, when: str) -> None:
    """Whatever step is interrupted, before or after a file has moved, the old files stand as they were."""
    moves = prepared(tmp_path)
    before = digests(tmp_path / "home")
    replace = Path.replace
    left = [count]

    def interrupted(self: Path, target: Path) -> Path:
        if self.parent.name != "new" or self.suffix == ".avant":
            return replace(self, target)
        left[0] -= 1
        if left[0] or when == "after":
            replace(self, target)
        if not left[0]:
            raise KeyboardInterrupt
        return target

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        place(moves)
    assert digests(tmp_path / "home") == before


def test_a_workshop_is_cleared_away(tmp_path: Path) -> None:
    """What a killed run left is gone at the next one, and nothing stays behind, whatever happens."""
    (tmp_path / ".studio").mkdir()
    (tmp_path / ".studio/son.mp3").write_text("left", "utf-8")

    def work() -> None:
        with workshop(tmp_path) as folder:
            assert [path.name for path in folder.iterdir()] == [".lock"]
            (folder / "son.mp3").write_text("half", "utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert list(tmp_path.iterdir()) == []


def test_one_at_a_time(tmp_path: Path) -> None:
    """Two recordings are not taken in at once, and the second one does not clear away the first one's work."""
    with workshop(tmp_path) as folder:
        (folder / "son.mp3").write_text("half", "utf-8")
        with pytest.raises(BusyError), workshop(tmp_path):
            pass
        assert (folder / "son.mp3").exists()
