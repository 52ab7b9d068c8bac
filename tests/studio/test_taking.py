"""Taking in a recording, from the file to audio, sidecar and draft."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plugins.content_types.config import read_config
from plugins.content_types.reading import read
from plugins.model.chapter import Chapter
from plugins.model.problem import Wrong
from plugins.studio import mastering, placing, taking
from plugins.studio.proposal import Answers
from plugins.studio.sidecar import read_sidecar
from plugins.studio.source import file_digest
from plugins.studio.taking import Studio
from tests.studio.sounds import EPISODE, OTHER, digests, id3, settings, sound, studio, taken, town

ANSWERS = Answers("La soupe du quai", "La chorale", (Chapter(0, "Ouverture"), Chapter(2, "Agenda")))
AUDIO = "content/bobine/audio/2026-11-19.mp3"
TEXT = "content/bobine/2026-2027/2026-11-19-la-soupe-du-quai.md"


def test_a_recording_becomes_an_episode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Audio, sidecar and draft are where the site looks for them, and say the same."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    found = taken(studio(tmp_path, monkeypatch), path, ANSWERS)
    sidecar = read_sidecar((tmp_path / f"{AUDIO}.json").read_text("utf-8"))
    assert (found.is_new, found.is_changed, found.sidecar) == (True, True, sidecar)
    assert sidecar
    assert (sidecar.bytes, sidecar.seconds) == ((tmp_path / AUDIO).stat().st_size, 4)
    assert (sidecar.sha256, sidecar.source) == (file_digest(tmp_path / AUDIO), file_digest(path))
    assert sidecar.lufs is not None
    assert abs(sidecar.lufs + 16) <= 1
    assert len((tmp_path / f"{AUDIO}.json").read_bytes()) < 3000
    assert str(id3(tmp_path / AUDIO)["TIT2"]) == "La soupe du quai"
    assert "numero: 2\nsaison: 2026-2027\ndiffusion: jeudi 19 novembre 2026 18h30\naudio: 2026-11-19.mp3\n" in (tmp_path / TEXT).read_text("utf-8")
    assert not (tmp_path / "content/bobine/audio/.studio").exists()


def test_the_site_reads_the_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The draft has no error, with the audio or with its sidecar alone, and brings its waveform."""
    town(tmp_path)
    taken(studio(tmp_path, monkeypatch), sound(tmp_path / "a.wav"), ANSWERS)
    for _ in ("with", "without"):
        reading = read(read_config(settings(tmp_path, DRAFTS=True)))
        assert [problem for problem in reading.problems if problem.is_error] == []
        newest = reading.site.episodes[0]
        assert (newest.title, newest.number, newest.is_draft) == ("La soupe du quai", 2, True)
        assert len(newest.enclosure.recording.peaks) == 200
        (tmp_path / AUDIO).unlink(missing_ok=True)


def test_the_same_file_is_not_taken_in_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under another name too, a recording is known by its bytes; so is the audio that was made of it."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    place = studio(tmp_path, monkeypatch)
    taken(place, path, ANSWERS)
    before = digests(tmp_path / "content")
    monkeypatch.setattr(taking, "asked", _never)
    assert taken(place, path).is_changed is False
    assert taken(place, path.rename(tmp_path / "b.wav")).is_changed is False
    assert taken(place, tmp_path / AUDIO).is_changed is False
    assert digests(tmp_path / "content") == before


def _never(*_: object) -> Any:
    raise AssertionError


