"""Taking in a recording: from the file that somebody brings to audio, sidecar and draft."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.model.dates import Moment
from plugins.model.problem import Wrong
from plugins.model.radio import AUDIO
from plugins.model.site import Identity, Show
from plugins.model.text import slugify
from plugins.studio.asking import Ask, Say, asked
from plugins.studio.mastering import master
from plugins.studio.placing import place, workshop
from plugins.studio.progress import Steps
from plugins.studio.proposal import Answers, default_title, draft, next_broadcast, next_number, season
from plugins.studio.shelf import FOLDER, Known, free_name, is_somewhere, known, read_known
from plugins.studio.sidecar import END, Sidecar, find
from plugins.studio.source import Source, file_digest
from plugins.studio.tagging import Tags, cover, metadata, tag


class Studio(Struct, frozen=True):
    """Where recordings are taken in, and for whom."""

    content: Path
    identity: Identity
    show: Show
    today: date
    steps: Steps
    ask: Ask | None
    """None: nobody is there to answer."""
    say: Say

    @property
    def audio(self) -> Path:
        """The folder of the recordings."""
        return self.content / AUDIO


class Taken(Struct, frozen=True):
    """What came of a recording."""

    episode: Known
    sidecar: Sidecar
    is_new: bool
    """Whether the episode's text was written just now."""
    is_changed: bool
    """False: everything was there already."""


def take(studio: Studio, source: Source, given: Answers) -> Taken:
    """Take in a recording, or bring the tags of one that was taken in before to what its text says now.

    New tags are other bytes: the length in the feed follows the sidecar. Listeners' apps know an episode by its GUID and do not
    download it again; who is downloading at that very moment may have to start anew.
    """
    with workshop(studio.audio) as folder:
        before = find(studio.content, source.digest)
        episodes = known(studio.content, studio.show)
        there = _episode_of(studio.content, episodes, before)
        episode = there or _new_episode(studio, episodes, asked(given, source.seconds, studio.ask, studio.say), before)
        _check(studio, episode)
        tags = partial(_tags, studio, episode, cover(studio.content / studio.show.cover))
        sound = studio.audio / episode.audio
        facts = before[1] if before and _is_here(sound, before[1]) else None
        if facts and there and facts.tags == tags(facts.seconds).digest:
            return Taken(episode, facts, is_new=False, is_changed=False)
        if facts is None:
            sound, facts = _mastered(source, folder, studio.steps)
        sidecar = _tagged(sound, folder / episode.audio, facts, tags(facts.seconds))
        _place(studio, folder, episode, sidecar, is_new=there is None)
        return Taken(episode, sidecar, is_new=there is None, is_changed=True)


def _episode_of(content: Path, episodes: Sequence[Known], before: tuple[str, Sidecar] | None) -> Known | None:
    """Return the episode of a recording that was there before; a new one is for an episode that waits for its audio, if any does."""
    if before:
        return next((episode for episode in episodes if episode.audio == before[0]), None)
    return next((episode for episode in episodes if episode.audio.endswith(".mp3") and not is_somewhere(content, episode.audio)), None)


def _new_episode(studio: Studio, episodes: Sequence[Known], answers: Answers, before: tuple[str, Sidecar] | None) -> Known:
    aired = next_broadcast(episodes, studio.show, studio.today)
    audio = before[0] if before else _free_audio(studio, episodes, aired)
    text = draft(next_number(episodes), aired, audio, studio.show, answers)
    stem = f"{FOLDER}/{season(aired.day)}/{aired.day}-{slugify(answers.title) or slugify(default_title(aired.day))}"
    return read_known(free_name(stem, ".md", (episode.path for episode in episodes)), text, studio.show)


def _free_audio(studio: Studio, episodes: Sequence[Known], aired: Moment) -> str:
    """Return a name for the audio, after the day of the broadcast."""
    there = {path.name.removesuffix(END) for path in studio.audio.iterdir()}
    return free_name(str(aired.day), ".mp3", there | {episode.audio for episode in episodes})


def _check(studio: Studio, episode: Known) -> None:
    """Raise Wrong when an episode's audio cannot be given tags."""
    if not episode.title:
        raise Wrong(f"« {studio.content.name}/{episode.path} » n'a pas de titre qui se lise.", "Corrigez ce texte ; « inv check » dit comment.")
    if not episode.audio.endswith(".mp3"):
        raise Wrong(f"« {episode.audio} » n'est pas un MP3 : il reste comme il est.", "Rien à faire : le titre et les chapitres sont dans le flux.")


def _tags(studio: Studio, episode: Known, picture: bytes, seconds: int) -> Tags:
    return Tags(metadata(studio.identity, studio.show, episode, seconds), picture)


def _is_here(audio: Path, sidecar: Sidecar) -> bool:
    return audio.exists() and audio.stat().st_size == sidecar.bytes


def _mastered(source: Source, folder: Path, steps: Steps) -> tuple[Path, Sidecar]:
    """Return the sound, made in the folder, and what is known of it before it has its tags."""
    made = master(source, folder, steps)
    level = made.loudness
    known_now = Sidecar(bytes=0, seconds=round(made.seconds), lufs=level.integrated, true_peak=level.peak, peaks=made.peaks, source=source.digest)
    return made.path, known_now


def _tagged(sound: Path, target: Path, facts: Sidecar, tags: Tags) -> Sidecar:
    """Make the audio that is published; return its sidecar."""
    tag(sound, target, tags)
    return replace(facts, bytes=target.stat().st_size, sha256=file_digest(target), tags=tags.digest)


def _place(studio: Studio, folder: Path, episode: Known, sidecar: Sidecar, *, is_new: bool) -> None:
    """Put audio, sidecar and text in their places; the text last, since it is what makes an episode of them."""
    beside = folder / f"{episode.audio}{END}"
    beside.write_text(sidecar.written(), "utf-8")
    moves = [(folder / episode.audio, studio.audio / episode.audio), (beside, studio.audio / beside.name)]
    if is_new:
        text = folder / "texte.md"
        text.write_text(episode.text, "utf-8")
        moves.append((text, studio.content / episode.path))
    place(moves)
