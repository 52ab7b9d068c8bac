"""Questions put to an index by the very code of the search page, and records to make one of."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from plugins.search.bundle import bundle
from plugins.search.pagefind import index_of
from plugins.search.record import Kind, Record
from tests.site.building import ROOT

SCRIPT = ROOT / "theme" / "static" / "recherche.js"


def answers(questions: Sequence[str], *folder: Path) -> list[object]:
    """Return what the page's script finds for each question in the index of a folder; without one, how it folds them."""
    command = ["node", str(ROOT / "tests/search/ask.mjs"), str(SCRIPT), *map(str, folder)]
    done = subprocess.run(command, input=json.dumps(questions), capture_output=True, text=True, check=True)
    found: list[object] = json.loads(done.stdout)
    return found


def record(title: str, *words: str, address: str = "") -> Record:
    """Return the record of a page."""
    return Record(address or f"/{title.replace(' ', '-')}/", Kind.PAGE, title, "", words)


def write_index(folder: Path, records: Iterable[Record]) -> Path:
    """Write the published index of some records to a folder, and return it."""
    found = tuple(records)
    for path, content in bundle(index_of(found), found, ()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder
