"""The radio programme: the show, its episodes, their recordings and chapters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum
from posixpath import basename
from typing import TYPE_CHECKING

from msgspec import Struct

from plugins.model.chapter import CHAPTER_LINES, SOUNDBITE, Chapter, Soundbite
from plugins.model.dates import localized
from plugins.model.entry import COMMON, Entry, find_file, read_common
from plugins.model.kinds import LINE, MOMENT, NUMBER, WORDS, choice
from plugins.model.place import HOUSE, PROJECT, House, Project, read_houses, read_project_of
from plugins.model.problem import Wrong
from plugins.model.schema import Key, Sheet
from plugins.model.text import listed
from plugins.model.track import TRACKS, Track
from plugins.model.transcript import KINDS, TRANSCRIPTS, Transcript, is_transcript

if TYPE_CHECKING:
    from plugins.model.town import Town

AUDIO = "bobine/audio"
"""Where recordings and their sidecars lie."""
MIME_TYPES = {"mp3": "audio/mpeg", "m4a": "audio/x-m4a"}
"""What podcast apps take (Apple's requirements for RSS feeds)."""


class Recording(Struct, frozen=True):
    """What a sidecar says of an audio file."""

    size: int
    """Bytes."""
    seconds: int
    is_here: bool
    """Whether the audio lies on this machine; the sidecar alone is enough for the pages and the feed."""
    digest: str = ""
    """Changes when the audio changes."""
    peaks: tuple[int, ...] = ()
    """How loud it is from start to end, 0 to 100, in steps of one length: what a waveform shows. Empty: not measured."""
    url: str = ""
    """Where it is heard, as a feed of before wrote it, when it is kept by others; empty: on this site."""
    mime: str = ""
    """Its media type as that feed wrote it; empty: by its name."""


class Enclosure(Struct, frozen=True):
    """The audio of an episode (RSS 2.0)."""

    name: str
    """File name, ASCII, ending .mp3 or .m4a."""
    recording: Recording

    @property
    def address(self) -> str:
        """Where it is heard: on this site, from its root, or a whole address elsewhere, to be written as it is."""
        return self.recording.url or f"/la-bobine/audio/{self.name}"

    @property
    def mime(self) -> str:
        """Its media type."""
        return self.recording.mime or MIME_TYPES[self.name.rsplit(".", 1)[-1]]


class Genre(Enum):
    """What an episode is to the others, in the words of itunes:episodeType."""

    FULL = "full"
    BONUS = "bonus"
    TRAILER = "trailer"


EPISODE_NUMBER = Key("numero", NUMBER, "Le numéro de l'émission, sans trou ni double.", "124", required=True)
SEASON = Key("saison", LINE, "La saison, d'octobre à juillet.", "2026-2027", required=True)
AIRED = Key("diffusion", MOMENT, "Le jour et l'heure du direct.", "01/10/2026 18h", required=True, also=("date",))
AUDIO_KEY = Key("audio", LINE, "Le fichier son, dans content/bobine/audio.", "2026-10-01.mp3", required=True)
CHAPTERS = Key("chapitres", CHAPTER_LINES, "Les chroniques, chacune à son moment.", "00:00:00 Ouverture")
GUESTS = Key("invites", WORDS, "Qui est venu parler.", "Le conseil citoyen", also=("invite",))
CREW = Key("equipe", WORDS, "Qui a fait l'émission.", "Le comité de rédaction")
MUSIC = Key("musiques", TRACKS, "Les morceaux passés à l'antenne, avec leurs auteurs : la déclaration des droits en vient.",
            "La valse des bobines – La chorale (Trad. ; Autoproduit ; 3:45)", also=("musique",))  # fmt: skip
TRANSCRIPT = Key("transcription", LINE, "Le texte de l'émission, un fichier de content/bobine/transcriptions.", "2026-10-01.vtt")
ABOUT = Key("parle-de", WORDS, "Les rendez-vous et les articles dont on parle : des noms de fichiers, sans .md.", "soupe-partagee")
GENRE = Key("genre", choice("« émission », « bonus » ou « bande-annonce »", {
    "émission": Genre.FULL, "bonus": Genre.BONUS, "bande-annonce": Genre.TRAILER, "bande annonce": Genre.TRAILER,
}), "Ce qu'elle est parmi les autres ; sans cette ligne, une émission.", "bonus")  # fmt: skip
EXTRACT = Key("extrait", SOUNDBITE, "Le moment qui donne envie d'écouter : son début, sa longueur.", "00:12:30 45 s")
GUID = Key("guid", LINE, "Le nom de l'émission pour les applications, écrit une fois pour toutes. Ne le changez jamais.",
           "tag:exemple.fr,2026:radio:124")  # fmt: skip

EPISODE_KEYS = (
    *COMMON, EPISODE_NUMBER, SEASON, AIRED, AUDIO_KEY, CHAPTERS, GUESTS, CREW, MUSIC, TRANSCRIPT, ABOUT, GENRE, EXTRACT, GUID, HOUSE, PROJECT,
)  # fmt: skip


class Episode(Entry, frozen=True, kw_only=True):
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
    tracks: tuple[Track, ...]
    """The music that was played."""
    transcript: Transcript | None
    about: tuple[str, ...]
    """Names of files of events and texts, without .md."""
    genre: Genre
    soundbite: Soundbite | None
    guid: str
    """Its permanent name where it was pinned; empty: the show's prefix with its number."""
    houses: tuple[House, ...]
    project: Project | None
    lines: tuple[tuple[str, int], ...]
    """Where each key stands in its file."""

    @property
    def appears(self) -> date:
        """The day of the broadcast."""
        return self.aired.date()

    @property
    def address(self) -> str:
        """Its page."""
        return f"/la-bobine/{self.season}/{self.slug}/"

    @property
    def music(self) -> tuple[str, ...]:
        """The music as listeners read it."""
        return tuple(track.name for track in self.tracks)

    def line(self, key: str) -> int:
        """Return the line of a key in its file, 0 when it is not there."""
        return dict(self.lines).get(key, 0)


def read_episode(sheet: Sheet, town: Town) -> Episode | None:
    """Return the episode of a sheet, or None when its number, date or audio cannot be read."""
    common = read_common(sheet, town.files)
    number, aired = sheet.get(EPISODE_NUMBER), sheet.get(AIRED)
    enclosure = _enclosure(sheet, town.recordings)
    rest = _rest(sheet, town, enclosure)
    if number is None or aired is None or enclosure is None:
        return None
    try:
        live = localized(aired.day, aired.hour or time(18), town.zone)
    except Wrong as wrong:
        sheet.wrong(AIRED, wrong)
        return None
    return Episode(**common, **rest, number=number, aired=live, enclosure=enclosure)  # type: ignore[arg-type]  # the fields by name


def _rest(sheet: Sheet, town: Town, enclosure: Enclosure | None) -> dict[str, object]:
    """Return the fields of Episode, by name, that may be missing or wrong and leave an episode all the same."""
    return {
        "season": _season(sheet),
        "chapters": _chapters(sheet, enclosure),
        "guests": sheet.get(GUESTS) or (),
        "crew": sheet.get(CREW) or (),
        "tracks": sheet.get(MUSIC) or (),
        "transcript": _transcript(sheet, town, enclosure),
        "about": sheet.get(ABOUT) or (),
        "genre": sheet.get(GENRE) or Genre.FULL,
        "soundbite": _soundbite(sheet, enclosure),
        "guid": sheet.get(GUID) or "",
        "houses": read_houses(sheet, town),
        "project": read_project_of(sheet, town),
        "lines": tuple((key, field.line) for key, field in sheet.fields.items()),
    }


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
    if not re.fullmatch(rf"[\w.+-]+\.(?:{'|'.join(MIME_TYPES)})", name, re.ASCII):
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


def _soundbite(sheet: Sheet, enclosure: Enclosure | None) -> Soundbite | None:
    found = sheet.get(EXTRACT)
    if found and enclosure and found.second + found.seconds > enclosure.recording.seconds:
        sheet.wrong(EXTRACT, Wrong("L'extrait va au-delà de l'enregistrement.", "Vérifiez son heure et sa longueur."))
    return found


def _transcript(sheet: Sheet, town: Town, enclosure: Enclosure | None) -> Transcript | None:
    """Return the transcript; one that cannot be read is told where it lies, and not here again."""
    written = sheet.get(TRANSCRIPT)
    file = find_file(sheet, TRANSCRIPT, written, town.files, TRANSCRIPTS) if written else None
    if file is None:
        return None
    if not is_transcript(file.path):
        sheet.wrong(TRANSCRIPT, Wrong(f"« {written} » ne peut pas servir de transcription.",
                                      f"Mettez dans content/{TRANSCRIPTS} un fichier {listed(KINDS, 'ou')}."))  # fmt: skip
        return None
    found = town.transcripts.get(file.path)
    if found and enclosure and (found.cues[-1].start or 0) >= enclosure.recording.seconds:
        sheet.wrong(TRANSCRIPT, Wrong(f"La transcription « {written} » va au-delà de l'enregistrement.", "Vérifiez que c'est bien celle de ce son."))
    return found
