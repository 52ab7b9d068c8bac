"""A recording that cannot be one is refused at once, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.model.problem import Wrong
from plugins.studio.source import Source, check_whole, examine, is_cut_wave
from tests.studio.sounds import sound


@pytest.mark.parametrize(
    "data", [b"", b"bonjour", b"\xff\xfb\x90" * 3, b"#EXTM3U\nhttp://exemple.fr/a.mp3\n", b"ffconcat version 1.0\nfile /etc/passwd\n"]
)
def test_what_is_no_sound_is_refused(tmp_path: Path, data: bytes) -> None:
    """Empty, text, garbage, or a list that leads elsewhere: it is no recording."""
    path = tmp_path / "a.mp3"
    path.write_bytes(data)
    with pytest.raises(Wrong, match="n'est pas un fichier son"):
        examine(path)


@pytest.mark.parametrize("name", ["rien.wav", "."])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    """A wrong name, or a folder."""
    with pytest.raises(Wrong, match="n'existe pas"):
        examine(tmp_path / name)


@pytest.mark.parametrize("end", ["wav", "m4a"])
def test_a_file_cut_short_is_seen_at_once(tmp_path: Path, end: str) -> None:
    """A WAVE file says how long it should be; MPEG-4 writes what it holds at its end."""
    whole = sound(tmp_path / f"whole.{end}").read_bytes()
    path = tmp_path / f"cut.{end}"
    path.write_bytes(whole[: len(whole) // 4 * 2])
    with pytest.raises(Wrong, match="la fin manque"):
        examine(path)


def test_a_name_may_be_anything(tmp_path: Path) -> None:
    """Colons, spaces, dashes and percent signs in a name are the name's."""
    path = sound(tmp_path / "a.wav").rename(tmp_path / "-émission: n° 9 %d #1?.wav")
    assert examine(path).seconds == 4


@pytest.mark.parametrize("length", [0, 0xFFFFFFFF])
def test_a_recorder_may_not_know_the_end(length: int) -> None:
    """A WAVE file written without going back to its head is whole."""
    assert not is_cut_wave(b"RIFF" + length.to_bytes(4, "little") + b"WAVE", 100)
    assert is_cut_wave(b"RIFF" + (500).to_bytes(4, "little") + b"WAVE", 100)


@pytest.mark.parametrize(("said", "is_exact", "came"), [(60, True, 59.5), (60, False, 20), (0, True, 20), (3600, True, 3570)])
def test_a_guess_proves_nothing(said: float, is_exact: bool, came: float) -> None:
    """Only what a file really says of its length is held against it, and a second or a hundredth does not count."""
    check_whole(Source(Path("a.mp3"), "", said, is_exact, 1), came)


def test_less_than_a_second_is_too_short() -> None:
    """Apps refuse what lasts less than a second."""
    with pytest.raises(Wrong, match="moins d'une seconde"):
        check_whole(Source(Path("a.wav"), "", 0.5, True, 1), 0.5)
