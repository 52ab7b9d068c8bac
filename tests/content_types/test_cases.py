"""One file is one case: its name says the rule, the text beside it says what its writer is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.content_types.town import copy_with_neighbours, read_town, report

CASES = Path(__file__).parents[1] / "cases"
FILES = sorted(path for path in CASES.rglob("*") if path.is_file() and path.suffix != ".txt" and path.parent != CASES.parent)
PATHS = [path.relative_to(CASES).as_posix() for path in FILES if path.name != ".gitattributes"]


def expected(path: str) -> str:
    """Return the report that belongs to a case."""
    return (CASES / path).with_name(Path(path).stem + ".txt").read_text("utf-8")


@pytest.mark.parametrize("path", PATHS)
def test_a_file_gets_its_report(path: str, tmp_path: Path) -> None:
    """A file among the good ones of the town gives exactly the report written beside it, and no other file is blamed."""
    content = copy_with_neighbours(tmp_path)
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(CASES / path, content / path)
    assert report(read_town(content).problems) == expected(path)


def test_no_report_is_left_over() -> None:
    """Every expected report belongs to a case."""
    assert {path.relative_to(CASES).as_posix() for path in CASES.rglob("*.txt")} == {
        Path(path).with_name(Path(path).stem + ".txt").as_posix() for path in PATHS
    }
