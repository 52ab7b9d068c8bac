"""The header reader: what French writers type above their text, line by line.

Every value stays text (YAML would read 14:30 as a number and `non` as false); the kinds of
the schema give it a meaning. A header stands between two `---` lines, or, as in an existing Pelican
post, above the first blank line.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.model.text import clean, fold_key

_FENCE = re.compile(r"^(?:[-–—]{2,}|—)\s*$")
_CLOSE = re.compile(r"^(?:[-–—]{2,}|—|\.{3})\s*$")
_KEY = re.compile(r"^\s*(?P<key>[^\W\d_][\w '’\u00a0\u202f-]{0,39}?)[\s\u00a0\u202f]*:(?P<value>.*)$")
_HEADING = re.compile(r"^\s*#+\s*(?:titre\s*:\s*)?(?P<title>.+?)\s*#*$", re.IGNORECASE)
_CONTINUES = re.compile(r"^(?:\s+\S|[-*•]\s|\d)")


class Field(Struct, frozen=True):
    """One `clé: valeur` of a header."""

    key: str
    """Folded: `Début ` and `debut` are the same."""
    written: str
    """The key as the writer typed it."""
    value: str
    """The whole value, its lines joined by \\n, outer quotes removed."""
    line: int
    """Line of the key in the file, from 1."""


class Fault(Struct, frozen=True):
    """A line of a header that cannot be read."""

    line: int
    wrong: Wrong


class Header(Struct, frozen=True):
    """A file taken apart."""

    fields: tuple[Field, ...]
    body: str
    """The Markdown under the header."""
    body_line: int
    """Line of the file where the body starts, from 1."""
    faults: tuple[Fault, ...] = ()


def read_header(text: str, keys: Collection[str]) -> Header:
    """Return the header and body of a file's text; `keys` are the folded keys that any type knows.

    What cannot be read comes back as faults, all of them, and is never dropped silently.
    """
    lines = clean(text).split("\n")
    first = next((n for n, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return _only(1, Wrong("Le fichier est vide.", "Commencez par un en-tête, par exemple « titre: Fête de quartier »."))
    if _FENCE.match(lines[first]):
        return _read_fenced(lines, first + 1, keys)
    if _KEY.match(lines[first]):
        last = next((n for n in range(first, len(lines)) if not lines[n].strip()), len(lines))
        fields, faults = _read_lines(lines, first, last, keys)
        return Header(fields, *_body(lines, last), faults)
    return _only(first + 1, _no_header(lines[first]))


def _read_fenced(lines: list[str], first: int, keys: Collection[str]) -> Header:
    last = next((n for n in range(first, len(lines)) if _CLOSE.match(lines[n])), None)
    prose = _first_prose(lines, first, last if last is not None else len(lines), keys)
    if last is None or prose is not None:
        where = prose if prose is not None else len(lines)
        return _only(first, Wrong("L'en-tête ouvert ici par « --- » n'est jamais fermé.",
                                  f"Ajoutez une ligne « --- » seule après la dernière clé, avant la ligne {where + 1}."))  # fmt: skip
    fields, faults = _read_lines(lines, first, last, keys)
    return Header(fields, *_body(lines, last + 1), faults)


def _first_prose(lines: list[str], first: int, last: int, keys: Collection[str]) -> int | None:
    """Return the line where the body seems to start inside a header: a paragraph after a blank line."""
    blank = False
    for number in range(first, last):
        line = lines[number]
        if not line.strip():
            blank = True
        elif blank and not _is_key(line, keys) and not _CONTINUES.match(line):
            return number
    return None


def _is_key(line: str, keys: Collection[str]) -> bool:
    match = _KEY.match(line)
    return bool(match) and (not line[:1].isspace() or fold_key(match["key"]) in keys)  # type: ignore[index]  # matched


def _read_lines(lines: list[str], first: int, last: int, keys: Collection[str]) -> tuple[tuple[Field, ...], tuple[Fault, ...]]:
    fields: list[Field] = []
    faults: list[Fault] = []
    for number in range(first, last):
        line = lines[number]
        if not line.strip():
            continue
        if _is_key(line, keys):
            fields.append(_field(line, number + 1))
        elif fields and _CONTINUES.match(line):
            fields[-1] = _continued(fields[-1], line)
        else:
            faults.append(Fault(number + 1, _not_a_key(line)))
    return tuple(fields), tuple(faults)


def _field(line: str, number: int) -> Field:
    match = _KEY.match(line)
    assert match is not None
    value = match["value"].strip()
    return Field(fold_key(match["key"]), match["key"].strip(), _unquoted("" if value in {"|", ">", "|-", ">-"} else value), number)


def _continued(field: Field, line: str) -> Field:
    value = f"{field.value}\n{line.strip()}".strip()
    return Field(field.key, field.written, value, field.line)


def _unquoted(value: str) -> str:
    for quote in ('"', "'"):
        if len(value) > 1 and value[0] == value[-1] == quote and quote not in value[1:-1]:
            return value[1:-1].strip()
    return value


def _body(lines: list[str], start: int) -> tuple[str, int]:
    while start < len(lines) and not lines[start].strip():
        start += 1
    return "\n".join(lines[start:]).rstrip(), start + 1


def _only(line: int, wrong: Wrong) -> Header:
    return Header((), "", line, (Fault(line, wrong),))


def _not_a_key(line: str) -> Wrong:
    if heading := _HEADING.match(line):
        return _heading(heading["title"])
    return Wrong(f"« {line.strip()[:60]} » n'est pas une ligne « clé: valeur ».",
                 "Ajoutez la clé et deux-points, ou commencez la ligne par deux espaces si elle continue la précédente.")  # fmt: skip


def _no_header(line: str) -> Wrong:
    if heading := _HEADING.match(line):
        return _heading(heading["title"])
    return Wrong("Le fichier ne commence pas par un en-tête.",
                 "Commencez par « --- », puis « titre: … » et les autres clés, puis « --- », puis le texte.")  # fmt: skip


def _heading(title: str) -> Wrong:
    return Wrong("Un titre de texte (#) tient la place de l'en-tête.", f"Écrivez « titre: {title} » dans l'en-tête.")
