"""`inv podcast.credits`: what it writes, tells, and how it ends."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import asdict
from rich.console import Console

from plugins.credits.command import credits_between
from tests.content_types.town import copy_with_neighbours, settings, write
from tests.towns import SHOW

EPISODE = """---
titre: Le large
numero: 1
saison: 2026-2027
diffusion: 01/10/2026 18h
audio: 2026-10-01.mp3
musiques: La valse – La chorale (Trad. ; Autoproduit ; 3:45)
---
"""


@pytest.fixture
def town(tmp_path: Path) -> dict[str, object]:
    """Return the settings of the other town, with one episode."""
    content = copy_with_neighbours(tmp_path)
    write(content, "bobine/2026-2027/le-large.md", EPISODE)
    return settings(PATH=str(content), SHOW={**asdict(SHOW), "cover": "images/phare.png"})


def run(town: dict[str, object], build: Path, first: str, last: str) -> tuple[int, str]:
    """Return the exit status and what was said."""
    stream = StringIO()
    status = credits_between(town, build, Console(file=stream, width=200), first, last)
    return status, stream.getvalue()


def test_table_is_written_under_the_build_folder(town: dict[str, object], tmp_path: Path) -> None:
    """The file is named after its days, however they were written, and told."""
    status, said = run(town, tmp_path / "build", "01/10/2026", "31 décembre 2026")
    path = tmp_path / "build/musiques-2026-10-01-2026-12-31.csv"

    assert status == 0
    assert "La valse;La chorale;Trad.;Autoproduit;00:03:45;" in path.read_text("utf-8-sig")
    assert said.splitlines()[-1] == f"1 morceau de 1 émission dans {path}."


@pytest.mark.parametrize(("first", "last"), [("01/10/2026", "31/09/2026"), ("automne", "31/12/2026"), ("31/12/2026", "01/10/2026")])
def test_days_that_are_none_are_a_wrong_use(first: str, last: str, town: dict[str, object], tmp_path: Path) -> None:
    """Nothing is written for days that do not exist or are the wrong way round."""
    status, said = run(town, tmp_path / "build", first, last)

    assert (status, (tmp_path / "build").exists()) == (2, False)
    assert said


def test_content_with_errors_gives_no_table(town: dict[str, object], tmp_path: Path) -> None:
    """A piece might be missing, so what is wrong is told instead."""
    write(Path(str(town["PATH"])), "bobine/2026-2027/le-quai.md", EPISODE.replace("01/10/2026", "32/10/2026"))
    status, said = run(town, tmp_path / "build", "01/10/2026", "31/12/2026")

    assert (status, (tmp_path / "build").exists()) == (1, False)
    assert "le-quai.md" in said
