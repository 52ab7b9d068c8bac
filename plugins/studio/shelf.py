"""The episodes that are there already, read as far as they can be: also drafts, also those whose audio is missing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from posixpath import basename

from msgspec import Struct

from plugins.content_types.found import is_text
from plugins.content_types.survey import walk
from plugins.model.chapter import Chapter
from plugins.model.dates import Moment
from plugins.model.entry import TITLE
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS
from plugins.model.radio import AIRED, AUDIO, AUDIO_KEY, CHAPTERS, EPISODE_KEYS, EPISODE_NUMBER, GUID
from plugins.model.schema import Document, open_sheet
from plugins.model.site import Show

FOLDER = AUDIO.partition("/")[0]
"""Where episodes lie under the content folder."""


class Known(Struct, frozen=True):
    """What an episode's text says that counts for its audio."""

    path: str
    """From the content folder."""
    text: str
    title: str
    number: int | None
    aired: Moment | None
    audio: str
    """Name of the file."""
    guid: str
    chapters: tuple[Chapter, ...]


def read_known(path: str, text: str, show: Show) -> Known:
    """Return what an episode's text says; what cannot be read is left out, for `inv check` to tell."""
    sheet = open_sheet(Document(path, read_header(text, KNOWN_KEYS)), EPISODE_KEYS)
    number = sheet.get(EPISODE_NUMBER)
    pinned = sheet.get(GUID) or ("" if number is None else f"{show.guid_prefix}{number}")
    chapters = sheet.get(CHAPTERS) or ()
    return Known(path, text, sheet.get(TITLE) or "", number, sheet.get(AIRED), basename(sheet.get(AUDIO_KEY) or ""), pinned, chapters)


def known(content: Path, show: Show) -> tuple[Known, ...]:
    """Return the episodes under a content folder, in the order of their paths."""
    paths = [Path(path) for path in walk(content / FOLDER) if is_text(path)]
    return tuple(read_known(path.relative_to(content).as_posix(), path.read_text("utf-8-sig", errors="replace"), show) for path in paths)


def is_somewhere(content: Path, audio: str) -> bool:
    """Return whether there is an audio file of this name, or its sidecar."""
    path = content / AUDIO / audio
    return bool(audio) and (path.exists() or path.with_name(f"{audio}.json").exists())


def free_name(stem: str, end: str, taken: Iterable[str]) -> str:
    """Return the stem with its end, and with `-2`, `-3`… between them when that is taken."""
    names = set(taken)
    number = 1
    while (name := f"{stem}{f'-{number}' if number > 1 else ''}{end}") in names:
        number += 1
    return name
