"""Transcripts beside the texts: read when an episode names them, told of where they lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import asdict

from plugins.content_types.config import read_config
from plugins.content_types.memory import Memory
from plugins.content_types.reading import Reading, read
from plugins.content_types.transcripts import Transcripts
from plugins.model.radio import Episode
from tests.content_types.town import copy_with_neighbours, settings, write
from tests.towns import SHOW

TRANSCRIPT = "bobine/transcriptions/2026-10-01.srt"
EPISODE = """---
titre: Le large
numero: 1
saison: 2026-2027
diffusion: 01/10/2026 18h
audio: 2026-10-01.mp3
transcription: 2026-10-01.srt
---
"""
SAID = "1\n00:00:01,000 --> 00:00:02,000\nAna : {}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the other town's content with an episode and its transcript."""
    folder = copy_with_neighbours(tmp_path)
    write(folder, "bobine/2026-2027/le-large.md", EPISODE)
    write(folder, TRANSCRIPT, SAID.format("bonsoir."))
    return folder


def reading(content: Path, memory: Memory | None = None) -> Reading:
    """Return what is read, with what an earlier reading left."""
    return read(read_config(settings(PATH=str(content), SHOW={**asdict(SHOW), "cover": "images/phare.png"})), memory=memory)


def episode(found: Reading) -> Episode:
    """Return the only episode."""
    (one,) = found.site.episodes
    return one


def texts(found: Reading) -> list[str]:
    """Return what is said in the episode."""
    transcript = episode(found).transcript
    return [cue.text for cue in transcript.cues] if transcript else []


def test_episode_has_its_transcript(content: Path) -> None:
    """It is read as WebVTT, and published by the podcast alone."""
    found = reading(content)

    assert (texts(found), found.problems) == (["bonsoir."], ())
    assert TRANSCRIPT not in found.site.files


def test_changed_transcript_reaches_its_episode(content: Path) -> None:
    """The text of the episode did not change, and yet it is read anew."""
    before = reading(content)
    write(content, TRANSCRIPT, SAID.format("bonjour."))

    assert texts(reading(content, before.memory)) == ["bonjour."]


def test_transcript_that_did_not_change_is_not_read_again(content: Path) -> None:
    """Another file that comes or goes leaves the episode as it was, to the object."""
    before = reading(content)
    write(content, "bobine/transcriptions/autre.txt", "Rien encore.")

    assert episode(reading(content, before.memory)) is episode(before)


@pytest.mark.parametrize("data", [b"Ana : d\xe9sol\xe9e.", b"1\nAna\n", b""])
def test_transcript_that_cannot_be_read_is_told_once(data: bytes, content: Path) -> None:
    """The file is blamed, and the episode that names it is not; it has none until the file is mended."""
    write(content, TRANSCRIPT, data)
    found = reading(content)

    assert [problem.file for problem in found.problems] == [f"content/{TRANSCRIPT}"]
    assert episode(found).transcript is None


def test_folder_is_a_table_of_its_transcripts(content: Path) -> None:
    """It knows its files, and no other."""
    found = Transcripts(content, (TRANSCRIPT,))

    assert (list(found), len(found), found[TRANSCRIPT].path) == ([TRANSCRIPT], 1, TRANSCRIPT)
    assert found.get("bobine/transcriptions/perdu.vtt") is None
