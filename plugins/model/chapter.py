"""The chapters of an episode: moments with a title, and the one that is put forward."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.model.schema import Kind

CLOCK = r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)"
"""A moment of a recording, `00:12:30` or `12:30`."""
_CHAPTER = re.compile(rf"{CLOCK}\s+[-–—]?\s*(?:\[(?P<mark>[^\]]+)\]\s*)?(?P<title>.+)")
_SOUNDBITE = re.compile(rf"{CLOCK}\s*[,;]?\s+(?P<length>\d{{1,3}})\s*s(?:econdes?)?\.?")
LENGTHS = range(15, 121)
"""Seconds of a soundbite (Podcasting 2.0)."""


class Chapter(Struct, frozen=True):
    """A moment of an episode."""

    second: int
    title: str
    mark: str = ""
    """The chronicle that stands in brackets before the title; empty: the title says it, or there is none."""


class Soundbite(Struct, frozen=True):
    """The short extract that tells best what an episode is."""

    second: int
    seconds: int


def second_of(match: re.Match[str]) -> int:
    """Return the seconds that a match of CLOCK says."""
    return int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + int(match["seconds"])


def _read_chapters(text: str, _: date | None) -> tuple[Chapter, ...]:
    chapters = tuple(_read_chapter(line.strip("-• ")) for line in text.split("\n") if line.strip())
    for before, after in pairwise(chapters):
        if after.second <= before.second:
            raise Wrong(f"Le chapitre « {after.title} » ne vient pas après « {before.title} ».", "Rangez les chapitres du premier au dernier.")
    return chapters


def _read_chapter(line: str) -> Chapter:
    match = _CHAPTER.fullmatch(line)
    if not match:
        raise Wrong(f"« {line} » n'est pas un chapitre.", "Écrivez par exemple « 00:12:30 Le titre du chapitre ».")
    return Chapter(second_of(match), match["title"], (match["mark"] or "").strip())


def _read_soundbite(text: str, _: date | None) -> Soundbite:
    match = _SOUNDBITE.fullmatch(text.strip())
    if not match:
        raise Wrong(f"« {text} » n'est pas un extrait.", "Écrivez son début puis sa longueur, par exemple « 00:12:30 45 s ».")
    if int(match["length"]) not in LENGTHS:
        raise Wrong(f"Un extrait de {match['length']} s ne sert pas.", f"Choisissez entre {LENGTHS[0]} et {LENGTHS[-1]} secondes.")
    return Soundbite(second_of(match), int(match["length"]))


CHAPTER_LINES = Kind("un chapitre par ligne : « 00:12:30 Titre »", _read_chapters)
SOUNDBITE = Kind("un moment, puis une longueur en secondes", _read_soundbite)
