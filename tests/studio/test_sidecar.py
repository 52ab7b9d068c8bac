"""Sidecars: small, kept in git, enough for a build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.content_types.files import read_recording
from plugins.model.radio import Enclosure
from plugins.pages.environment import address_filters
from plugins.studio.sidecar import Sidecar, read_sidecar
from tests.towns import IDENTITY

FULL = Sidecar(
    bytes=39_600_000, seconds=3300, sha256="a" * 64, lufs=-16.1, true_peak=-1.9, peaks=(100,) * 200, source="b" * 64, tags="c" * 16,
)  # fmt: skip


def test_a_sidecar_reads_back() -> None:
    """What is written is read, one value a line, in less than 3 kB."""
    assert read_sidecar(FULL.written()) == FULL
    assert len(FULL.written()) < 3000
    assert len(FULL.written().splitlines()) == 10
    assert json.loads(FULL.written())["peaks"] == list(FULL.peaks)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"bytes": 1}', '{"bytes": 1, "seconds": 2, "peaks": 3}'])
def test_a_damaged_sidecar_says_nothing(text: str) -> None:
    """What cannot be read is nobody's recording."""
    assert read_sidecar(text) is None


def test_a_build_needs_no_more(tmp_path: Path) -> None:
    """Bytes, seconds and waveform of a recording that is not on this machine."""
    (tmp_path / "a.mp3.json").write_text(FULL.written(), "utf-8")
    found, problems = read_recording(tmp_path, "a.mp3.json")
    assert found
    assert (found.size, found.seconds, found.peaks, found.is_here, problems) == (39_600_000, 3300, FULL.peaks, False, ())


def test_an_old_sidecar_is_still_good(tmp_path: Path) -> None:
    """A sidecar from before waveforms has none."""
    (tmp_path / "a.mp3.json").write_text('{"bytes": 3, "seconds": 2}', "utf-8")
    found, _ = read_recording(tmp_path, "a.mp3.json")
    assert found
    assert (found.peaks, found.url, Enclosure("a.mp3", found).address) == ((), "", "/la-bobine/audio/a.mp3")


def test_audio_may_stay_elsewhere(tmp_path: Path) -> None:
    """With an address, the audio is heard there and not here, even when a copy of another size lies here."""
    url = "https://ailleurs.example/é b.mp3?t=1&d=2"
    (tmp_path / "a.mp3.json").write_text(Sidecar(bytes=5, seconds=2, url=url, type="audio/mp3").written(), "utf-8")
    (tmp_path / "a.mp3").write_bytes(b"another")
    found, problems = read_recording(tmp_path, "a.mp3.json")
    assert found
    assert (found.is_here, problems) == (False, ())
    assert (Enclosure("a.mp3", found).address, Enclosure("a.mp3", found).mime) == (url, "audio/mp3")
    in_a_folder = replace(IDENTITY, url="https://villeneuve.example/centre")
    assert in_a_folder.absolute(url) == address_filters(in_a_folder)["url"](url) == url


@pytest.mark.parametrize("peaks", ['"abc"', "[1, null]", "7", '[["x"]]'])
def test_a_waveform_that_is_none_is_told(tmp_path: Path, peaks: str) -> None:
    """A sidecar that somebody has damaged does not break the build: it is a problem."""
    (tmp_path / "a.mp3.json").write_text(f'{{"bytes": 1, "seconds": 2, "peaks": {peaks}}}', "utf-8")
    found, problems = read_recording(tmp_path, "a.mp3.json")
    assert (found, len(problems)) == (None, 1)
