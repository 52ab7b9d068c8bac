"""Reading the texts: each is understood once, and again only when it, or something of the town that it asked for, has changed.

A folder in which nothing has changed is taken as a whole, with all that was worked out from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from typing import TypeVar

from msgspec.structs import replace

from plugins.build.again import the_same
from plugins.build.cores import on_all_cores
from plugins.build.fingerprint import Digested, Fingerprints, digested
from plugins.build.lately import by_identity
from plugins.content_types.config import Config
from plugins.content_types.found import Found
from plugins.content_types.memory import Folder, Memory, Question, Text
from plugins.content_types.utf8 import not_utf8
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS, read_item
from plugins.model.schema import Document
from plugins.model.shelf import Shelf, shelve
from plugins.model.town import Town

T = TypeVar("T")
WORTH_A_PROCESS = 200
"""Texts below which a second process costs more than it saves."""


class Texts:
    """The texts of one reading; `read` is what the library asks."""

    def __init__(self, config: Config, found: Found, past: Memory, prints: Fingerprints, around: bytes) -> None:
        """Take what was understood before, to be used where the settings, whose fingerprint is `around`, are the same."""
        self._config = config
        self._past = past if past.around == around else Memory()
        self._prints = prints
        self._around = around
        self.digests = found.texts
        """Of the bytes of each text, by folder and path."""
        self.all: dict[str, Folder] = {}
        """What was read, by folder."""

    def read(self, folders: Sequence[str], town: Town) -> list[Shelf]:
        """Return what the texts of some folders tell of; the fingerprint of an item is that of all it was made of."""
        asked = the_same(f"town {folders[:1]}", town)  # the one of the last run, where its answers are the same
        known = {name: self._known(name, asked) for name in folders}
        lacking = [(name, folder) for name, folder in known.items() if not self._is_full(name, folder)]
        new = [path for name, folder in lacking for path in self.digests[name] if path not in folder.texts]
        texts = dict(zip(new, on_all_cores(partial(self._anew, town), new, WORTH_A_PROCESS), strict=True))
        read = {name: self._filled(name, folder, texts) for name, folder in known.items()}
        for folder in read.values():
            self._prints.know(_items(folder))
        self.all |= read
        return [_shelf(folder, self._config.drafts) for folder in read.values()]

    def _known(self, name: str, town: Town) -> Folder:
        """Return the texts of a folder that are as they were; the very same folder where all are."""
        before, digests = self._past.kept(name).folder, self.digests[name]
        holds = _holds(_asked(before), town)
        if holds and _digests(before) == digests:
            return before
        kept = {path: text for path, text in before.texts.items() if text.digest == digests.get(path) and (holds or _holds(text.asked, town))}
        return Folder(kept)

    def _is_full(self, name: str, folder: Folder) -> bool:
        return len(folder.texts) == len(self.digests[name])

    def _filled(self, name: str, folder: Folder, new: Mapping[str, Text]) -> Folder:
        return folder if self._is_full(name, folder) else Folder({path: folder.texts.get(path) or new[path] for path in self.digests[name]})

    def _anew(self, town: Town, path: str) -> Text:
        data = (self._config.content / path).read_bytes()
        digest = blake2b(data, digest_size=16).digest()
        try:
            header = read_header(data.decode("utf-8-sig"), KNOWN_KEYS)
        except UnicodeDecodeError as error:
            return Text(digest, None, (not_utf8(f"{town.folder}/{path}", data, error),), {}, b"")
        asked: dict[Question, object] = {}
        item, problems = read_item(Document(path, header), _watched(town, asked))
        made_of = self._prints.of((path, digest, self._around, asked))
        return Text(digest, item, tuple(problems), asked, made_of, header.body, header.body_line)


@by_identity()
def _digests(folder: Folder) -> Mapping[str, bytes]:
    return {path: text.digest for path, text in folder.texts.items()}


@by_identity()
def _asked(folder: Folder) -> Mapping[Question, object]:
    """Return what the texts of a folder asked the town; two that asked the same got the same answer."""
    return {question: answer for text in folder.texts.values() for question, answer in text.asked.items()}


@by_identity()
def _items(folder: Folder) -> Digested:
    """Return the items of a folder with their fingerprints."""
    return digested((text.item, text.fingerprint) for text in folder.texts.values() if text.item is not None)


@by_identity()
def _shelf(folder: Folder, drafts: bool) -> Shelf:
    return shelve({path: (text.item, text.problems) for path, text in folder.texts.items()}, drafts)


@by_identity()
def _holds(asked: Mapping[Question, object], town: Town) -> bool:
    """Return whether the town still answers what it answered."""
    return all(_answer(getattr(town, table), name) == answer for (table, name), answer in asked.items())


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
