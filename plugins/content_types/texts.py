"""Reading the texts: each is understood once, and again only when it, or something of the town that it asked for, has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from plugins.build.fingerprint import Fingerprints
from plugins.content_types.memory import Memory, Question, Text
from plugins.content_types.survey import Found
from plugins.content_types.utf8 import not_utf8
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS, Item, read_item
from plugins.model.problem import Problem
from plugins.model.schema import Document
from plugins.model.town import Town

T = TypeVar("T")


class Texts:
    """The texts of one reading; `read` is what the library asks."""

    def __init__(self, content: Path, found: Found, past: Memory, prints: Fingerprints, around: bytes) -> None:
        """Take what was understood before, to be used where the settings, whose fingerprint is `around`, are the same."""
        self._content = content
        self._found = found
        self._past = past if past.around == around else Memory()
        self._prints = prints
        self._around = around
        self._compared: tuple[Town | None, bool] = (None, False)
        self.all: dict[str, Text] = {}
        """What was read, by path."""

    def read(self, path: str, town: Town) -> tuple[Item | None, tuple[Problem, ...]]:
        """Return what one text tells of, and its problems; its fingerprint is that of all it was made of."""
        kept = self._past.texts.get(path)
        is_same = kept and kept.digest == self._found.seen[path].digest and (self._is_same(town) or _holds(kept, town))
        text = self.all[path] = kept if kept and is_same else self._anew(path, town)
        if text.item is not None:
            self._prints.know(text.item, text.fingerprint)
        return text.item, text.problems

    def _is_same(self, town: Town) -> bool:
        """Return whether the whole town is as it was; compared once for all the texts that are read in it."""
        if self._compared[0] is not town:
            self._compared = town, town == self._past.town
        return self._compared[1]

    def _anew(self, path: str, town: Town) -> Text:
        data = (self._content / path).read_bytes()
        digest = blake2b(data, digest_size=16).digest()
        try:
            header = read_header(data.decode("utf-8-sig"), KNOWN_KEYS)
        except UnicodeDecodeError as error:
            return Text(digest, None, (not_utf8(f"{town.folder}/{path}", data, error),), {}, b"")
        asked: dict[Question, object] = {}
        item, problems = read_item(Document(path, header), _watched(town, asked))
        made_of = self._prints.of((path, digest, self._around, asked))
        return Text(digest, item, tuple(problems), asked, made_of, header.body, header.body_line)


def _holds(text: Text, town: Town) -> bool:
    """Return whether the town still answers what it answered when the text was read."""
    return all(_answer(getattr(town, table), name) == answer for (table, name), answer in text.asked.items())


def _answer(table: Mapping[str, T], name: str) -> T | tuple[tuple[str, T], ...] | None:
    return table.get(name) if name else tuple(table.items())


def _watched(town: Town, asked: dict[Question, object]) -> Town:
    """Return the town with tables that note what they are asked: all that lies under content/ too, the rest being settings."""
    return replace(
        town,
        files=_Watched("files", town.files, asked),
        recordings=_Watched("recordings", town.recordings, asked),
        houses=_Watched("houses", town.houses, asked),
        venues=_Watched("venues", town.venues, asked),
        projects=_Watched("projects", town.projects, asked),
    )


class _Watched(Mapping[str, T]):
    """A table that notes each question with its answer; whoever goes through all of it has asked for all of it."""

    def __init__(self, name: str, table: Mapping[str, T], asked: dict[Question, object]) -> None:
        self._name = name
        self._table = table
        self._asked = asked

    def __getitem__(self, name: str) -> T:
        self._asked[self._name, name] = self._table.get(name)
        return self._table[name]

    def __iter__(self) -> Iterator[str]:
        self._asked[self._name, ""] = _answer(self._table, "")
        return iter(self._table)

    def __len__(self) -> int:
        return len(tuple(iter(self)))
