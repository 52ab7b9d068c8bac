"""How long a writer waits in front of the preview after saving a text."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from msgspec import Struct

from bench.builders import Builder
from bench.edits import only, retitle
from bench.previews import Preview, until

EDITS = 9
REST = 0.2
"""Seconds between two edits, so that none falls into what the one before set off."""


class Waits(Struct, frozen=True):
    """Seconds from saving a text."""

    page: float
    """Until its page on the disk shows it."""
    everything: float
    """Until all that shows it is made anew."""


def measure_waits(builder: Builder, preview: Preview, tell: Callable[[], None]) -> Waits:
    """Return the medians of some edits of one text; each is told when it is over. Raise BuildError."""
    page = only(preview.public, builder.page)
    found = []
    for number in range(EDITS):
        time.sleep(REST)
        found.append(_wait(builder, preview, page, f"Une retouche numéro {number}"))
        tell()
    return Waits(median(wait.page for wait in found), median(wait.everything for wait in found))


def _wait(builder: Builder, preview: Preview, page: Path, title: str) -> Waits:
    start = time.monotonic()
    retitle(builder.text, title)
    preview.saved(builder.text)
    until(lambda: title in _read(page), builder.folder / "log.txt")
    shown = time.monotonic()
    return Waits(shown - start, max(shown, preview.finished()) - start)


def _read(page: Path) -> str:
    """Return the page as it is, perhaps half written; nothing when the folder is just changing places."""
    try:
        return page.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return ""
