"""What the texts of one folder tell of: as long as nothing in the folder changes, all that is worked out from it stays too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from plugins.model.article import Issue
from plugins.model.entry import Entry
from plugins.model.event import UID, Event
from plugins.model.place import Venue
from plugins.model.problem import Problem
from plugins.model.radio import Episode

Item = Entry | Venue
Understood = tuple[Item | None, Sequence[Problem]]
"""What one text tells of, and its problems; None when too little of it can be read."""
T = TypeVar("T")


class Single(Struct, frozen=True):
    """What no two entries of a kind may have alike."""

    kind: type[Entry]
    what: str
    """French, after « ont »."""
    mark: Callable[[Any], object]
    key: str
    """Of the header; empty: the file itself."""
    instead: str
    """French, what to do about two of them."""


SINGLE = (
    Single(Entry, "la même adresse", lambda entry: entry.address.casefold(), "", "Changez l'un des deux : son nom de fichier ou sa clé « slug »."),
    Single(Event, "le même uid", lambda event: event.uid, UID.name, "Si l'un est une copie de l'autre, effacez la ligne « uid » de la copie."),
    Single(Episode, "le même numéro d'émission", lambda episode: episode.number, "numero", "Changez l'un des deux, clé « numero »."),
)


class Shelf(Struct, frozen=True, dict=True):
    """The texts of one folder, in the order of their paths."""

    items: tuple[Item, ...] = ()
    """With those that have an error but could be read, so that what names them is not blamed too."""
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()
    """Paths of the documents that could not be read at all."""
    drafts: tuple[str, ...] = ()
    """Paths of the drafts that were left out."""

    @cached_property
    def _by_type(self) -> Mapping[type[Item], list[Item]]:
        found: dict[type[Item], list[Item]] = defaultdict(list)
        for item in self.items:
            found[type(item)].append(item)
        return found

    def of(self, kind: type[T]) -> list[T]:
        """Return the items of one type."""
        return [item for type_, items in self._by_type.items() if issubclass(type_, kind) for item in items]  # type: ignore[misc]  # of that type

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """The address of each entry, by path."""
        return {entry.path: entry.address for entry in self.of(Entry)}

    @cached_property
    def marks(self) -> tuple[Sequence[object], ...]:
        """What must be single, of each entry that has it, in the order of SINGLE."""
        return tuple([single.mark(entry) for entry in self.of(single.kind)] for single in SINGLE)

    @cached_property
    def appearing(self) -> Mapping[str, date]:
        """The day on which entries appear that were not there from the first, by path."""
        return {entry.path: entry.appears for entry in self.of(Entry) if entry.appears}

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths of the files that headers show."""
        pictures = {entry.picture.file.path for entry in self.of(Entry) if entry.picture}
        return frozenset(pictures | {issue.pdf.path for issue in self.of(Issue) if issue.pdf})


def shelve(texts: Mapping[str, Understood], drafts: bool) -> Shelf:
    """Return what some texts tell of, by path; drafts are read for their problems, and kept only when asked for."""
    left_out = {path: item for path, (item, _) in texts.items() if isinstance(item, Entry) and item.is_draft and not drafts}
    return Shelf(
        items=tuple(item for path, (item, _) in texts.items() if item is not None and path not in left_out),
        problems=tuple(problem for _, problems in texts.values() for problem in problems),
        unread=tuple(path for path, (item, _) in texts.items() if item is None),
        drafts=tuple(left_out),
    )
