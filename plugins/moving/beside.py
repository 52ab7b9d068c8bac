"""Files that lie beside a feed on this machine: the audio of its episodes, and their chapters."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from posixpath import basename
from urllib.parse import unquote, urlsplit

from plugins.model.chapter import Chapter
from plugins.moving.item import Item
from plugins.moving.values import ascending

LARGEST_CHAPTERS = 1_000_000
"""Bytes."""


class Beside:
    """The files that belong to a feed, found by what the addresses in it end with."""

    def __init__(self, folder: Path, audio: Path | None, items: Iterable[Item]) -> None:
        """Take the feed's own folder, where chapters lie, and that of its audio, which is looked through once."""
        self._folder = folder
        self._audio: Mapping[str, list[Path]] = defaultdict(list)
        for path in sorted(audio.rglob("*")) if audio else ():
            if path.is_file():
                self._audio[path.name.casefold()].append(path)
        self._names = Counter(basename(urlsplit(item.chapters_url).path) for item in items)

    def audio(self, item: Item) -> Path | None:
        """Return the audio of an episode: the one file of its name, the one of its size among several."""
        found = self._audio.get(item.name.casefold(), [])
        exact = [path for path in found if path.stat().st_size == item.size]
        return next(iter(exact), None) or (found[0] if len(found) == 1 else None)

    def chapters(self, url: str) -> tuple[Chapter, ...] | None:
        """Return the chapters of the file that was saved from an address, None when there is none that can be read.

        It lies where `wget -x` or `wget -nH -x` puts it, or under its bare name where no other episode's is called the same.
        """
        address = urlsplit(url)
        path, name = unquote(address.path).strip("/"), basename(address.path)
        places = (f"{address.netloc}/{path}", path, *([name] if self._names[name] == 1 else []))
        files = (self._folder / place for place in places if place)
        inside = (file for file in files if file.is_file() and file.resolve().is_relative_to(self._folder.resolve()))
        return next((chapters for file in inside if (chapters := read_chapters(file)) is not None), None)


def read_chapters(path: Path) -> tuple[Chapter, ...] | None:
    """Return the chapters of a file (JSON Chapters 1.2.0), None when it holds none; those kept out of the table of contents are left out."""
    if path.stat().st_size > LARGEST_CHAPTERS:
        return None
    try:
        marks = json.loads(path.read_text("utf-8-sig"))["chapters"]
        return ascending((float(mark["startTime"]), str(mark.get("title", ""))) for mark in marks if mark.get("toc", True))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
