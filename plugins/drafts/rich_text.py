"""HTML of other agendas as Markdown of our safe subset: paragraphs, headings, lists, bold, italic, links; all else is its text."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import groupby

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.drafts.markdown import LONGEST, escaped, linked, pieces, start_of_line, with_addresses
from plugins.model.text import clean

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "header", "hr", "html", "legend", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead",
    "tr", "ul",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript", "iframe", "object", "svg", "select"})
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em", "cite"})
_LOOKS = re.compile(
    r"</?(?:p|br|b|i|u|a|em|strong|ul|ol|li|div|span|h[1-6]|table|tr|td|html|body|font|img|script|style|iframe)(?:\s[^>]*)?/?>"
    r"|&(?:nbsp|amp|lt|gt|#\d+|#x[\da-f]+|[a-z]+(?:acute|grave|circ|cedil|quo));",
    re.IGNORECASE,
)


class _Style(Struct, frozen=True):
    bold: bool = False
    italic: bool = False
    href: str = ""


def is_html(text: str) -> bool:
    """Return whether a text that should be plain is HTML, as many programs write it."""
    return _LOOKS.search(text) is not None


def without_entities(text: str) -> str:
    """Return a line of text in which a program has left `&#8217;` and the like."""
    return unescape(text) if "&" in text else text


def from_html(source: str) -> str:
    """Return HTML, however broken, as Markdown."""
    reader = _Reader()
    reader.feed(clean(source))
    reader.close()
    reader.end_block()
    return reader.markdown()


class _Block(Struct):
    prefix: str
    runs: list[tuple[str, _Style]] = field(default_factory=list)
    length: int = 0


class _Reader(HTMLParser):
    """Gathers runs of text of one style into blocks; a tag that is never closed ends with the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[_Block] = [_Block("")]
        self._styles: list[tuple[str, _Style]] = []
        self._lists: list[int] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._put("\n")
        elif tag == "img":
            self._image(given)
        elif tag in _BOLD or tag in _ITALIC or tag == "a":
            self._open(tag, given)
        elif tag in {"td", "th"}:
            self._put(" ")
        else:
            self._begin_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"ul", "ol"}:
            self._lists = self._lists[:-1]
            self.end_block()
        elif tag in _BLOCKS or tag in _HEADINGS or tag == "li":
            self.end_block()
        elif tag in {name for name, _ in self._styles}:
            while self._styles.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._put(re.sub(r"\s+", " ", data))

    def _put(self, text: str) -> None:
        if self._silent:
            return
        for piece in pieces(text):
            if self._blocks[-1].length + len(piece) > LONGEST:
                self.end_block()
            self._blocks[-1].runs.append((piece, self._style))
            self._blocks[-1].length += len(piece)

    @property
    def _style(self) -> _Style:
        return self._styles[-1][1] if self._styles else _Style()

    def _open(self, tag: str, given: dict[str, str | None]) -> None:
        style = self._style
        if tag == "a":
            style = replace(style, href=given.get("href") or "")
        else:
            style = replace(style, bold=style.bold or tag in _BOLD, italic=style.italic or tag in _ITALIC)
        self._styles.append((tag, style))

    def _image(self, given: dict[str, str | None]) -> None:
        """Put a link to a picture: that of another site cannot be shown."""
        source = given.get("src") or ""
        if source.startswith("http"):
            self._blocks[-1].runs.append((given.get("alt") or "Image", replace(self._style, href=source)))

    def _begin_block(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self.end_block()
            self._lists.append(0 if tag == "ol" else -1)
        elif tag == "li":
            self._item()
        elif tag in _HEADINGS:
            self.end_block("## ")
        elif tag in _BLOCKS and self._blocks[-1].runs:
            self.end_block()

    def _item(self) -> None:
        if self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            self.end_block(f"{self._lists[-1]}. ")
        else:
            self.end_block("- ")

    def end_block(self, prefix: str = "") -> None:
        """Begin a new block."""
        self._blocks.append(_Block(prefix))

    def markdown(self) -> str:
        """Return the blocks; the items of a list stand close together."""
        texts = [(block.prefix, _written(block)) for block in self._blocks]
        parts: list[str] = []
        last = ""
        for prefix, text in texts:
            if text:
                is_next = (prefix[:1] in {"-", *"0123456789"} and last[:1] == prefix[:1]) or (prefix[:1].isdigit() and last[:1].isdigit())
                parts += ["\n" if is_next else "\n\n", prefix, text]
                last = prefix
        return "".join(parts).strip()


def _written(block: _Block) -> str:
    """Return a block as Markdown; within a heading or an item there is one line."""
    runs = ((style, "".join(text for text, _ in same)) for style, same in groupby(block.runs, key=lambda run: run[1]))
    text = "".join(_styled(words, style) for style, words in runs)
    lines = [" ".join(line.split()) for line in text.split("\n")]
    if block.prefix:
        return " ".join(line for line in lines if line)
    return "  \n".join(start_of_line(line) for line in lines if line)


def _styled(words: str, style: _Style) -> str:
    """Return some words in their style; the spaces around them stay outside the marks, which would not count else."""
    inner = words.strip()
    if not inner:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    if style.href:
        inner = linked(inner, style.href)
    elif style.bold or style.italic:
        mark = "**" * style.bold + "*" * style.italic
        inner = "\n".join(f"{mark}{escaped(line.strip())}{mark}" if line.strip() else "" for line in inner.split("\n"))
    else:
        inner = with_addresses(inner)
    return f"{before}{inner}{after}"
