"""One edit, as a writer makes it: a new title for the event that the letter puts first, which many pages show."""

from __future__ import annotations

import re
from pathlib import Path


def featured(folder: Path) -> tuple[str, str]:
    """Return the day, as addresses have it, and the slug of the event that the corpus's letter puts first: its file's name."""
    letter = (folder / "content/lettres/2026-s48.md").read_text("utf-8")
    name = next(line for line in letter.split("\n") if line.startswith("a-la-une: ")).split(": ")[1]
    return name[:10].replace("-", "/"), name[11:]


def only(folder: Path, pattern: str) -> Path:
    """Return the one file under a folder that a pattern finds."""
    (found,) = folder.glob(pattern)
    return found


def retitle(text: Path, title: str) -> None:
    """Give a text a new title, in our header or in Hugo's."""
    text.write_text(re.sub(r"^(titre|title): .*$", rf"\1: {title}", text.read_text("utf-8"), count=1, flags=re.MULTILINE), "utf-8", newline="\n")
