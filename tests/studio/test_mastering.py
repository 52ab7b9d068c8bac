"""Whatever comes in goes out as an MP3 at the level of podcasts, by a measurement of its own."""

from __future__ import annotations

import json
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from plugins.model.problem import Wrong
from plugins.studio.mastering import master
from plugins.studio.progress import Steps
from plugins.studio.source import examine
from tests.studio.sounds import CLICKS, FADE, NOISE, QUIET, SILENCE, TONE, WHISPER_AND_SHOUT, loudness, sound

QUIETLY = Steps(Console(file=StringIO()))


@pytest.mark.parametrize("source", [TONE, NOISE, QUIET, WHISPER_AND_SHOUT, CLICKS, FADE], ids=["tone", "noise", "quiet", "dynamic", "clicks", "fade"])
@pytest.mark.parametrize("channels", [1, 2])
def test_levels_are_those_of_podcasts(tmp_path: Path, source: str, channels: int) -> None:
    """Quiet, dynamic or full of clicks: −16 LUFS ± 1 and at most −1 dBTP after encoding, in as many channels as asked."""
    made = master(examine(sound(tmp_path / "a.wav", source), channels), tmp_path, QUIETLY)
    integrated, peak = loudness(made.path)
    assert abs(integrated + 16) <= 1
    assert peak <= -1
    assert (made.loudness.integrated, made.loudness.peak) == (integrated, peak)


@pytest.mark.parametrize(("channels", "rate"), [(1, "96000"), (2, "128000")])
def test_it_is_an_mp3_for_apps(tmp_path: Path, channels: int, rate: str) -> None:
    """MP3 at 44.1 kHz: speech at 96 kb/s, music at 128; as long as what came in, and nothing but sound in it."""
    made = master(examine(sound(tmp_path / "a.flac", TONE), channels), tmp_path, QUIETLY)
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", str(made.path)]
    said = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    (stream,) = said["streams"]
    assert (stream["codec_name"], stream["channels"], stream["sample_rate"], stream["bit_rate"]) == ("mp3", channels, "44100", rate)
    assert abs(made.seconds - 4) < 0.1
    assert len(made.peaks) == 200


@pytest.mark.parametrize("end", ["wav", "mp3", "m4a", "ogg", "opus", "flac", "aiff", "wma", "mkv"])
def test_any_format_is_read(tmp_path: Path, end: str) -> None:
    """What recorders and telephones write is read, and nothing of theirs is left in what goes out."""
    made = master(examine(sound(tmp_path / f"a.{end}", TONE)), tmp_path, QUIETLY)
    assert abs(loudness(made.path)[0] + 16) <= 1


def test_the_same_recording_gives_the_same_bytes(tmp_path: Path) -> None:
    """Encoding again does not make another file."""
    source = examine(sound(tmp_path / "a.wav"))
    first = master(source, tmp_path, QUIETLY).path.read_bytes()
    assert master(source, tmp_path, QUIETLY).path.read_bytes() == first


def test_silence_is_refused(tmp_path: Path) -> None:
    """A recording without a sound is somebody's mistake."""
    with pytest.raises(Wrong, match="muet"):
        master(examine(sound(tmp_path / "a.wav", SILENCE)), tmp_path, QUIETLY)


@pytest.mark.parametrize("end", ["flac", "mp3", "aiff"])
def test_a_recording_cut_short_is_refused(tmp_path: Path, end: str) -> None:
    """Less sound than a file promises: it was not copied to its end."""
    whole = sound(tmp_path / f"whole.{end}").read_bytes()
    path = tmp_path / f"cut.{end}"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Wrong, match="la fin manque"):
        master(examine(path), tmp_path, QUIETLY)
