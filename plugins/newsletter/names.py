"""The names a letter puts first or leaves out: file names, checked against what exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.model.entry import Entry
from plugins.model.event import Event
from plugins.model.letter import FEATURED, HIDDEN, Letter
from plugins.model.occurrence import Occurrence
from plugins.model.problem import Problem
from plugins.model.schema import Key
from plugins.model.site import Site, file_name
from plugins.model.text import nearest

FOLDER = "content"


def is_named(entry: Entry, written: str) -> bool:
    """Return whether a letter means this entry; folder and `.md` may be written too."""
    return file_name(entry.path) == file_name(written)


def next_date(event: Event, letter: Letter) -> Occurrence | None:
    """Return the first date of an event that is not over on the day of the letter."""
    return next((found for found in event.occurrences if found.last_day >= letter.day), None)


def name_problems(site: Site) -> Iterator[Problem]:
    """Yield a problem for each name that a letter gives and no event or text bears, and for each event put first that is over."""
    for letter in site.letters:
        yield from _of_letter(site, letter)


def _of_letter(site: Site, letter: Letter) -> Iterator[Problem]:
    for key, names in ((FEATURED, letter.featured), (HIDDEN, letter.hidden)):
        for name in names:
            named = site.named(name)
            if not named:
                yield _unknown(letter, key, name, site.file_names)
            elif key is FEATURED and all(isinstance(entry, Event) and next_date(entry, letter) is None for entry in named):
                yield _over(letter, name)


def _over(letter: Letter, name: str) -> Problem:
    what = f"« {name} » n'a plus de date à partir du {letter.day:%d/%m/%Y}."
    return Problem(f"{FOLDER}/{letter.path}", 0, FEATURED.name, what, "Choisissez un rendez-vous à venir, ou retirez ce nom.")


def _unknown(letter: Letter, key: Key[tuple[str, ...]], name: str, known: Iterable[str]) -> Problem:
    near = nearest(file_name(name), known)
    hint = f"Vouliez-vous écrire « {near} » ?" if near else "Écrivez le nom du fichier d'un événement, d'un article ou d'une actualité, sans « .md »."
    return Problem(f"{FOLDER}/{letter.path}", 0, key.name, f"« {name} » : aucun événement ni texte ne porte ce nom.", hint)
