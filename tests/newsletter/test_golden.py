"""Whole letters of invented weeks, compared with the files in golden/."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.newsletter.weeks import WEEKS, files

GOLDEN = Path(__file__).with_name("golden")
COMPARED = sorted(GOLDEN.iterdir())


@pytest.mark.parametrize("path", COMPARED, ids=lambda path: path.name)
def test_letter_of_a_week(path: Path) -> None:
    """The same week gives the same file, byte for byte."""
    site = WEEKS[path.stem]
    made = {output.path: output for output in files(site)}

    assert made[f"{site.letters[0].key}/lettre{path.suffix}"].render().content == path.read_bytes()


def test_every_week_is_compared() -> None:
    """Each week has its text in golden/, and the quiet one all three files."""
    assert {path.name for path in COMPARED} == {*(f"{week}.txt" for week in WEEKS), "calme.html", "calme.eml"}
