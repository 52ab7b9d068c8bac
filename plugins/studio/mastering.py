"""From a recording to an MP3 for speech at the level that podcast apps want, measured again after encoding."""

from __future__ import annotations

from array import array
from pathlib import Path

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.studio.ffmpeg import FfmpegError, Told, run
from plugins.studio.loudness import CEILING, TARGET, Correction, Loudness, levelling, measuring, read_loudness
from plugins.studio.progress import Steps
from plugins.studio.source import Source, check_whole, silent
from plugins.studio.waveform import RATE, peaks

TRIES = 4
"""Each corrects what the last one missed; speech takes one, whispers with shouts take two."""
KBITS = {1: 96, 2: 128}
"""kb/s by channels: 55 minutes of speech make 40 MB."""


class Master(Struct, frozen=True):
    """A finished sound."""

    path: Path
    seconds: float
    loudness: Loudness
    peaks: tuple[int, ...]


def master(source: Source, folder: Path, steps: Steps) -> Master:
    """Return the MP3 of a recording, made in a folder. Raise Wrong when nothing good can be made of it."""
    found, seconds = _measured("Mesure du son", source.path, source.channels, source.seconds, steps)
    check_whole(source, seconds)
    if found.is_silent:
        raise silent(source.path)
    path = folder / "son.mp3"
    correction = Correction()
    for _ in range(TRIES):
        with steps.step("Mise à niveau et encodage", seconds) as told:
            _encode(source, path, levelling(source.channels, found, correction), told)
        after, length = _measured("Vérification", path, source.channels, seconds, steps)
        if after.is_good:
            return Master(path, length, after, _peaks(path, folder / "son.pcm", length, steps))
        correction = correction.after(after)
    raise _unruly(source.path, after)


def _measured(label: str, path: Path, channels: int, seconds: float, steps: Steps) -> tuple[Loudness, float]:
    """Return how loud a file is, and how many seconds it really lasts."""
    with steps.step(label, seconds) as told:
        try:
            done = run([path], ["-map", "0:a:0", "-af", measuring(channels)], None, told)
            return read_loudness(done.log), done.seconds
        except (FfmpegError, ValueError) as error:
            raise Wrong(f"Le son de « {path.name} » ne se lit pas.", "Exportez-le de nouveau, en WAV si possible.") from error


def _encode(source: Source, target: Path, filters: str, told: Told) -> None:
    sound = ("-ac", str(source.channels), "-ar", "44100", "-c:a", "libmp3lame", "-b:a", f"{KBITS[source.channels]}k")
    bare = ("-map_metadata", "-1", "-map_chapters", "-1", "-bitexact", "-f", "mp3")
    run([source.path], ["-map", "0:a:0", "-af", filters, *sound, *bare], target, told)


def _peaks(path: Path, target: Path, seconds: float, steps: Steps) -> tuple[int, ...]:
    with steps.step("Forme d'onde", seconds) as told:
        run([path], ["-map", "0:a:0", "-ac", "1", "-ar", str(RATE), "-f", "s16le"], target, told)
    samples = array("h")
    samples.frombytes(target.read_bytes())
    target.unlink()
    return peaks(samples)


def _unruly(path: Path, found: Loudness) -> Wrong:
    reached = f"{found.integrated:.1f} LUFS et {found.peak:.1f} dB de crête, au lieu de {TARGET:.0f} et {CEILING:.0f}"
    return Wrong(f"« {path.name} » ne se met pas à niveau : {reached}.",
                 "Réduisez les écarts entre les passages forts et faibles dans votre logiciel de son.")  # fmt: skip