def test_another_file_is_the_next_episode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers and dates go on."""
    town(tmp_path)
    place = studio(tmp_path, monkeypatch)
    taken(place, sound(tmp_path / "a.wav"), ANSWERS)
    found = taken(place, sound(tmp_path / "b.wav", OTHER))
    assert (found.episode.number, found.episode.audio, found.episode.title) == (3, "2026-11-26.mp3", "Émission du 26 novembre")


def test_tags_follow_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the text has changed, the same command writes new tags without encoding again; sidecar and bytes agree, the text is left alone."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    place = studio(tmp_path, monkeypatch)
    first = taken(place, path, ANSWERS).sidecar
    text = (tmp_path / TEXT).read_text("utf-8").replace("La soupe du quai", "Une autre soupe").replace("Agenda", "Les rendez-vous de la semaine")
    (tmp_path / TEXT).write_text(text, "utf-8")
    monkeypatch.setattr(taking, "master", _never)
    found = taken(place, path)
    assert (found.is_new, found.is_changed) == (False, True)
    assert str(id3(tmp_path / AUDIO)["TIT2"]) == "Une autre soupe"
    assert found.sidecar.bytes == (tmp_path / AUDIO).stat().st_size != first.bytes
    assert found.sidecar.sha256 == file_digest(tmp_path / AUDIO)
    assert (found.sidecar.lufs, found.sidecar.peaks, found.sidecar.source) == (first.lufs, first.peaks, first.source)
    assert (tmp_path / TEXT).read_text("utf-8") == text
    assert taken(place, path).is_changed is False


def test_a_lost_audio_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that has the sidecar alone, the recording gives the same audio again."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    place = studio(tmp_path, monkeypatch)
    taken(place, path, ANSWERS)
    before = digests(tmp_path / "content")
    (tmp_path / AUDIO).unlink()
    assert taken(place, path).is_new is False
    assert digests(tmp_path / "content") == before


def test_an_episode_that_waits_gets_its_audio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that was written first, and whose audio is nowhere, is the one that a new recording is for."""
    town(tmp_path)
    text = tmp_path / "content/bobine/2026-2027/2026-11-26-ecrite-avant.md"
    text.write_text(EPISODE.replace("numero: 1", "numero: 2").replace("La première", "Écrite avant").replace("12", "26"), "utf-8")
    before = text.read_text("utf-8")
    found = taken(studio(tmp_path, monkeypatch), sound(tmp_path / "a.wav"))
    assert (found.is_new, found.episode.title, found.episode.audio) == (False, "Écrite avant", "2026-11-26.mp3")
    assert str(id3(tmp_path / "content/bobine/audio/2026-11-26.mp3")["TIT2"]) == "Écrite avant"
    assert text.read_text("utf-8") == before


def test_a_text_without_a_title_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tags cannot be made of a text that cannot be read."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    place = studio(tmp_path, monkeypatch)
    taken(place, path, ANSWERS)
    (tmp_path / TEXT).write_text("---\naudio: 2026-11-19.mp3\n---\n", "utf-8")
    with pytest.raises(Wrong, match="n'a pas de titre"):
        taken(place, path)


NEW: list[tuple[Any, str]] = [(mastering, "read_loudness"), (mastering, "_encode"), (mastering, "peaks")]
BOTH: list[tuple[Any, str]] = [(taking, "tag"), (taking, "file_digest"), (placing, "_kept")]


@pytest.mark.parametrize("step", [*NEW, *BOTH], ids=lambda step: step[1])
def test_an_interruption_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[Any, str]) -> None:
    """Stopped at any step of a new recording, the content is what it was; the next run does all of it."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    place = studio(tmp_path, monkeypatch)
    _interrupted(tmp_path, monkeypatch, step, place, path)
    assert taken(place, path, ANSWERS).is_new


@pytest.mark.parametrize("step", BOTH, ids=lambda step: step[1])
def test_an_interruption_leaves_old_tags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[Any, str]) -> None:
    """Stopped while new tags are written, audio and sidecar are the old ones; the next run writes them."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    place = studio(tmp_path, monkeypatch)
    taken(place, path, ANSWERS)
    (tmp_path / TEXT).write_text((tmp_path / TEXT).read_text("utf-8").replace("La soupe", "Le pain"), "utf-8")
    _interrupted(tmp_path, monkeypatch, step, place, path)
    assert taken(place, path).is_changed


def _interrupted(folder: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[Any, str], place: Studio, path: Path) -> None:
    before = digests(folder / "content")
    with monkeypatch.context() as patch:
        patch.setattr(*step, _interrupt)
        with pytest.raises(KeyboardInterrupt):
            taken(place, path, ANSWERS)
    assert digests(folder / "content") == before


def _interrupt(*_: object, **__: object) -> Any:
    raise KeyboardInterrupt


@pytest.mark.parametrize("placed", [1, 2])
def test_a_kill_between_two_files_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, placed: int) -> None:
    """Killed after the audio, or after the sidecar, the site has no episode yet, and the next run gives it one, not two."""
    town(tmp_path)
    path = sound(tmp_path / "a.wav")
    place = studio(tmp_path, monkeypatch)
    taken(place, path, ANSWERS)
    for name in (TEXT, f"{AUDIO}.json")[: 3 - placed]:
        (tmp_path / name).unlink()
    reading = read(read_config(settings(tmp_path, DRAFTS=True)))
    assert [problem for problem in reading.problems if problem.is_error] == []
    assert len(reading.site.episodes) == 1
    assert taken(place, path, ANSWERS).is_new
    texts = list((tmp_path / "content/bobine/2026-2027").iterdir())
    assert len(texts) == 2
    assert taken(place, path).is_changed is False
