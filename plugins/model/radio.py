"""The radio programme: the show, its episodes, their recordings and chapters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from posixpath import basename
from typing import TYPE_CHECKING

from plugins.model.dates import localized
from plugins.model.entry import COMMON, Entry, File, find_file, read_common
from plugins.model.kinds import LINE, MOMENT, NUMBER, WORDS
from plugins.model.place import HOUSE, PROJECT, House, Project, read_houses, read_project_of
from plugins.model.problem import Wrong
from plugins.model.schema import Key, Kind, Sheet

if TYPE_CHECKING:
    from plugins.model.town import Town

AUDIO = "bobine/audio"
"""Where recordings and their sidecars lie."""
TRANSCRIPTS = "bobine/transcriptions"
MIME_TYPES = {"mp3": "audio/mpeg", "m4a": "audio/x-m4a"}
"""What podcast apps take (Apple's requirements for RSS feeds)."""


@dataclass(frozen=True)
class Chapter:
    """A moment of an episode."""

    second: int
    title: str


@dataclass(frozen=True)
class Recording:
    """What a sidecar says of an audio file."""

    size: int
    """Bytes."""
    seconds: int
    is_here: bool
    """Whether the audio lies on this machine; the sidecar alone is enough for the pages and the feed."""
    digest: str = ""
    """Changes when the audio changes."""


@dataclass(frozen=True)
class Enclosure:
    """The audio of an episode (RSS 2.0)."""

    name: str
    """File name, ASCII, ending .mp3 or .m4a."""
    recording: Recording

    @property
    def address(self) -> str:
        """Where it is heard."""
        return f"/la-bobine/audio/{self.name}"

    @property
    def mime(self) -> str:
        """Its media type."""
        return MIME_TYPES[self.name.rsplit(".", 1)[-1]]


def _read_chapters(text: str, _: date | None) -> tuple[Chapter, ...]:
    chapters = tuple(_read_chapter(line.strip("-• ")) for line in text.split("\n") if line.strip())
    for before, after in pairwise(chapters):
        if after.second <= before.second:
            raise Wrong(f"Le chapitre « {after.title} » ne vient pas après « {before.title} ».", "Rangez les chapitres du premier au dernier.")
    return chapters


def _read_chapter(line: str) -> Chapter:
    match = re.fullmatch(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)\s+[-–—]?\s*(.+)", line)
    if not match:
        raise Wrong(f"« {line} » n'est pas un chapitre.", "Écrivez par exemple « 00:12:30 Le titre du chapitre ».")
    return Chapter(int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3]), match[4])


EPISODE_NUMBER = Key("numero", NUMBER, "Le numéro de l'émission, sans trou ni double.", "124", required=True)
SEASON = Key("saison", LINE, "La saison, d'octobre à juillet.", "2026-2027", required=True)
AIRED = Key("diffusion", MOMENT, "Le jour et l'heure du direct.", "01/10/2026 18h", required=True, also=("date",))
AUDIO_KEY = Key("audio", LINE, "Le fichier son, dans content/bobine/audio.", "2026-10-01.mp3", required=True)
CHAPTERS = Key("chapitres", Kind("un chapitre par ligne : « 00:12:30 Titre »", _read_chapters),
               "Les chroniques, chacune à son moment.", "00:00:00 Ouverture")  # fmt: skip
GUESTS = Key("invites", WORDS, "Qui est venu parler.", "Le conseil citoyen", also=("invite",))
CREW = Key("equipe", WORDS, "Qui a fait l'émission.", "Le comité de rédaction")
MUSIC = Key("musiques", WORDS, "Les morceaux passés à l'antenne.", "Un morceau d'un groupe de la ville", also=("musique",))
TRANSCRIPT = Key("transcription", LINE, "Le texte de l'émission, un fichier de content/bobine/transcriptions.", "2026-10-01.vtt")

