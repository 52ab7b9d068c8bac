"""Real sounds, made by ffmpeg, and a small town with a show that takes them in."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict
from mutagen.id3 import ID3
from PIL import Image
from rich.console import Console

from plugins.content_types.config import read_config
from plugins.studio.command import show_of
from plugins.studio.progress import Steps
from plugins.studio.proposal import Answers
from plugins.studio.source import examine
from plugins.studio.taking import Studio, Taken, take
from tests.towns import SHOW

TONE = "sine=frequency=440:duration=4"
NOISE = "anoisesrc=duration=4:color=pink:amplitude=0.02:seed=7"
OTHER = "anoisesrc=duration=3:color=pink:amplitude=0.05:seed=8"
SILENCE = "anullsrc=channel_layout=mono:sample_rate=44100,atrim=duration=3"
QUIET = "anoisesrc=duration=6:color=pink:amplitude=0.004:seed=7"
WHISPER_AND_SHOUT = "aevalsrc='if(lt(mod(t,4),3),0.004,0.9)*sin(2*PI*300*t)':duration=8"
CLICKS = "aevalsrc='0.003*sin(2*PI*700*t)+if(lt(mod(t,1),0.001),0.95,0)':duration=6"
FADE = "aevalsrc='0.9*pow(t/6,6)*sin(2*PI*500*t)':duration=6"

EPISODE = """---
titre: La première
numero: 1
saison: 2026-2027
diffusion: 12/11/2026 18h30
audio: 2026-11-12.mp3
---
"""
SIDECAR = '{"bytes": 39600000, "seconds": 3300}'


def ffmpeg(*arguments: str) -> None:
    """Run ffmpeg; without it these tests cannot say anything."""
    if not shutil.which("ffmpeg"):
        pytest.fail("ffmpeg is missing: script/setup test installs it, or apt-get install ffmpeg")
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", *arguments], check=True)


def sound(path: Path, source: str = NOISE, channels: int = 2) -> Path:
    """Make a sound file in the format of its name."""
    ffmpeg("-f", "lavfi", "-i", source, "-ac", str(channels), "-ar", "48000", "-strict", "-2", "-bitexact", str(path))
    return path


def id3(path: Path) -> Any:
    """Return the tags of an audio file as another library reads them, frames of ID3v2.3 left as they are."""
    return ID3(path, translate=False)  # type: ignore[no-untyped-call]  # a library half typed


def loudness(path: Path) -> tuple[float, float]:
    """Return LUFS and true peak (dBTP) as ffmpeg's meter finds them when it is asked by hand."""
    command = ["ffmpeg", "-nostdin", "-hide_banner", "-nostats", "-i", str(path), "-map", "0:a:0", "-af", "ebur128=peak=true", "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr.rpartition("Summary:")[2]
    integrated, peak = re.search(r"I: +(\S+) LUFS", said), re.search(r"Peak: +(\S+) dBFS", said)
    assert integrated
    assert peak
    return float(integrated[1]), float(peak[1])


def settings(folder: Path, **changed: Any) -> dict[str, Any]:
    """Return the settings of a town whose content lies under a folder."""
    town = {"SITENAME": "Maisons de Villeneuve", "SITEURL": "https://villeneuve.example", "TIMEZONE": "Europe/Paris", "BUILD_DATE": "2026-11-22"}
    show = {name: value for name, value in asdict(SHOW).items() if value not in (None, "", (), {})}
    return {**town, "PATH": str(folder / "content"), "SHOW": show, **changed}


def town(folder: Path) -> dict[str, Any]:
    """Make the content of a town with one episode and a cover; return its settings."""
    content = folder / "content"
    for name in ("bobine/audio", "bobine/2026-2027", "images"):
        (content / name).mkdir(parents=True)
    (content / "bobine/2026-2027/2026-11-12-la-premiere.md").write_text(EPISODE, "utf-8")
    (content / "bobine/audio/2026-11-12.mp3.json").write_text(SIDECAR, "utf-8")
    Image.new("RGBA", (1500, 1500), (30, 120, 60, 128)).save(content / SHOW.cover.replace(".jpg", ".png"))
    (content / SHOW.cover.replace(".jpg", ".png")).rename(content / SHOW.cover)
    return settings(folder)


def studio(folder: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[str], str] | None = None) -> Studio:
    """Return the studio of the town under a folder, on the day of its settings."""
    monkeypatch.delenv("BUILD_DATE", raising=False)
    config = read_config(settings(folder))
    return Studio(config.content, config.identity, show_of(config), config.today, Steps(Console(file=StringIO())), ask, lambda _: None)


def taken(place: Studio, path: Path, given: Answers | None = None) -> Taken:
    """Take in a recording."""
    return take(place, examine(path), given or Answers())


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file under a folder, also of hidden ones, by path."""
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()}
