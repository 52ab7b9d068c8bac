"""From an episode of an old feed to a text of ours that our own reader reads without an error."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from msgspec import Struct

from plugins.drafts.draft import Fields, one_line, told, written
from plugins.model.chapter import LENGTHS, Chapter
from plugins.model.entry import KEYWORDS, SUMMARY, TITLE
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS, read_item
from plugins.model.problem import Problem, Severity
from plugins.model.radio import (
    AIRED,
    AUDIO,
    AUDIO_KEY,
    CHAPTERS,
    CREW,
    EPISODE_NUMBER,
    EXTRACT,
    GENRE,
    GUESTS,
    GUID,
    SEASON,
    Episode,
    Genre,
    Recording,
)
from plugins.model.schema import Document
from plugins.model.text import clean
from plugins.model.town import Town
from plugins.model.words import clock
from plugins.moving.item import Item
from plugins.moving.wording import wording
from plugins.studio.proposal import chapter_lines, default_title, moment_words, season

_GENRES = {Genre.BONUS: "bonus", Genre.TRAILER: "bande-annonce"}
_NEEDED = {TITLE.name, EPISODE_NUMBER.name, SEASON.name, AIRED.name, AUDIO_KEY.name, GUID.name}


class Slot(Struct, frozen=True):
    """Where an episode goes."""

    path: str
    """Of its text, from the content folder."""
    number: int
    audio: str
    """Name of its audio file."""


class Composed(Struct, frozen=True):
    """The text of an episode."""

    text: str
    """Empty when none could be made; then a problem is an error."""
    problems: tuple[Problem, ...]


def compose(source: str, item: Item, slot: Slot, chapters: tuple[Chapter, ...], zone: ZoneInfo) -> Composed:
    """Return the text of an episode, and what of it could not be taken; `chapters` are those of a file beside the feed."""
    assert item.published is not None
    words = wording(item.text)
    marks = item.chapters or chapters or words.chapters
    inside = tuple(chapter for chapter in marks if chapter.second < item.seconds)
    fields = _fields(item, slot, words.summary, inside, zone)
    said = [_too_late(source, chapter) for chapter in marks[len(inside) :]]
    while True:
        text = written(fields, words.body)
        errors = _errors(text, item, slot, zone)
        bad = {error.key for error in errors} & {key for key, _ in fields} - _NEEDED
        if not bad:
            break
        said += [told(source, e.key, f"« {e.key} » n'est pas repris : {e.what}", e.instead) for e in errors if e.key in bad]
        fields = tuple(field for field in fields if field[0] not in bad)
    said += [told(source, e.key, f"Cette émission n'est pas reprise : {e.what}", e.instead, Severity.ERROR) for e in errors]
    return Composed("" if errors else text, tuple(said))


def _fields(item: Item, slot: Slot, summary: str, chapters: tuple[Chapter, ...], zone: ZoneInfo) -> Fields:
    assert item.published is not None
    aired = item.published.astimezone(zone)
    start, length = item.soundbite or (0, 0)
    fields = (
        (TITLE.name, one_line(item.title) or default_title(aired.date())),
        (EPISODE_NUMBER.name, str(slot.number)),
        (SEASON.name, season(aired.date())),
        (AIRED.name, moment_words(aired.date(), aired.time())),
        (SUMMARY.name, one_line(summary)),
        (AUDIO_KEY.name, slot.audio),
        (GUID.name, item.guid),
        (GENRE.name, _GENRES.get(item.genre, "")),
        (CHAPTERS.name, chapter_lines(chapters)),
        (EXTRACT.name, f"{clock(start)} {length} s" if length in LENGTHS else ""),
        (GUESTS.name, ", ".join(map(_listable, item.guests))),
        (CREW.name, ", ".join(map(_listable, item.crew))),
        (KEYWORDS.name, ", ".join(map(_listable, item.keywords))),
    )
    return tuple(field for field in fields if field[1])


def _too_late(source: str, chapter: Chapter) -> Problem:
    what = f"Le chapitre « {chapter.title} » commence après la fin de l'enregistrement : il n'est pas repris."
    return told(source, CHAPTERS.name, what, "Vérifiez son heure, puis ajoutez-le au texte.")


def _listable(name: str) -> str:
    """Return a name without the signs that part names in our lists."""
    return one_line(name.replace(",", " –").replace(";", " –")).strip("[]")


def _errors(text: str, item: Item, slot: Slot, zone: ZoneInfo) -> list[Problem]:
    """Return what our own reader finds wrong with a text, also when it reads another GUID than the feed's."""
    town = Town(zone, recordings={f"{AUDIO}/{slot.audio}": Recording(item.size, item.seconds, is_here=False)})
    found, problems = read_item(Document(slot.path, read_header(text, KNOWN_KEYS)), town)
    errors = [problem for problem in problems if problem.is_error]
    if isinstance(found, Episode) and found.guid != item.guid:
        what = f"Son identité « {clean(item.guid)[:80]} » ne s'écrit pas dans un en-tête."
        errors.append(Problem(slot.path, 0, GUID.name, what, "Écrivez cette émission à la main, et dites-le à qui s'occupe du site."))
    return errors
