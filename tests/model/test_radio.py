"""The radio programme: episodes, recordings and chapters."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.chapter import Chapter, Soundbite
from plugins.model.entry import File
from plugins.model.problem import Problem, Wrong
from plugins.model.radio import CHAPTERS, Episode, Genre
from plugins.model.transcript import TRANSCRIPTS as TRANSCRIPTS_FOLDER
from plugins.model.transcript import Transcript
from plugins.model.words import clock
from tests.model.samples import TOWN, at, library

EPISODE = {"titre": "Le port", "numero": "7", "saison": "2026-2027", "diffusion": "01/10/2026 18h", "audio": "un.mp3"}
SPEECH = {
    f"{TRANSCRIPTS_FOLDER}/{name}.vtt": f"WEBVTT\n\n{start}:00.000 --> {start}:01.000\nBonsoir.\n" for name, start in (("bon", "01"), ("long", "10"))
}
TRANSCRIPTS = {path: Transcript(path, text) for path, text in SPEECH.items()}
FILES = {**TOWN.files, **{path: File(path, "bbbb") for path in SPEECH}}


def read(**changed: str) -> tuple[tuple[Episode, ...], tuple[Problem, ...]]:
    """Return the episode with some of its lines changed, if it can be read, and its problems."""
    lines = "".join(f"{key}: {value}\n" for key, value in {**EPISODE, **changed}.items())
    found = library({"bobine/2026-2027/2026-10-01-le-port.md": f"---\n{lines}---\nOn parle.\n"}, files=FILES, transcripts=TRANSCRIPTS)
    return found.of(Episode), found.problems


def test_an_episode_has_its_recording() -> None:
    """An episode knows when it was live, its address and its audio; the sidecar alone is enough."""
    ((episode,), problems) = read()
    assert problems == ()
    assert (episode.address, episode.aired) == ("/la-bobine/2026-2027/le-port/", at(date(2026, 10, 1), time(18)))
    assert (episode.enclosure.address, episode.enclosure.mime, episode.enclosure.recording.seconds) == ("/la-bobine/audio/un.mp3", "audio/mpeg", 600)


def test_an_episode_without_an_hour_is_live_at_six() -> None:
    """A broadcast of which only the day is written was at 18 h."""
    assert read(diffusion="01/10/2026")[0][0].aired.hour == 18


def test_an_episode_may_say_more() -> None:
    """Everything beyond number, day and sound is optional, and each key stands at its line."""
    ((plain,), _) = read()
    more = {"genre": "Bande-annonce", "extrait": "01:00, 45 s", "guid": "urn:a b", "parle-de": "soupe, fête", "transcription": "bon.vtt"}
    ((episode,), problems) = read(**more, musiques="La valse – La chorale (3:45)")

    assert problems == ()
    assert (plain.genre, plain.soundbite, plain.guid, plain.about, plain.transcript, plain.tracks) == (Genre.FULL, None, "", (), None, ())
    assert (episode.genre, episode.soundbite, episode.guid) == (Genre.TRAILER, Soundbite(60, 45), "urn:a b")
    assert (episode.about, episode.music) == (("soupe", "fête"), ("La valse – La chorale",))
    assert episode.transcript == TRANSCRIPTS[f"{TRANSCRIPTS_FOLDER}/bon.vtt"]
    assert (episode.line("audio"), episode.line("genre"), episode.line("resume")) == (6, 7, 0)


def test_transcript_that_cannot_be_read_is_told_once() -> None:
    """Its own file has the problem; the episode that names it has none."""
    found = library(
        {"bobine/2026-2027/a.md": "---\n" + "".join(f"{key}: {value}\n" for key, value in EPISODE.items()) + "transcription: bon.vtt\n---\n"},
        files=FILES,
    )

    assert found.problems == ()
    assert found.of(Episode)[0].transcript is None


@pytest.mark.parametrize("season", ["2026-2027", "2026–2027", "2026/2027", "2026 - 2027"])
def test_a_season_has_two_years(season: str) -> None:
    """A season is written with its two years, however they are joined."""
    assert read(saison=season)[0][0].season == "2026-2027"


@pytest.mark.parametrize(
    ("changed", "key", "what"),
    [
        ({"saison": "2026"}, "saison", "« 2026 » n'est pas une saison."),
        ({"saison": "2026-2028"}, "saison", "« 2026-2028 » n'est pas une saison."),
        ({"audio": "deux.mp3"}, "audio", "Le fichier son « deux.mp3 » n'existe pas."),
        ({"audio": "Été 1.mp3"}, "audio", "« Été 1.mp3 » : les applications de podcast ne prennent pas ce nom de fichier."),
        ({"audio": "un.wav"}, "audio", "« un.wav » : les applications de podcast ne prennent pas ce nom de fichier."),
        ({"audio": "a&b.mp3"}, "audio", "« a&b.mp3 » : les applications de podcast ne prennent pas ce nom de fichier."),
        ({"transcription": "un.vtt"}, "transcription", "Le fichier « un.vtt » n'existe pas."),
        ({"transcription": "images/soupe.jpg"}, "transcription", "« images/soupe.jpg » ne peut pas servir de transcription."),
        ({"transcription": "long.vtt"}, "transcription", "La transcription « long.vtt » va au-delà de l'enregistrement."),
        ({"extrait": "00:09:30 45 s"}, "extrait", "L'extrait va au-delà de l'enregistrement."),
        ({"extrait": "00:09:30"}, "extrait", "« 00:09:30 » n'est pas un extrait."),
        ({"extrait": "00:01:00 5 s"}, "extrait", "Un extrait de 5 s ne sert pas."),
        ({"genre": "jingle"}, "genre", "« jingle » n'est pas possible ici."),
        ({"chapitres": "00:10:00 Fin"}, "chapitres", "Le chapitre « Fin » commence après la fin de l'enregistrement."),
        ({"diffusion": "28/03/2027 2h30"}, "diffusion", "2 h 30 n'existe pas le 28/03/2027 : cette nuit-là, on passe à l'heure d'été."),
    ],
)
def test_what_is_wrong_in_an_episode_is_told(changed: dict[str, str], key: str, what: str) -> None:
    """What an episode names wrongly is told at its key."""
    assert [(problem.key, problem.what) for problem in read(**changed)[1]] == [(key, what)]


@pytest.mark.parametrize("text", ["00:00:00 Un\n00:12:30 Deux", "0:00 Un\n12:30 – Deux", "- 00:00 Un\n- 12:30 - Deux"])
def test_chapters_stand_one_a_line(text: str) -> None:
    """A chapter is a time, with or without hours, and a title."""
    assert CHAPTERS.kind.read(text, None) == (Chapter(0, "Un"), Chapter(750, "Deux"))


@pytest.mark.parametrize("text", ["00:12:30 Un\n00:00:00 Deux", "00:00 Un\n00:00 Deux", "00:75 Un", "Un", "00:00", "12h30 Un"])
def test_chapters_out_of_order_are_refused(text: str) -> None:
    """Chapters that do not ascend, or are no time and title, are refused."""
    with pytest.raises(Wrong):
        CHAPTERS.kind.read(text, None)


@given(st.sets(st.integers(0, 36_000), min_size=1, max_size=8).map(sorted))
def test_chapters_read_back(seconds: list[int]) -> None:
    """Chapters written as the feed says them read back as themselves."""
    text = "\n".join(f"{clock(second)} Chapitre {second}" for second in seconds)
    assert [chapter.second for chapter in CHAPTERS.kind.read(text, None)] == seconds
