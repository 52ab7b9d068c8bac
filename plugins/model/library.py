"""From texts to the content of the site, with every problem of every file.

Reading goes by folder, houses first, since everything else may name them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from plugins.model.article import ARTICLE_KEYS, ISSUE_KEYS, NEWS_KEYS, NUMBER_KEY, Article, Issue, read_article, read_issue
from plugins.model.entry import Entry
from plugins.model.event import EVENT_KEYS, UID, Event, read_event
from plugins.model.letter import LETTER_KEYS, read_letter
from plugins.model.page import PAGE_KEYS, read_page
from plugins.model.place import HOUSE_KEYS, PROJECT_KEYS, VENUE_KEYS, House, Project, Venue, read_house, read_project, read_venue
from plugins.model.problem import Problem, Wrong
from plugins.model.radio import EPISODE_KEYS, Episode, read_episode
from plugins.model.schema import Document, Key, Sheet, open_sheet
from plugins.model.text import listed, nearest, slugify
from plugins.model.town import Town

Item = Entry | Venue
T = TypeVar("T")
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Type:
    """A type of content: where it lies, what its header may hold, how it is read."""

    folder: str
    title: str
    """What the guide calls it, French."""
    keys: tuple[Key[object], ...]
    read: Callable[[Sheet, Town], Item | None]
    file: str = ""
    """Name of the file that alone has this type; empty: every other file of the folder."""

    def takes(self, path: str) -> bool:
        """Return whether the file at this path has this type."""
        folder, _, rest = path.partition("/")
        return folder == self.folder and (not self.file or rest.casefold().endswith(f"/{self.file}"))


def _stem(sheet: Sheet) -> str:
    return slugify(sheet.document.path.rsplit("/", 1)[-1].rsplit(".", 1)[0])


TYPES = (
    Type("maisons", "Une maison", HOUSE_KEYS, read_house),
    Type("lieux", "Un lieu", VENUE_KEYS, lambda sheet, _: read_venue(sheet, _stem(sheet))),
    Type("projets", "Un projet", PROJECT_KEYS, read_project),
    Type("evenements", "Un événement", EVENT_KEYS, read_event),
    Type("actualites", "Une actualité", NEWS_KEYS, read_article),
    Type("fil", "Un numéro du Fil", ISSUE_KEYS, read_issue, file="numero.md"),
    Type("fil", "Un article du Fil", ARTICLE_KEYS, read_article),
    Type("bobine", "Une émission", EPISODE_KEYS, read_episode),
    Type("lettres", "Une lettre", LETTER_KEYS, read_letter),
    Type("pages", "Une page", PAGE_KEYS, read_page),
)
KNOWN_KEYS = frozenset(name for type_ in TYPES for key in type_.keys for name in (key.name, *key.also))
"""Every folded key that some type knows; the header reader asks for it."""


@dataclass(frozen=True)
class Library:
    """Everything that was read, in the order of the paths."""

    town: Town
    """With the houses, venues and projects that were read."""
    items: tuple[Item, ...]
    """With those that have an error but could be read, so that what names them is not blamed too."""
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()
    """Paths of the documents that could not be read at all."""
    drafts: frozenset[str] = frozenset()
    """Paths of the drafts that were left out."""

    @cached_property
    def _by_type(self) -> Mapping[type[Item], list[Item]]:
        found: dict[type[Item], list[Item]] = defaultdict(list)
        for item in self.items:
            found[type(item)].append(item)
        return found

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Return the items of one type."""
        return tuple(item for type_, items in self._by_type.items() if issubclass(type_, kind) for item in items)  # type: ignore[misc]  # of that type


def read_item(document: Document, town: Town) -> tuple[Item | None, list[Problem]]:
    """Return what one document tells of, and its problems; None when too little of it can be read."""
    type_ = next((type_ for type_ in TYPES if type_.takes(document.path)), None)
    if type_ is None:
        return None, [_misplaced(document, town.folder)]
    sheet = open_sheet(document, type_.keys, town.folder)
    item = type_.read(sheet, town) if document.header.fields else None
    return item, sheet.problems


Read = Callable[[str, Town], tuple[Item | None, Sequence[Problem]]]
"""Reads the text at a path in a town that already has what the text may name."""


