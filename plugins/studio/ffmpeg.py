"""ffmpeg and ffprobe, the programs that read and write sound: they get local files only, and are never left running."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryFile

from msgspec import Struct

from plugins.studio.fault import Fault, disk_full

Told = Callable[[float], None]
"""Is told how many seconds of sound are done."""
_LOCAL = ("-protocol_whitelist", "file,pipe")
"""A playlist that passes for a recording must not make us fetch anything."""
_GUESSED = "Estimating duration from bitrate"


class FfmpegError(RuntimeError):
    """ffmpeg gave up; the text is what it logged."""


class Done(Struct, frozen=True):
    """What a run of ffmpeg left behind."""

    log: str
    seconds: float
    """Of sound that came out."""


class Probe(Struct, frozen=True):
    """What a file says of itself."""

    has_sound: bool
    seconds: float
    """0 when it does not say."""
    is_exact: bool
    """False: ffmpeg guessed the seconds."""
    log: str


def probe(path: Path) -> Probe:
    """Return what ffprobe says of a file. Raise Fault when the program is missing."""
    wanted = ("-select_streams", "a:0", "-show_entries", "stream=codec_type:format=duration", "-of", "json")
    command = [_program("ffprobe"), "-v", "warning", *_LOCAL, *wanted, _named(path)]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # a list, no shell
    said = json.loads(done.stdout or b"{}")
    log = done.stderr.decode(errors="replace")
    seconds = said.get("format", {}).get("duration", 0)
    return Probe(bool(said.get("streams")), float(seconds), _GUESSED not in log, log)


def run(inputs: Sequence[Path], arguments: Sequence[str], target: Path | None, told: Told) -> Done:
    """Run ffmpeg from some files to another, or to nothing. Raise FfmpegError, or Fault when program or disk are wanting."""
    given = [part for path in inputs for part in (*_LOCAL, "-i", _named(path))]
    output = [_named(target)] if target else ["-f", "null", "-"]
    command = [_program("ffmpeg"), "-nostdin", "-hide_banner", "-nostats", "-progress", "pipe:1", "-y", *given, *arguments, *output]
    with TemporaryFile() as log:
        status, seconds = _run(command, log.fileno(), told)
        log.seek(0)
        said = log.read().decode(errors="replace")
    if "No space left on device" in said:
        raise disk_full()
    if status:
        raise FfmpegError(said)
    return Done(said, seconds)


def _run(command: Sequence[str], log: int, told: Told) -> tuple[int, float]:
    """Return exit status and seconds done; whatever stops us stops ffmpeg too."""
    seconds = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as process:  # noqa: S603  # a list, no shell
        assert process.stdout is not None
        try:
            for line in process.stdout:
                name, _, value = line.partition("=")
                if name == "out_time_us" and value.strip().lstrip("-").isdigit():
                    seconds = int(value) / 1_000_000
                    told(seconds)
        except BaseException:
            process.kill()
            raise
    return process.returncode, seconds


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Fault(f"Il manque le programme {name}, qui lit et écrit le son.",
                    "Sur Debian ou Ubuntu : sudo apt install ffmpeg. Ailleurs : https://ffmpeg.org/download.html.")  # fmt: skip
    return found


def _named(path: Path) -> str:
    """Return a path that ffmpeg takes for a file whatever signs are in it."""
    return f"file:{path}"
