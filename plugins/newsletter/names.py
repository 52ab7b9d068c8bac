"""What a letter names: file names that it puts first or leaves out, and the issue it carries, checked against what exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.model.article import Issue
from plugins.model.entry import Entry
from plugins.model.event import Event
from plugins.model.file_names import file_name
from plugins.model.letter import CARRIED, FEATURED, HIDDEN, Letter
from plugins.model.occurrence import Occurrence
from plugins.model.problem import Problem
from plugins.model.schema import Key
from plugins.model.site import Site
from plugins.model.text import nearest

FOLDER = "content"


def is_named(entry: Entry, written: str) -> bool:
    """Return whether a letter means this entry; folder and `.md` may be written too."""
    return file_name(entry.path) == file_name(written)


def is_shown(entry: Entry, letter: Letter) -> bool:
    """Return whether an entry may stand in a letter: it is published, and the writer does not leave it out."""
    return not entry.is_draft and not any(is_named(entry, name) for name in letter.hidden)


def carried(site: Site, letter: Letter) -> Issue | None:
    """Return the issue that a letter carries; None when it carries none, or one that is not published."""
    return next((issue for issue in site.issues if issue.number == letter.number and not issue.is_draft), None)


def next_date(event: Event, letter: Letter) -> Occurrence | None:
    """Return the first date of an event that is not over on the day of the letter."""
    return next((found for found in event.occurrences if found.last_day >= letter.day), None)


def name_problems(site: Site) -> Iterator[Problem]:
    """Yield a problem for each name that a letter gives and nothing bears, for each event put first that is over, each text that is not out yet."""
    for letter in site.letters:
        yield from _of_letter(site, letter)
        if letter.number is not None:
            yield from _of_issue(carried(site, letter), letter)


def _of_letter(site: Site, letter: Letter) -> Iterator[Problem]:
    for key, names in ((FEATURED, letter.featured), (HIDDEN, letter.hidden)):
        for name in names:
            named = site.named(name)
            if not named:
                yield _unknown(letter, key, name, site.file_names)
            elif key is FEATURED:
                yield from _late(letter, name, named)


def _late(letter: Letter, name: str, named: tuple[Entry, ...]) -> Iterator[Problem]:
    """Yield a problem when all that bears a name is over on the day of the letter, or none of it is out."""
    if all(isinstance(entry, Event) and next_date(entry, letter) is None for entry in named):
        what = f"« {name} » n'a plus de date à partir du {letter.day:%d/%m/%Y}."
        yield _problem(letter, FEATURED, what, "Choisissez un rendez-vous à venir, ou retirez ce nom.")
    elif all(entry.appears and entry.appears > letter.day for entry in named):
        what = f"« {name} » ne paraît que le {named[0].appears:%d/%m/%Y}, après le départ de la lettre."
        yield _problem(letter, FEATURED, what, "Avancez sa date, ou retirez ce nom.")


def _of_issue(issue: Issue | None, letter: Letter) -> Iterator[Problem]:
    if issue is None:
        what = f"Le numéro {letter.number} n'existe pas, ou c'est un brouillon."
        yield _problem(letter, CARRIED, what, f"Créez « {FOLDER}/fil/{letter.number}/numero.md », publiez-le, ou corrigez le numéro.")
    elif issue.date > letter.day:
        what = f"Le numéro {issue.number} ne paraît que le {issue.date:%d/%m/%Y}, et la lettre part le {letter.day:%d/%m/%Y}."
        yield _problem(letter, CARRIED, what, "Avancez la date du numéro, ou prenez une semaine plus tard.")


def _unknown(letter: Letter, key: Key[tuple[str, ...]], name: str, known: Iterable[str]) -> Problem:
    near = nearest(file_name(name), known)
    hint = f"Vouliez-vous écrire « {near} » ?" if near else "Écrivez le nom du fichier d'un événement, d'un article ou d'une actualité, sans « .md »."
    return _problem(letter, key, f"« {name} » : aucun événement ni texte ne porte ce nom.", hint)


def _problem(letter: Letter, key: Key[object], what: str, instead: str) -> Problem:
    return Problem(f"{FOLDER}/{letter.path}", 0, key.name, what, instead)
