"""A finished letter as a mailbox sees it: its elements, and each text with what it is written in and on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from lxml import html
from lxml.html import HtmlElement
from msgspec import Struct
from msgspec.structs import replace

from plugins.newsletter.lint.facts import Facts

_SILENT = {"head", "style", "script", "title"}


class Look(Struct, frozen=True):
    """How text looks that is written in an element, as far as styles on the elements say; empty where none does."""

    ink: str = ""
    ground: str = ""
    size: str = ""
    family: str = ""
    is_hidden: bool = False


class Text(Struct, frozen=True):
    """A piece of text and its look."""

    words: str
    look: Look


class Page(Struct, frozen=True):
    """A letter's HTML, read once for all rules."""

    source: str
    facts: Facts
    root: HtmlElement
    body: HtmlElement
    elements: tuple[HtmlElement, ...]
    """Everything in the body, in order, and the body itself."""
    looks: Mapping[HtmlElement, Look]
    texts: tuple[Text, ...]
    """What is not blank, in order."""

    def all(self, *names: str) -> Iterator[HtmlElement]:
        """Yield the elements of these names that can be seen."""
        return (element for element in self.elements if element.tag in names and not self.looks[element].is_hidden)


def read_page(source: str, facts: Facts) -> Page:
    """Return a letter's HTML as mailboxes see it; they drop the body element, so what its style says counts for nothing."""
    root = html.document_fromstring(source)
    body = next(root.iter("body"))
    elements = tuple(element for element in body.iter() if isinstance(element.tag, str))
    looks: dict[HtmlElement, Look] = {}
    for element in elements:
        parent = element.getparent()
        looks[element] = Look() if element.tag == "body" or parent is None else _look(element, looks[parent])
    return Page(source, facts, root, body, elements, looks, tuple(_texts(body, looks)))


@lru_cache(maxsize=1024)
def declarations(style: str) -> Mapping[str, str]:
    """Return what a style attribute declares, by property."""
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip()}


def style_of(element: HtmlElement) -> Mapping[str, str]:
    """Return what an element's style declares."""
    return declarations(element.get("style", ""))


def words_of(element: HtmlElement) -> str:
    """Return an element's text with single spaces, no-break ones too."""
    return " ".join(str(element.text_content()).split())


def _look(element: HtmlElement, around: Look) -> Look:
    """Return the look of an element; a table begins anew, as in Outlook, and in webmails that drop the doctype (quirks mode)."""
    style = style_of(element)
    ground = style.get("background-color", "") or element.get("bgcolor", "")
    is_hidden = style.get("display") == "none" or element.tag in _SILENT
    if element.tag == "table":
        around = replace(around, ink="", size="", family="")
    if not (style or ground or is_hidden):
        return around
    return replace(
        around,
        ink=style.get("color", around.ink).lower(),
        ground=(ground or around.ground).lower(),
        size=style.get("font-size", around.size),
        family=style.get("font-family", around.family),
        is_hidden=is_hidden or around.is_hidden,
    )


def _texts(body: HtmlElement, looks: Mapping[HtmlElement, Look]) -> Iterator[Text]:
    for element in body.iter():
        own = looks.get(element)
        if own and element.text and (words := element.text.strip()):
            yield Text(words, own)
        parent = element.getparent()
        if element is not body and parent is not None and element.tail and (words := element.tail.strip()):
            yield Text(words, looks[parent])
