"""The table of the music that societies of authors ask for."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from plugins.credits.table import COLUMNS, between, missing, plays, table
from plugins.model.radio import Episode
from tests.podcast.episodes import TEXTS
from tests.towns import read_site

PATHS = tuple(TEXTS)[:2]
TRACKS = ("La valse – La chorale (Trad. ; Autoproduit ; 3:45)", "00:14:20 « Tango ; lent » – -M- (A. Bé, C. Dé ; Vol d'ici ; 1:02:03)")


def episodes(first: str = TRACKS[0], second: str = TRACKS[1]) -> tuple[Episode, ...]:
    """Return the two episodes that were broadcast, oldest first, with their music."""
    lines = dict(zip(PATHS, (first, second), strict=True))
    texts = {path: TEXTS[path].replace(f"musiques: {TRACKS[0]}\n", "").replace("audio:", f"musiques:\n  {lines[path]}\naudio:") for path in PATHS}
    return between(read_site(texts).aired, date(2026, 10, 1), date(2026, 10, 8))


def rows(data: bytes) -> list[list[str]]:
    """Return the table as a spreadsheet reads it."""
    return list(csv.reader(data.decode("utf-8-sig").splitlines(), delimiter=";"))


def test_table_opens_in_a_spreadsheet() -> None:
    """A mark of UTF-8, semicolons and CRLF: accents and columns are right after a double click."""
    data = table(plays(episodes()))

    assert data.startswith(b"\xef\xbb\xbfDate;")
    assert data.count(b"\r\n") == 3 == data.count(b"\n")


def test_each_piece_has_its_row() -> None:
    """Pieces stand in the order in which they were heard, with the hour on the air where the moment is known."""
    assert rows(table(plays(episodes()))) == [
        list(COLUMNS),
        ["01/10/2026", "n°\u00a01, La pelote & les <aiguilles>", "La valse", "La chorale", "Trad.", "Autoproduit", "00:03:45", ""],
        ["08/10/2026", "n°\u00a02, Le temps qui circule", "Tango ; lent", "'-M-", "A. Bé, C. Dé", "Vol d'ici", "01:02:03", "18:14:20"],
    ]


@pytest.mark.parametrize("name", ["=1+1", "+33", "-M-", "@home"])
def test_no_cell_is_a_formula(name: str) -> None:
    """A title that a spreadsheet would work out is shown as it is."""
    assert rows(table(plays(episodes(f"{name} – A"))))[1][2] == f"'{name}"


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        ((2026, 10, 1), (2026, 10, 8), [1, 2]),
        ((2026, 10, 2), (2026, 10, 8), [2]),
        ((2026, 10, 1), (2026, 10, 7), [1]),
        ((2027, 1, 1), (2027, 2, 1), []),
    ],
)
def test_both_days_count(first: tuple[int, int, int], last: tuple[int, int, int], numbers: list[int]) -> None:
    """The first and the last day are part of the weeks."""
    assert [episode.number for episode in between(read_site(TEXTS).aired, date(*first), date(*last))] == numbers


def test_what_is_missing_is_told() -> None:
    """Each piece that is not told whole is named with what it lacks, and each episode without music."""
    found = episodes("La valse – La chorale (Trad. ; ; 3:45)", "Un air")
    silent = read_site({PATHS[1]: TEXTS[PATHS[1]]}).aired

    assert list(missing(episodes())) == []
    assert list(missing(found)) == [
        "n°\u00a01, La pelote & les <aiguilles>, « La valse » : il manque le label.",
        "n°\u00a02, Le temps qui circule, « Un air » : il manque l'interprète, l'auteur ou le compositeur, le label et la durée.",
    ]
    assert list(missing(silent)) == ["n°\u00a02, Le temps qui circule : aucune musique n'est notée."]
