"""The program that reads and writes sound: missing, out of room, or stopped."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from plugins.studio.fault import Fault
from plugins.studio.ffmpeg import FfmpegError, probe, run
from tests.studio.sounds import TONE, sound


def test_a_missing_program_is_told_with_a_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has no ffmpeg is told how to get it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Fault) as raised:
        probe(tmp_path / "a.wav")
    assert "ffprobe" in raised.value.what
    assert "apt install ffmpeg" in raised.value.instead


def test_a_full_disk_is_a_fault(tmp_path: Path) -> None:
    """No room left is not the recording's fault."""
    path = sound(tmp_path / "a.wav", TONE)
    with pytest.raises(Fault, match="plein"):
        run([path], ["-f", "s16le"], Path("/dev/full"), lambda _: None)


def test_a_failure_brings_its_log(tmp_path: Path) -> None:
    """What ffmpeg said last is kept for whoever repairs."""
    with pytest.raises(FfmpegError, match="No such file"):
        run([tmp_path / "rien.wav"], [], None, lambda _: None)


def test_nothing_is_left_running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C stops ffmpeg too."""
    started: list[subprocess.Popen[str]] = []
    popen = subprocess.Popen

    def remember(*given: object, **named: object) -> subprocess.Popen[str]:
        started.append(popen(*given, **named))  # type: ignore[call-overload]  # passed on as it is
        return started[-1]

    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "Popen", remember)
    with pytest.raises(KeyboardInterrupt):
        run([sound(tmp_path / "a.wav", TONE)], ["-af", "aloop=-1:size=2e9"], None, interrupt)
    assert started[-1].returncode is not None