def read_library(paths: Iterable[str], read: Read, town: Town, drafts: bool = False) -> Library:
    """Return all items and all problems; drafts are read for their problems, and kept only when asked for."""
    shelf = _Shelf(paths, read, drafts)
    shelf.read(("maisons", "lieux"), town)
    houses = {item.slug: item for item in shelf.items if isinstance(item, House)}
    venues = {item.key: item for item in shelf.items if isinstance(item, Venue)}
    town = replace(town, houses=houses, venues=venues)
    shelf.read(("projets",), town)
    town = replace(town, projects={item.slug: item for item in shelf.items if isinstance(item, Project)})
    shelf.read(tuple(shelf.waiting), town)
    problems = (*shelf.problems, *_clashes(shelf.items, town.folder))
    return Library(town, tuple(shelf.items), problems, frozenset(shelf.unread), frozenset(shelf.left_out))


class _Shelf:
    """Texts waiting to be read, and what came of those that were."""

    def __init__(self, paths: Iterable[str], read: Read, drafts: bool) -> None:
        self.drafts = drafts
        self.items: list[Item] = []
        self.problems: list[Problem] = []
        self.unread: list[str] = []
        self.left_out: list[str] = []
        self.waiting: dict[str, list[str]] = defaultdict(list)
        self._read = read
        for path in sorted(paths):
            self.waiting[path.partition("/")[0]].append(path)

    def read(self, folders: Iterable[str], town: Town) -> None:
        for path in chain.from_iterable(self.waiting.pop(folder, []) for folder in folders):
            item, problems = self._read(path, town)
            self.problems += problems
            if item is None:
                self.unread.append(path)
            elif isinstance(item, Entry) and item.is_draft and not self.drafts:
                self.left_out.append(path)
            else:
                self.items.append(item)


def _misplaced(document: Document, folder: str) -> Problem:
    folders = sorted({type_.folder for type_ in TYPES})
    near = nearest(document.path.partition("/")[0], folders)
    hint = f"Vouliez-vous « {folder}/{near}/ » ?" if near else f"Rangez-le dans {listed(folders, 'ou')}."
    return Problem(f"{folder}/{document.path}", 0, "", "Ce fichier n'est dans aucun dossier du site.", hint)


def _clashes(items: Iterable[Item], folder: str) -> list[Problem]:
    """Return a problem for each thing that must be one of its kind and is not, and for articles of no issue."""
    entries = [item for item in items if isinstance(item, Entry)]
    doubles = [
        *_doubles(entries, folder, "", "la même adresse", lambda entry: entry.address.casefold()),
        *_doubles((e for e in entries if isinstance(e, Event)), folder, UID.name, "le même uid", lambda event: event.uid),
        *_doubles((e for e in entries if isinstance(e, Episode)), folder, "numero", "le même numéro d'émission", lambda episode: episode.number),
    ]
    issues = {None, *(entry.number for entry in entries if isinstance(entry, Issue))}
    return doubles + [_orphan(entry, folder) for entry in entries if isinstance(entry, Article) and entry.number not in issues]


def _orphan(article: Article, folder: str) -> Problem:
    number = article.number
    hint = f"Créez « {folder}/fil/{number}/numero.md », ou corrigez le numéro."
    return Problem(f"{folder}/{article.path}", 0, NUMBER_KEY.name, f"Le numéro {number} n'existe pas.", hint)


_DOUBLED = {
    "": "Changez l'un des deux : son nom de fichier ou sa clé « slug ».",
    UID.name: "Si l'un est une copie de l'autre, effacez la ligne « uid » de la copie.",
}
"""What to do about two of a kind, by the key that tells them apart where it is no plain one; empty: the file itself."""


def _doubles(entries: Iterable[E], folder: str, key: str, what: str, mark: Callable[[E], object]) -> Iterator[Problem]:
    marked = [(mark(entry), entry) for entry in entries]
    if len({value for value, _ in marked}) == len(marked):
        return
    first: dict[object, Entry] = {}
    for value, entry in marked:
        if (other := first.setdefault(value, entry)) is not entry:
            wrong = Wrong(
                f"Ce fichier et « {folder}/{other.path} » ont {what} : {value}.",
                _DOUBLED.get(key, f"Changez l'un des deux, clé « {key} »."),
            )
            yield Problem(f"{folder}/{entry.path}", 0, key, wrong.what, wrong.instead)
