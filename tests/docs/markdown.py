"""Reading our own documentation: its fenced examples, its tables, its headings and its links."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide-redaction.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
SENDING_GUIDE = ROOT / "docs" / "envoi.md"
SETTINGS = ROOT / "docs" / "reglages.md"
DECISIONS = ROOT / "docs" / "decisions.md"
PAGES = (ROOT / "README.md", ROOT / "CHANGELOG.md", GUIDE, SENDING_GUIDE, SETTINGS, ARCHITECTURE, DECISIONS)

_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
WRITE, AVOID = "Vous écrivez", "N'écrivez pas"
"""The heads of the tables that list what can and what cannot be written."""


class Row(Struct, frozen=True):
    """A row of such a table: the ways to write, and the first date they go with if one is given."""

    ways: tuple[str, ...]
    start: str
    is_good: bool


def fenced(text: str, kind: str) -> dict[str, str]:
    """Return the fenced blocks whose info string is the kind and a path, by path."""
    blocks = ((match["info"].rpartition(" "), match["text"]) for match in _FENCE.finditer(text))
    return {path: block for (said, _, path), block in blocks if said == kind}


def section(text: str, heading: str) -> str:
    """Return what stands under a heading of the second or third level, up to the next."""
    return re.split(r"^#{2,3} ", text.partition(f"### {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str, heading: str) -> Iterator[Row]:
    """Yield the rows of the tables under a heading."""
    is_good = False
    for line in section(text, heading).splitlines():
        cells = line.strip("|").split("|")
        if line.startswith((f"| {WRITE} ", f"| {AVOID} ")):
            is_good = WRITE in line
        elif line.startswith("| `"):
            yield Row(tuple(_CODE.findall(cells[0])), "".join(_CODE.findall(cells[1])[:1]), is_good)


def links(text: str) -> list[str]:
    """Return the addresses that a page links to, those in code left out."""
    return _LINK.findall(_CODE.sub("", _FENCE.sub("", text)))


def anchors(text: str) -> set[str]:
    """Return the anchors of a page's headings, as forges make them."""
    headings = _HEADING.findall(_FENCE.sub("", text))
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}