EPISODE_KEYS = (*COMMON, EPISODE_NUMBER, SEASON, AIRED, AUDIO_KEY, CHAPTERS, GUESTS, CREW, MUSIC, TRANSCRIPT, HOUSE, PROJECT)


@dataclass(frozen=True, kw_only=True)
class Episode(Entry):
    """One broadcast of the show."""

    number: int
    season: str
    """`2026-2027`."""
    aired: datetime
    """Start of the live broadcast, aware."""
    enclosure: Enclosure
    chapters: tuple[Chapter, ...]
    guests: tuple[str, ...]
    crew: tuple[str, ...]
    music: tuple[str, ...]
    transcript: File | None
    houses: tuple[House, ...]
    project: Project | None

    @property
    def appears(self) -> date:
        """The day of the broadcast."""
        return self.aired.date()

    @property
    def address(self) -> str:
        """Its page."""
        return f"/la-bobine/{self.season}/{self.slug}/"


def read_episode(sheet: Sheet, town: Town) -> Episode | None:
    """Return the episode of a sheet, or None when its number, date or audio cannot be read."""
    common = read_common(sheet, town.files)
    number, aired = sheet.get(EPISODE_NUMBER), sheet.get(AIRED)
    enclosure = _enclosure(sheet, town.recordings)
    transcript = sheet.get(TRANSCRIPT)
    rest = {
        "season": _season(sheet),
        "chapters": _chapters(sheet, enclosure),
        "guests": sheet.get(GUESTS) or (),
        "crew": sheet.get(CREW) or (),
        "music": sheet.get(MUSIC) or (),
        "transcript": find_file(sheet, TRANSCRIPT, transcript, town.files, TRANSCRIPTS) if transcript else None,
        "houses": read_houses(sheet, town),
        "project": read_project_of(sheet, town),
    }
    if number is None or aired is None or enclosure is None:
        return None
    try:
        live = localized(aired.day, aired.hour or time(18), town.zone)
    except Wrong as wrong:
        sheet.wrong(AIRED, wrong)
        return None
    return Episode(**common, **rest, number=number, aired=live, enclosure=enclosure)  # type: ignore[arg-type]  # the fields by name


def _season(sheet: Sheet) -> str:
    written = sheet.get(SEASON) or ""
    match = re.fullmatch(r"(\d{4})\s*[-–/]\s*(\d{4})", written)
    if match and int(match[2]) == int(match[1]) + 1:
        return f"{match[1]}-{match[2]}"
    if written:
        sheet.wrong(SEASON, Wrong(f"« {written} » n'est pas une saison.", "Écrivez les deux années, par exemple 2026-2027."))
    return ""


def _enclosure(sheet: Sheet, recordings: Mapping[str, Recording]) -> Enclosure | None:
    written = sheet.get(AUDIO_KEY)
    if written is None:
        return None
    name = basename(written)
    if not name.isascii() or " " in name or name.rsplit(".", 1)[-1] not in MIME_TYPES:
        sheet.wrong(AUDIO_KEY, Wrong(f"« {written} » : les applications de podcast ne prennent pas ce nom de fichier.",
                                     "Nommez-le sans accent ni espace, avec .mp3 ou .m4a à la fin."))  # fmt: skip
        return None
    recording = recordings.get(f"{AUDIO}/{name}")
    if recording is None:
        sheet.wrong(AUDIO_KEY, Wrong(f"Le fichier son « {name} » n'existe pas.", f"Mettez-le, ou sa fiche « {name}.json », dans content/{AUDIO}."))
        return None
    return Enclosure(name, recording)


def _chapters(sheet: Sheet, enclosure: Enclosure | None) -> tuple[Chapter, ...]:
    chapters = sheet.get(CHAPTERS) or ()
    if enclosure and chapters and chapters[-1].second >= enclosure.recording.seconds:
        sheet.wrong(CHAPTERS, Wrong(f"Le chapitre « {chapters[-1].title} » commence après la fin de l'enregistrement.",
                                    "Vérifiez son heure, ou le fichier son."))  # fmt: skip
    return chapters
