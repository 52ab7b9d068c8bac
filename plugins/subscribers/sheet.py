"""Addresses in a sheet, whatever program wrote it: CSV or ODS, with headings or without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from msgspec import Struct

from plugins.drafts.ods import read_ods
from plugins.drafts.sheets import Rows, read_csv
from plugins.model.problem import Wrong
from plugins.model.text import fold

_HEADINGS = {
    "mail", "mails", "email", "emails", "courriel", "courriels", "mel", "adresse mail", "adresse email", "adresse courriel", "adresse e mail",
    "e mail", "e mails", "adresse electronique", "adresse de messagerie", "email address", "mail address", "adresse", "contact mail",
}  # fmt: skip
_LOOK = 20
"""Rows among which the headings are looked for."""
_NONE = Wrong("Ce tableau n'a pas de colonne d'adresses électroniques.", "Nommez-la « courriel », une adresse par ligne.")


class Line(Struct, frozen=True):
    """One address as somebody wrote it."""

    number: int
    """The row, as the program that made the sheet counts, from 1."""
    written: str
    """Empty: the row has no address."""


def read_lines(name: str, data: bytes) -> list[Line]:
    """Return the addresses of a file; of a sheet with several tables, those of each one that has any. Raise Wrong."""
    reader = _READERS.get(PurePath(name).suffix.casefold())
    if reader is None:
        raise Wrong("Ce n'est pas un tableau que l'on sait lire.", "Enregistrez-le en CSV ou en ODS.")
    found = [line for rows in reader(data) for line in _lines(rows)]
    if not found:
        raise _NONE
    return found


def _lines(rows: Rows) -> Iterator[Line]:
    place = _place(rows)
    if place is None:
        return
    start, column = place
    width = len(rows[start - 1]) if start else max(map(len, rows))
    for number, row in enumerate(rows[start:], start + 1):
        beyond = [cell for cell in row[width:] if "@" in cell]  # several addresses of one cell, parted by what parts the cells
        cells = [row[column].strip() if column < len(row) else "", *beyond]
        if any(value.strip() for value in row):
            yield from (Line(number, written) for cell in cells for written in _apart(cell.strip()))


def _place(rows: Rows) -> tuple[int, int] | None:
    """Return the first row with an address and its column: under a heading, else the column with the most of « @ »."""
    headings = [(number, place) for number, row in enumerate(rows[:_LOOK]) for place, value in enumerate(row) if _is_heading(value)]
    if headings:
        number, place = max(headings, key=lambda found: _filled(rows, found[1]))
        return number + 1, place
    columns = range(max(map(len, rows), default=0))
    best = max(columns, key=lambda place: _filled(rows, place), default=0)
    first = next((number for number, row in enumerate(rows) if best < len(row) and "@" in row[best]), None)
    return None if first is None else (first, best)


def _is_heading(value: str) -> bool:
    return re.sub(r"[^a-z]+", " ", fold(value)).strip() in _HEADINGS


def _filled(rows: Rows, place: int) -> int:
    return sum(place < len(row) and "@" in row[place] for row in rows)


def _apart(cell: str) -> Sequence[str]:
    """Return the addresses of a cell: several are told apart when each of them has its own « @ »."""
    parts = [part.strip() for part in re.split(r"[;,\n]|(?<=\S)\s+(?=\S+@)(?![^<]*>)", cell) if part.strip()]
    return parts if len(parts) > 1 and all("@" in part for part in parts) else [cell]


def _one(data: bytes) -> Iterable[Rows]:
    return [read_csv(data)]


_READERS: Mapping[str, Callable[[bytes], Iterable[Rows]]] = {".csv": _one, ".tsv": _one, ".txt": _one, ".ods": read_ods}
