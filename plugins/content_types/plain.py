"""The Markdown most bodies are made of, read without the library in a fraction of its time.

Each construct has one expression of what is surely meant as it stands; whatever is not in it is left to the library.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

_TEXT = r"[A-Za-z0-9 .,;:!?'\"()/%+=@$\u00a0-\u024f\u2010-\u2027\u202f-\u205e€-]"
"""Letters and marks of French; not one means something in the middle of a line."""
_LINK = rf"!?\[(?!\s){_TEXT}++(?<!\s)]\([\w/.:@#?=+,-]++\)"
_STRONG = rf"\*\*(?!\s)(?:{_TEXT}++|{_LINK})+(?<!\s)\*\*(?!\*)"
_EMPHASIS = rf"\*(?!\s)(?:{_TEXT}++|{_LINK})+(?<!\s)\*(?!\*)"
_WORDS = rf"(?:{_TEXT}++|{_LINK}|{_STRONG}|{_EMPHASIS})+"
"""Only letters are taken for good (`++`): Python before 3.11.5 mistakes groups so. What may follow a group never starts as the group does."""
_LINE = rf"(?![\s+=-]|[0-9]+\.){_WORDS}"
"""A line that does not start as a list, an underline or code does."""

_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_HEADING = re.compile(rf"#{{1,6}} {_WORDS}")
_LIST = re.compile(rf"- {_LINE}(?:\n- {_LINE})*")
_QUOTE = re.compile(rf"> {_LINE}(?:\n> {_LINE})*")
_MARK = re.compile(r"\*(?P<second>\*?)(?P<inner>[^*]+)\*+|\[(?P<words>[^]]+)]\((?P<href>[^)]+)\)|!\[(?P<alt>[^]]+)]\((?P<src>[^)]+)\)|  (?=\n)")
"""What stands between marks, in a line known to be plain."""


def parse(source: str) -> Element | None:
    """Return the tree that Markdown makes of a body, or None when something in it is not plain."""
    root = Element("div")
    for lines in source.split("\n\n"):
        if block := lines.strip("\n"):
            element = _block(block)
            if element is None or (len(root) and element.tag == root[-1].tag and element.tag in {"ul", "blockquote"}):
                return None  # Markdown makes one of two lists or quotes in a row
            element.tail = "\n"
            root.append(element)
    return root


def _block(block: str) -> Element | None:
    """Return a heading, list, quote or paragraph."""
    match block[0]:
        case "#":
            return _heading(block) if _HEADING.fullmatch(block) else None
        case "-":
            return _list(block) if _LIST.fullmatch(block) else None
        case ">":
            return _quote(block) if _QUOTE.fullmatch(block) else None
        case _:
            return _filled(Element("p"), block) if _PARAGRAPH.fullmatch(block) else None


def _heading(block: str) -> Element:
    level, _, words = block.partition(" ")
    return _filled(Element(f"h{len(level)}"), words.strip())


def _list(block: str) -> Element:
    items = Element("ul")
    items.text = "\n"
    for words in block[2:].split("\n- "):
        _filled(SubElement(items, "li"), words).tail = "\n"
    return items


def _quote(block: str) -> Element:
    quote = Element("blockquote")
    quote.text = "\n"
    _filled(SubElement(quote, "p"), block[2:].replace("\n> ", "\n")).tail = "\n"
    return quote


def _filled(element: Element, words: str) -> Element:
    """Return the element with words in it, and what their marks make of them."""
    end, last = 0, None
    for mark in _MARK.finditer(words):
        _put(element, last, words[end : mark.start()])
        end, last = mark.end(), _marked(element, mark)
    _put(element, last, words[end:])
    return element


def _put(element: Element, last: Element | None, words: str) -> None:
    if last is None:
        element.text = words
    else:
        last.tail = words


def _marked(parent: Element, mark: re.Match[str]) -> Element:
    """Return what one mark makes, added to its parent."""
    if inner := mark["inner"]:
        return _filled(SubElement(parent, "strong" if mark["second"] else "em"), inner)
    if alt := mark["alt"]:
        return SubElement(parent, "img", alt=alt, src=mark["src"])
    if words := mark["words"]:
        link = SubElement(parent, "a", href=mark["href"])
        link.text = words
        return link
    return SubElement(parent, "br")
