"""The schema: every key of the header, its kind, what it is for and an example.

One source for reading, for the French messages, for the writers' guide and for forms. A type of
content lists its Keys; a Sheet reads one document through them and collects the problems.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct, field

from plugins.model.header import Field, Header
from plugins.model.problem import Problem, Severity, Wrong
from plugins.model.text import nearest

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class Kind(Struct, Generic[T_co], frozen=True):
    """How a value is written."""

    name: str
    """What the guide calls it, French."""
    read: Callable[[str, date | None], T_co]
    """Returns the value of a text; the date is the one that a date without a year is near to. Raises Wrong."""


class Key(Struct, Generic[T_co], frozen=True):
    """One key of a header."""

    name: str
    """As the writers' guide spells it, folded: `inscription-avant`."""
    kind: Kind[T_co]
    purpose: str
    """What it says, one French sentence for the guide and the forms."""
    example: str
    """A value that can be copied."""
    required: bool = False
    also: tuple[str, ...] = ()
    """Other folded names read as this key: Pelican's own, or a common spelling."""


class Document(Struct, frozen=True):
    """A content file in memory, its header taken apart."""

    path: str
    """From the content folder, with slashes: `evenements/2026/soupe.md`."""
    header: Header


class Sheet(Struct, frozen=True):
    """One document read through the keys of its type; problems gather in `problems`."""

    document: Document
    folder: str
    """Name of the content folder, for the messages."""
    fields: dict[str, Field]
    problems: list[Problem] = field(default_factory=list)

    def get(self, key: Key[T], near: date | None = None) -> T | None:
        """Return the value of a key, or None when it is absent, empty or cannot be read (then a problem says so)."""
        found = self.fields.get(key.name)
        if found is None or not found.value:
            return None
        try:
            return key.kind.read(found.value, near)
        except Wrong as wrong:
            self.wrong(key, wrong)
            return None

    def wrong(self, key: Key[T] | None, wrong: Wrong, severity: Severity = Severity.ERROR) -> None:
        """Note a problem at the line of a key, or for the whole file."""
        found = self.fields.get(key.name) if key else None
        self.note(found.line if found else 0, key.name if key else "", wrong, severity)

    def note(self, line: int, name: str, wrong: Wrong, severity: Severity = Severity.ERROR) -> None:
        """Note a problem at a line."""
        self.problems.append(Problem(f"{self.folder}/{self.document.path}", line, name, wrong.what, wrong.instead, severity))


def open_sheet(document: Document, keys: Sequence[Key[object]], folder: str = "content") -> Sheet:
    """Return the document's sheet, with a problem for each unreadable line, unknown, double or missing key."""
    names = {name: key for key in keys for name in (key.name, *key.also)}
    sheet = Sheet(document, folder, {})
    for fault in document.header.faults:
        sheet.note(fault.line, "", fault.wrong)
    for found in document.header.fields:
        key = names.get(found.key)
        if key is None:
            sheet.note(found.line, found.written, _unknown(found, names))
        elif key.name in sheet.fields:
            first = sheet.fields[key.name].line
            sheet.note(found.line, found.written, Wrong(f"« {key.name} » est déjà écrit ligne {first}.", "Gardez une seule des deux lignes."))
        else:
            sheet.fields[key.name] = found
    if not document.header.faults:
        _note_missing(sheet, keys)
    return sheet


def _note_missing(sheet: Sheet, keys: Sequence[Key[object]]) -> None:
    for key in keys:
        if key.required and (key.name not in sheet.fields or not sheet.fields[key.name].value):
            sheet.wrong(key, Wrong(f"Il manque « {key.name} ».", f"Ajoutez une ligne, par exemple « {key.name}: {key.example} »."))


def _unknown(found: Field, names: dict[str, Key[object]]) -> Wrong:
    near = nearest(found.key, names)
    instead = (
        f"Vouliez-vous écrire « {names[near].name} » ?" if near else "Retirez cette ligne ; les clés possibles sont dans docs/guide-redaction.md."
    )
    return Wrong(f"La clé « {found.written} » n'existe pas.", instead)
