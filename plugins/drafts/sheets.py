"""A sheet with one event a row, whatever program wrote it, as events found."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from plugins.drafts.columns import column, head
from plugins.drafts.context import Context
from plugins.drafts.details import UNTITLED, Details, put_link, put_place, put_terms, put_value
from plugins.drafts.draft import Found, one_line, told
from plugins.drafts.markdown import from_text
from plugins.drafts.rich_text import from_html, is_html
from plugins.model.dates import read_end, read_moment
from plugins.model.event import BOOKING, EVENT_KEYS, PRICE
from plugins.model.hours import spelled
from plugins.model.problem import Problem, Severity, Wrong
from plugins.model.span import FINISH, START
from plugins.model.text import clean, fold

Rows = Sequence[Sequence[str]]
_DELIMITERS = ";,\t"
_APART = {"titre", "debut", "fin", "lieu", "thematique", "public", "tarif", "inscription", "statut", "uid"}
_AS_TYPED = tuple(key.name for key in EVENT_KEYS if key.name not in _APART)
_WHOLE = "Gardez une ligne de titres avec au moins « titre » et « debut », puis un événement par ligne."


class Row(Struct, frozen=True):
    """One event of a sheet."""

    number: int
    """As the program that made the sheet counts, from 1."""
    values: Mapping[str, str]
    """By name of the column; those that say nothing are not there."""


def read_csv(data: bytes) -> Rows:
    """Return the rows of a file of separated values: `;`, `,` or tab, with Excel's `sep=` line, in UTF-8, UTF-16 or Windows' letters. Raise Wrong."""
    text = clean(_decoded(data))
    first, _, rest = text.partition("\n")
    delimiter = max(_DELIMITERS, key=first.count)
    if fold(first).startswith("sep="):
        delimiter, text = first[4:5] or ";", "\n" + rest
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise Wrong("Ce tableau ne se lit pas.", "Enregistrez-le de nouveau en CSV ou en ODS.") from None


def _decoded(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_rows(name: str, sheets: Iterable[Rows]) -> tuple[list[Row], list[Problem]]:
    """Return the events of the sheets of one file, and what is to be said of their columns."""
    found: list[Row] = []
    problems: list[Problem] = []
    heads = [(sheet, top) for sheet in sheets if (top := head(sheet))]
    for sheet, (start, names) in heads:
        problems += _unknown(name, sheet[start])
        rows = (Row(number, _values(row, names)) for number, row in enumerate(sheet[start + 1 :], start + 2))
        found += [row for row in rows if row.values]
    if not heads:
        problems.append(told(name, "", "Ce tableau n'a pas de colonnes « titre » et « debut ».", _WHOLE, Severity.ERROR))
    return found, problems


def _unknown(name: str, headings: Iterable[str]) -> Iterator[Problem]:
    for heading in headings:
        if heading.strip() and not column(heading):
            yield told(name, one_line(heading), "Cette colonne n'est pas reprise.", "Donnez-lui le nom d'une clé du guide, ou laissez-la.")


def _values(row: Sequence[str], names: Mapping[int, str]) -> dict[str, str]:
    cells = ((names[place], value.strip()) for place, value in enumerate(row) if place in names)
    return {name: value for name, value in cells if value}


def known_rows(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Yield each row with its UID. Without one of its own it is known by title and day, so that a new hour or place does not make it another."""
    seen: Counter[str] = Counter()
    for row in rows:
        known = f"{fold(row.values.get('titre', ''))} {_day(row)}"
        seen[known] += 1
        mark = f"{known} {seen[known]}" if seen[known] > 1 else known
        yield one_line(row.values.get("uid", "")) or str(uuid5(NAMESPACE_URL, mark)), row


def found_in_row(name: str, uid: str, row: Row, context: Context) -> Found:
    """Return one event of a sheet as our header wants it."""
    said = row.values
    title = one_line(said.get("titre", "")) or UNTITLED
    found = Details(f"{name}, ligne {row.number} : {title}")
    found.fields += _when(said)
    _put_where(found, said, context)
    put_terms(found, "thematique", _words(said.get("thematique", "")), context.terms)
    put_terms(found, "public", _words(said.get("public", "")), context.terms)
    put_value(found, PRICE, said.get("tarif", ""), "Tarif")
    put_value(found, BOOKING, said.get("inscription", ""), "Inscription")
    found.fields += [(key, one_line(said[key])) for key in _AS_TYPED if key in said]
    body = said.get("texte", "")
    found.paragraphs.append(from_html(body) if is_html(body) else from_text(body))
    put_link(found, "lien", "En savoir plus", said.get("lien", ""))
    return Found(found.source, uid, title, None, found.header, found.body, tuple(found.problems))


def _when(said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield start and end, as we write them where they can be read; the day and the hour may stand in columns of their own."""
    start = one_line(f"{said.get('debut', '')} {said.get('heure', '')}")
    end = one_line(said.get("fin", "") or f"{said.get('jour-de-fin', '')} {said.get('heure-de-fin', '')}")
    for key, read, written in ((START, read_moment, start), (FINISH, read_end, end)):
        try:
            moment = read(written)
            parts = (f"{moment.day:%d/%m/%Y}" if moment.day else "", spelled(moment.hour) if moment.hour else "")
            yield key.name, " ".join(filter(None, parts))
        except Wrong:
            yield key.name, written


def _put_where(found: Details, said: Mapping[str, str], context: Context) -> None:
    """Take the place: a known one by its name alone, else name and address together."""
    town = " ".join(filter(None, (said.get("code-postal", ""), said.get("ville", ""))))
    whole = ", ".join(filter(None, (said.get("lieu", ""), said.get("adresse", ""), town)))
    put_place(found, "lieu", context.places.find(said.get("lieu", "")) or whole, context.places)


def _words(text: str) -> list[str]:
    return [part for line in text.split("\n") for piece in line.split(";") for part in piece.strip("[]").split(",")]


def _day(row: Row) -> str:
    written = row.values.get("debut", "")
    try:
        return read_moment(written).day.isoformat()
    except Wrong:
        return fold(written)
