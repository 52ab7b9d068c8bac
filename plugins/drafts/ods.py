"""The sheets of an OpenDocument file (ODF 1.3, part 3): a zip of XML, read within limits since anybody may have made it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import islice

from lxml import etree

from plugins.model.problem import Wrong

MOST_BYTES = 50_000_000
"""Of the content once unpacked: more is no list of events."""
MOST_COLUMNS = 200
MOST_ROWS = 20_000
_TABLE, _TEXT, _OFFICE = (f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("table", "text", "office"))
_TIME = re.compile(r"PT(\d+)H(\d+)M.*")
_BAD = ("Ce fichier ODS est abîmé, protégé ou démesuré.", "Ouvrez-le dans un tableur et enregistrez-le de nouveau, sans mot de passe.")


def read_ods(data: bytes) -> list[list[list[str]]]:
    """Return the rows of each sheet as text. Raise Wrong."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(_content(data), parser)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, RuntimeError, NotImplementedError, EOFError, OSError):
        raise Wrong(*_BAD) from None
    return [list(_rows(table)) for table in root.iter(f"{_TABLE}table")]


def _content(data: bytes) -> bytes:
    """Return the XML; what the zip says of its size is not believed."""
    with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("content.xml") as packed:
        content = packed.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Wrong(*_BAD)
    return content


def _rows(table: etree._Element) -> Iterator[list[str]]:
    """Yield the rows; a row that is said to be repeated is one event, or, empty, the rest of the sheet."""
    for number, row in enumerate(table.iter(f"{_TABLE}table-row")):
        if number >= MOST_ROWS:
            raise Wrong("Ce tableau a trop de lignes.", f"Gardez-en moins de {MOST_ROWS}.")
        yield list(islice(_cells(row), MOST_COLUMNS))


def _cells(row: etree._Element) -> Iterator[str]:
    for cell in row.iter(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
        text = _value(cell)
        count = cell.get(f"{_TABLE}number-columns-repeated", "1")
        yield from [text] * min(int(count) if count.isdecimal() else 1, MOST_COLUMNS)


def _value(cell: etree._Element) -> str:
    """Return what a cell says: days and hours by their value, since how they are shown may lack the year."""
    kind = cell.get(f"{_OFFICE}value-type")
    if kind == "date":
        return (cell.get(f"{_OFFICE}date-value") or "").replace("T", " ")
    if kind == "time" and (match := _TIME.fullmatch(cell.get(f"{_OFFICE}time-value") or "")):
        return f"{int(match[1])}h{match[2]}"
    return "\n".join("".join(_texts(line)) for line in cell.iterchildren(f"{_TEXT}p"))


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag in {f"{_TEXT}s", f"{_TEXT}tab"}:
            yield " "
        elif child.tag != f"{_OFFICE}annotation":
            yield from _texts(child)
        yield child.tail or ""
