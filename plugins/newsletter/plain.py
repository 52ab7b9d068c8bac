"""Markdown as plain text for the text part of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import dropwhile, takewhile
from textwrap import fill

from plugins.model.text import french_spaces

COLUMNS = 72
"""Leaves room for the `> ` of replies under the 78 of RFC 5322 §2.1.1."""
_ITEM = re.compile(r"^ {0,7}(?P<mark>[-*+]|\d+[.)])\s+(?P<text>.*)$")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\](?:\([^()]*\)|\[[^\]]*\])")
_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\(\s*<?(?P<href>[^\s()<>]*)>?[^()]*\)")
_NAMED = re.compile(r"\[(?P<text>[^\]]+)\]\[(?P<label>[^\]]*)\]")
_LABEL = re.compile(r"^ {0,3}\[(?P<label>[^\]^]+)\]:\s*<?(?P<href>[^\s<>]+)>?.*$\n?", re.MULTILINE)
_AUTO = re.compile(r"<((?:https?://|mailto:|[\w.+-]+@)[^\s<>]+)>")
_MARKS = re.compile(r"(?<![\w\\])(\*\*\*|\*\*|\*|___|__|_)(?=\S)(?P<text>.+?)(?<=\S)\1(?!\w)|(?<!\\)(`+) ?(?P<code>.+?) ?\3")
_OTHER = re.compile(r" {0,3}(?:[#>|!`~]|[-*_]{3}\s*$)| {4}", re.MULTILINE)
"""How a block starts that is no paragraph."""
_SENTENCE = re.compile(r"[.!?…](?:\u00a0»)?(?= )")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\n")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|-])")


def plain_text(markdown: str) -> str:
    """Return the text without marks, wrapped at COLUMNS, links as `texte (adresse)`, pictures by what they show."""
    labels = {match["label"].casefold(): match["href"] for match in _LABEL.finditer(markdown)}
    blocks = re.split(r"\n\s*\n", _LABEL.sub("", markdown).strip())
    return "\n\n".join("\n".join(_block(block, labels)) for block in blocks if block.strip())


def opening(markdown: str, room: int) -> str:
    """Return the first paragraphs, up to a title or a list, on one line of at most `room` characters; what they link to is left out."""
    blocks = re.split(r"\n\s*\n", _LABEL.sub("", markdown).strip())
    first = takewhile(_is_prose, dropwhile(lambda block: not _is_prose(block), blocks))
    words = (inline(_NAMED.sub(_words, _LINK.sub(_words, _PICTURE.sub("", block)))).strip() for block in first)
    return _whole_sentences(french_spaces(" ".join(words)), room)


def _is_prose(block: str) -> bool:
    return not (_OTHER.match(block) or _ITEM.match(block))


def _whole_sentences(text: str, room: int) -> str:
    """Return a text cut after a sentence, or after a word where that would leave less than half of the room."""
    if len(text) <= room:
        return text
    end = max((match.end() for match in _SENTENCE.finditer(text[:room])), default=0)
    return text[:end] if end > room // 2 else shorten(text, room)


def shorten(text: str, room: int) -> str:
    """Return a text cut after a word so that it fits with its three dots."""
    cut = text[:room].rpartition(" ")[0] or text[: room - 1]
    return cut.rstrip(" ,;:.!?…–«(\u00a0") + "…"


def _words(match: re.Match[str]) -> str:
    return match["text"]


def _block(block: str, labels: dict[str, str]) -> Iterator[str]:
    """Yield the lines of a heading, a quotation, list items, a rule or a paragraph; items may follow a heading at once."""
    for part in _parts(block):
        if heading := re.match(r"#{1,6}\s+(.*?)\s*#*$", part):
            text = inline(heading[1], labels)
            yield from (text, "-" * min(len(text), COLUMNS))
        elif re.fullmatch(r"\s*([-*_])(?:\s*\1){2,}\s*", part):
            yield "* * *"
        elif part.startswith(">"):
            yield wrapped(inline(re.sub(r"^> ?", "", part, flags=re.MULTILINE), labels), "> ", "> ")
        elif item := re.match(_ITEM.pattern, part, re.DOTALL):
            mark = item["mark"] if item["mark"][0].isdigit() else "-"
            yield wrapped(inline(item["text"], labels), f"{mark} ", " " * (len(mark) + 1))
        else:
            yield from (wrapped(inline(line, labels)) for line in _HARD_BREAK.split(part))


def _parts(block: str) -> Iterator[str]:
    """Yield what stands together inside a block: each heading and each list item with the lines that go on."""
    part: list[str] = []
    for line in block.split("\n"):
        if part and (_ITEM.match(line) or part[-1].startswith("#")):
            yield "\n".join(part)
            part = []
        part.append(line)
    yield "\n".join(part)


def inline(text: str, labels: dict[str, str] | None = None) -> str:
    """Return a line or paragraph without its marks."""
    text = _PICTURE.sub(lambda match: f"[image : {match['alt']}]" if match["alt"] else "", text)
    text = _LINK.sub(lambda match: _linked(match["text"], match["href"]), text)
    text = _NAMED.sub(lambda match: _linked(match["text"], (labels or {}).get((match["label"] or match["text"]).casefold(), "")), text)
    text = _AUTO.sub(lambda match: match[1].removeprefix("mailto:"), text)
    for _ in range(2):
        text = _MARKS.sub(lambda match: match["text"] or match["code"], text)
    return unescape(_ESCAPE.sub(r"\1", re.sub(r"[ \t\n]+", " ", text)))


def section(title: str) -> str:
    """Return the title of a section, in capitals, underlined."""
    return underlined(title.upper(), "-")


def underlined(title: str, mark: str) -> str:
    """Return a title in lines of COLUMNS, with a line of marks as long as the longest of them."""
    lines = wrapped(title)
    return f"{lines}\n{mark * max(map(len, lines.splitlines()))}"


@lru_cache(maxsize=1024)
def wrapped(text: str, first: str = "", rest: str = "") -> str:
    """Return the text in lines of COLUMNS; addresses and no-break spaces stay whole. After an edit nearly all of a letter is what it was."""
    return fill(french_spaces(text), COLUMNS, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)


def _linked(text: str, href: str) -> str:
    bare = href.removeprefix("mailto:").removeprefix("tel:")
    return text if not bare or bare == text else f"{text} ({bare})"
