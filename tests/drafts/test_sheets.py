"""Sheets with one event a row, from any program."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from plugins.drafts.ods import MOST_BYTES
from plugins.model.problem import Severity
from tests.docs.markdown import GUIDE
from tests.drafts.villeneuve import HERE, Taken, report, take

FILES = sorted(path for path in (HERE / "sheets").iterdir() if path.suffix in {".csv", ".tsv"})
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("table", "text", "office")
)  # fmt: skip


def packed(content: bytes) -> bytes:
    """Return a file of OpenDocument with this content."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def take_ods(rows: str, head: str = "") -> Taken:
    """Return what comes of a sheet with these rows."""
    body = f"<office:body><office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet></office:body>"
    return take("saison.ods", packed(f"<?xml version='1.0'?>{head}<office:document-content {NAMES}>{body}</office:document-content>".encode()))


def cells(*texts: str) -> str:
    """Return a row of text cells."""
    return "<table:table-row>" + "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts) + "</table:table-row>"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_comes_of_it_is_known(file: Path) -> None:
    """Drafts and messages are those that lie beside the sheet."""
    assert report(take(file.name, file.read_bytes())) == file.with_suffix(".txt").read_text("utf-8")


def test_days_and_hours_of_a_spreadsheet_are_read_by_their_value() -> None:
    """What is shown may lack the year; the value has it. Repeated cells keep the columns in their places, and a comment is no text."""
    head = cells("Nom", "Le", "Heure", "Heure de fin", "x", "y", "Description")
    row = (
        "<table:table-row><table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>Soupe</text:p></table:table-cell>"
        "<table:table-cell office:value-type='date' office:date-value='2026-11-28'><text:p>28/11/26</text:p></table:table-cell>"
        "<table:table-cell office:value-type='time' office:time-value='PT14H30M00S'><text:p>02:30 PM</text:p></table:table-cell>"
        "<table:table-cell office:value-type='time' office:time-value='PT16H00M00S'><text:p>04 PM</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='2'/>"
        "<table:table-cell><text:p>On<text:s/>cuit</text:p><text:p>ensemble</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='1048576'/></table:table-row>"
        "<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='1024'/></table:table-row>"
    )
    (text,) = take_ods(head + row).texts
    assert "titre: Soupe\n" in text
    assert "debut: 28/11/2026 14h30\nfin: 16h\n" in text
    assert text.endswith("---\nOn cuit  \nensemble\n")


def test_a_bomb_is_refused() -> None:
    """A small zip that unpacks to a huge text is told, and not read to its end."""
    taken = take("bombe.ods", packed(b"<a>" + b" " * (MOST_BYTES + 10) + b"</a>"))
    assert [problem.severity for problem in taken.problems] == [Severity.ERROR]


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"<html>", packed(b"<a"), packed(b"\xff\xfe\x00")],
    ids=["empty", "cut", "html", "cut inside", "not text"],  # not their bytes: an archive tells the time
)
def test_a_damaged_file_is_told(data: bytes) -> None:
    """What is no sheet is one French sentence."""
    taken = take("abime.ods", data)
    assert taken.texts == ()
    assert [problem.severity for problem in taken.problems] == [Severity.ERROR]


def test_an_entity_is_not_followed() -> None:
    """A sheet can neither read files of ours nor swell by its own entities."""
    head = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    taken = take_ods(cells("titre", "debut") + cells("Fête &f; &b;", "28/11/2026"), head)
    assert all("root" not in text and "aaaa" not in text for text in taken.texts)


def test_a_sheet_without_our_columns_is_told() -> None:
    """One sentence says which columns are needed."""
    taken = take("liste.csv", b"nom de famille;age\nX;12\n")
    assert [problem.severity for problem in taken.problems] == [Severity.ERROR]
    assert "titre" in taken.problems[0].what


def test_a_new_hour_does_not_make_another_event() -> None:
    """Without a UID a row is known by its title and day."""
    first, second = (take("a.csv", f"titre;debut\nSoupe;28/11/2026 {hour}h\n".encode()).results[0].draft for hour in (14, 15))
    assert first
    assert second
    assert first.uid == second.uid
    assert first.text != second.text


def test_the_sheet_of_the_guide_can_be_copied() -> None:
    """Each row of the guide's example is a draft, with nothing to be said of it in the town of the guide."""
    (example,) = re.findall(r"^```csv\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    taken = take("guide.csv", example.encode())
    assert len(taken.texts) == 2
    assert {problem.key for problem in taken.problems} <= {"lieu", "thematique"}
