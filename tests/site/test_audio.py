"""The recordings that are committed are what their sidecars say, measured by a program of its own."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from tests.site.building import ROOT

AUDIO = sorted((ROOT / "content/bobine/audio").glob("*.mp3"))


@pytest.mark.parametrize("path", AUDIO, ids=lambda path: path.name)
def test_a_recording_is_what_its_sidecar_says(path: Path) -> None:
    """Bytes and digest are exact, seconds are those that ffprobe measures, and the example weighs under 300 kB."""
    said = json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))
    command = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", str(path)]
    seconds = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert said["bytes"] == path.stat().st_size < 300_000
    assert said["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert abs(said["seconds"] - seconds) <= 1


def test_there_are_recordings() -> None:
    """Each of the eight episodes has its example recording."""
    assert len(AUDIO) == 8
