"""The description of an old feed as a summary, a body and, where it lists moments, chapters."""

from __future__ import annotations

import re

from msgspec import Struct

from plugins.drafts.markdown import from_text
from plugins.drafts.rich_text import from_html
from plugins.model.chapter import CLOCK, Chapter, second_of
from plugins.moving.values import ascending

FEWEST = 3
"""Moments that make a list of chapters, for apps as for us."""
LONGEST = 300
"""Signs of a summary."""
_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|\w+);")
_MOMENT = re.compile(rf"(?:[-*•] )?[\[(]*{CLOCK}[\])]*\s*[-–—:|]*\s*(?P<title>\S.*)")
_HOST = re.compile(r"(?:Hébergé par|Hosted by|Hosted on) (?:Ausha|Acast)\b.*")
"""What hosts append to every text; it is about their own rules."""


class Wording(Struct, frozen=True):
    """What a description became."""

    summary: str
    body: str
    """Markdown."""
    chapters: tuple[Chapter, ...]


def wording(text: str) -> Wording:
    """Return a description, HTML or plain, in our words."""
    markdown = from_html(text) if _HTML.search(text) else from_text(text)
    lines = [line for line in markdown.split("\n") if not _HOST.match(plain(line))]
    moments = [(line, match) for line in lines if (match := _MOMENT.fullmatch(plain(line).strip()))]
    chapters = ascending((second_of(match), match["title"]) for _, match in moments)
    if len(chapters) >= FEWEST:
        taken = {line for line, _ in moments}
        lines = [line for line in lines if line not in taken]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return Wording(*_parted(body), chapters if len(chapters) >= FEWEST else ())


def _parted(body: str) -> tuple[str, str]:
    """Return a summary, and the body without it when it is the whole first paragraph."""
    first, _, rest = body.partition("\n\n")
    said = " ".join(plain(first).split())
    if first.startswith(("#", "- ", "1. ")):
        return "", body
    if len(said) <= LONGEST:
        return said, rest if said == " ".join(first.split()) else body
    return _shortened(said), body


def _shortened(text: str) -> str:
    """Return the first sentences that fit, else the first words with an ellipsis."""
    head = text[:LONGEST]
    sentences = re.match(r".*[.!?…](?= )", head)
    return sentences[0] if sentences else f"{head.rpartition(' ')[0]}…"


def plain(markdown: str) -> str:
    """Return a piece of Markdown as our own makers of it write it, without its marks."""
    text = re.sub(r"!?\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)", r"\1", markdown)
    text = re.sub(r"<((?:https?|mailto|tel):[^>\s]*)>", r"\1", text)
    text = re.sub(r"(?<!\\)(?:\*\*|\*)", "", text)
    return re.sub(r"\\([\\`*_\[\]#>+:=~.)-])", r"\1", text).replace("&lt;", "<").replace("&amp;", "&").replace("  \n", "\n")
