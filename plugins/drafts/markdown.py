"""Plain text as Markdown that reads back as that text: paragraphs, lines and lists stay, marks mean themselves, addresses become links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from plugins.model.text import clean

LONGEST = 3000
"""Letters of a paragraph: twice a page of a book."""
_ADDRESS = re.compile(r"https?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)\]'’]", re.IGNORECASE)
_SAFE = re.compile(r"(?:https?://[\w.-]+(?::\d{1,5})?(?:[/?#]\S*)?|mailto:[^\s@]+@[\w.-]+|tel:\+?[\d .-]+)", re.IGNORECASE)
_RULE = re.compile(r"[-=_*~#|+:. ]{3,}")
"""A line drawn with signs: Markdown would make a heading of what stands above."""
_BULLET = re.compile(r"[-*•·▪◦‣–—]\s+(?=\S)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_ANY_NUMBER = re.compile(r"(\d+)([.)])(?=\s)")


def escaped(text: str) -> str:
    """Return a piece of text whose every sign means itself."""
    text = re.sub(r"([\\`*_\[\]])", r"\\\1", text)
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;")


def safe_address(written: str) -> str:
    """Return an address that our bodies may link to, written so that nothing in it is a mark; empty when it may not be linked."""
    address = quote(clean(written).strip(), safe="/?#&=:;,+@!$'~%-._éèêàâùûîïôçœÉÈÀ")
    return address if _SAFE.fullmatch(address) else ""


def linked(words: str, address: str) -> str:
    """Return a link; without words of its own, or without a safe address, what there is."""
    address, words = safe_address(address), " ".join(clean(words).split())
    if not address:
        return escaped(words)
    return f"<{address}>" if not words or words == address or "://" in words else f"[{escaped(words)}]({address})"


def from_text(text: str) -> str:
    """Return plain text of several lines as Markdown."""
    blocks = (piece for block in re.split(r"\n\s*\n", clean(text)) for piece in pieces(block))
    return "\n\n".join(block for block in map(_block, blocks) if block)


def pieces(text: str) -> list[str]:
    """Return a text in pieces no longer than a long paragraph, cut between words: Markdown takes the square of a paragraph's length."""
    found: list[str] = []
    while len(text) > LONGEST:
        end = max(text.rfind(" ", 1, LONGEST), text.rfind("\n", 1, LONGEST))
        end = end if end > 0 else LONGEST
        found.append(text[:end])
        text = text[end:]
    return [*found, text]


def with_addresses(text: str) -> str:
    """Return a piece of text, escaped, with the addresses in it as links."""
    parts: list[str] = []
    end = 0
    for match in _ADDRESS.finditer(text):
        parts += [escaped(text[end : match.start()]), linked("", match[0]) or escaped(match[0])]
        end = match.end()
    return "".join((*parts, escaped(text[end:])))


def _block(text: str) -> str:
    """Return one block: lists apart from what stands above them, other lines kept by Markdown's two spaces."""
    chunks = [(kind, [line for _, line in lines]) for kind, lines in groupby(_lines(text), key=lambda line: line[0])]
    return "\n\n".join(("\n" if kind else "  \n").join(lines) for kind, lines in chunks)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line that says something, with the kind of list it belongs to: empty for none."""
    for line in map(str.strip, text.split("\n")):
        if not line or _RULE.fullmatch(line):
            continue
        if bullet := _BULLET.match(line):
            yield "-", f"- {start_of_line(with_addresses(line[bullet.end() :]))}"
        elif number := _NUMBER.match(line):
            yield "1", f"{number[1]}. {start_of_line(with_addresses(line[number.end() :]))}"
        else:
            yield "", start_of_line(with_addresses(line))


def start_of_line(line: str) -> str:
    """Return a line that starts neither a heading, a quotation, a list nor code."""
    line = line.strip()
    line = _ANY_NUMBER.sub(r"\1\\\2", line, count=1) if _ANY_NUMBER.match(line) else line
    return f"\\{line}" if line[:1] in {"#", ">", "+", "-", ":", "=", "~"} else line
