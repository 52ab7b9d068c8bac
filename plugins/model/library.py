"""From texts to the content of the site, with every problem of every file.

Reading goes by folder, houses first, since everything else may name them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from plugins.model.article import ARTICLE_KEYS, ISSUE_KEYS, NEWS_KEYS, NUMBER_KEY, Article, Issue, read_article, read_issue
from plugins.model.entry import Entry
from plugins.model.event import EVENT_KEYS, read_event
from plugins.model.letter import LETTER_KEYS, read_letter
from plugins.model.page import PAGE_KEYS, read_page
from plugins.model.place import HOUSE_KEYS, PROJECT_KEYS, VENUE_KEYS, House, Project, Venue, read_house, read_project, read_venue
from plugins.model.problem import Problem, Wrong
from plugins.model.radio import EPISODE_KEYS, read_episode
from plugins.model.schema import Document, Key, Sheet, open_sheet
from plugins.model.shelf import SINGLE, Item, Shelf, Single
from plugins.model.text import listed, nearest, slugify
from plugins.model.town import Town

T = TypeVar("T")


class Type(Struct, frozen=True):
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


class Library(Struct, frozen=True):
    """Everything that was read."""

    town: Town
    """With the houses, venues and projects that were read."""
    shelves: tuple[Shelf, ...]
    """One for each folder."""

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Return the items of one type, folder by folder."""
        return tuple(chain.from_iterable(shelf.of(kind) for shelf in self.shelves))

    @property
    def unread(self) -> frozenset[str]:
        """Paths of the documents that could not be read at all."""
        return frozenset(path for shelf in self.shelves for path in shelf.unread)

    @property
    def drafts(self) -> frozenset[str]:
        """Paths of the drafts that were left out."""
        return frozenset(path for shelf in self.shelves for path in shelf.drafts)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of each text, and those of two texts that go ill together."""
        return (*chain.from_iterable(shelf.problems for shelf in self.shelves), *_clashes(self))


def read_item(document: Document, town: Town) -> tuple[Item | None, list[Problem]]:
    """Return what one document tells of, and its problems; None when too little of it can be read."""
    type_ = next((type_ for type_ in TYPES if type_.takes(document.path)), None)
    if type_ is None:
        return None, [_misplaced(document, town.folder)]
    sheet = open_sheet(document, type_.keys, town.folder)
    item = type_.read(sheet, town) if document.header.fields else None
    return item, sheet.problems


Read = Callable[[Sequence[str], Town], Iterable[Shelf]]
"""Reads the texts of some folders in a town that already has what they may name."""


def read_library(folders: Iterable[str], read: Read, town: Town) -> Library:
    """Return all that lies in some folders, under their paths from the content folder."""
    waiting = {name: list(under) for name, under in groupby(sorted(folders, key=lambda folder: folder.split("/")), _top)}
    places = [*read([*waiting.pop("maisons", ()), *waiting.pop("lieux", ())], town)]
    houses = {house.slug: house for shelf in places for house in shelf.of(House)}
    venues = {venue.key: venue for shelf in places for venue in shelf.of(Venue)}
    town = replace(town, houses=houses, venues=venues)
    works = [*read(waiting.pop("projets", []), town)]
    town = replace(town, projects={project.slug: project for shelf in works for project in shelf.of(Project)})
    return Library(town, (*places, *works, *read([*chain.from_iterable(waiting.values())], town)))


def _top(folder: str) -> str:
    return folder.partition("/")[0]


def _misplaced(document: Document, folder: str) -> Problem:
    folders = sorted({type_.folder for type_ in TYPES})
    near = nearest(document.path.partition("/")[0], folders)
    hint = f"Vouliez-vous « {folder}/{near}/ » ?" if near else f"Rangez-le dans {listed(folders, 'ou')}."
    return Problem(f"{folder}/{document.path}", 0, "", "Ce fichier n'est dans aucun dossier du site.", hint)


def _clashes(library: Library) -> list[Problem]:
    """Return a problem for each thing that must be one of its kind and is not, and for articles of no issue."""
    folder = library.town.folder
    doubles = [problem for number, one in enumerate(SINGLE) for problem in _doubles(library, one, number)]
    issues = {None, *(issue.number for issue in library.of(Issue))}
    return doubles + [_orphan(article, folder) for article in library.of(Article) if article.number not in issues]


def _orphan(article: Article, folder: str) -> Problem:
    number = article.number
    hint = f"Créez « {folder}/fil/{number}/numero.md », ou corrigez le numéro."
    return Problem(f"{folder}/{article.path}", 0, NUMBER_KEY.name, f"Le numéro {number} n'existe pas.", hint)


def _doubles(library: Library, single: Single, number: int) -> Iterator[Problem]:
    marks = [*chain.from_iterable(shelf.marks[number] for shelf in library.shelves)]
    if len(set(marks)) == len(marks):
        return
    first: dict[object, Entry] = {}
    folder = library.town.folder
    for mark, entry in zip(marks, library.of(single.kind), strict=True):
        if (other := first.setdefault(mark, entry)) is not entry:
            wrong = Wrong(f"Ce fichier et « {folder}/{other.path} » ont {single.what} : {mark}.", single.instead)
            yield Problem(f"{folder}/{entry.path}", 0, single.key, wrong.what, wrong.instead)
