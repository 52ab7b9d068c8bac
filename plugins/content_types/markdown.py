"""Markdown of many hands into safe HTML: raw HTML is shown as text, links are resolved, pictures get their size.

One Markdown object serves all bodies; making a new one for each costs a fifth of a build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.serializers import to_html_string
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from msgspec import Struct

from plugins.content_types import plain
from plugins.model.copies import Offer
from plugins.model.problem import Severity, Wrong
from plugins.model.text import french_spaces

_TAG = re.compile(r"</?[a-zA-Z][\w-]*(?:\s[^>\n]*)?/?>|<!--")
_CODE = re.compile(r"`[^`\n]*`|^(?: {4}|\t).*$", re.MULTILINE)


class Target(Struct, frozen=True):
    """What a link or picture of a body leads to."""

    href: str
    """Empty: nowhere yet, and the words stand without a link."""
    page: str = ""
    """The address to check once all pages are known; empty when it is known to exist."""
    file: str = ""
    """Path of the file it leads to, which is then published."""
    offer: Offer | None = None
    """Of a picture, what the page says of it."""


Resolve = Callable[[str, bool], Target]
"""From an address as written, and whether it is a picture's, to its target. Raises Wrong."""
Answer = Target | tuple[str, str]
"""A target, or the two sentences of a refusal."""


def answer(resolve: Callable[[str, str, bool], Target], source: str, written: str, is_picture: bool) -> Answer:
    """Return where an address of the text at `source` leads, or why nowhere."""
    try:
        return resolve(source, written, is_picture)
    except Wrong as wrong:
        return wrong.what, wrong.instead


class Fault(Struct, frozen=True):
    """Something wrong in a body, at a line of it from 1."""

    line: int
    wrong: Wrong
    severity: Severity = Severity.ERROR


class Rendered(Struct, frozen=True):
    """A body made into HTML."""

    html: str
    faults: tuple[Fault, ...]
    pages: tuple[tuple[int, str], ...]
    """(line of the body, address) of each link to a page of the site that has yet to be checked."""
    asked: tuple[tuple[str, bool, Answer], ...]
    """What was asked of `resolve` and answered: while the answers stay the same, so does the HTML."""


class Renderer:
    """Turns bodies into HTML, one after the other."""

    def __init__(self) -> None:
        """Set up the one Markdown object."""
        self._body = _Body()
        notes = {"footnotes": {"BACKLINK_TITLE": "Revenir à l'appel de la note {}"}}
        self._markdown = Markdown(extensions=["tables", "sane_lists", "footnotes", self._body], extension_configs=notes, output_format="html")
        self._house = self._markdown.treeprocessors["house"]

    def render(self, source: str, resolve: Resolve) -> Rendered:
        """Return the HTML of a Markdown text, what is wrong in it, and the pages it links to."""
        if (tree := plain.parse(source)) is None:
            return self.render_in_full(source, resolve)
        self._body.begin(source, resolve)
        self._house.run(tree)
        html = to_html_string(tree).removeprefix("<div>").removesuffix("</div>").strip()
        return self._body.rendered(html)

    def render_in_full(self, source: str, resolve: Resolve) -> Rendered:
        """Return the same by the library, which reads every text and takes its time."""
        self._markdown.reset()
        self._body.begin(source, resolve)
        return self._body.rendered(self._markdown.convert(source), _raw_html(source))


class _Body(Extension):
    """The house rules on top of plain Markdown."""

    def __init__(self) -> None:
        super().__init__()
        self.source = ""
        self.resolve: Resolve = lambda href, _: Target(href)
        self.faults: list[Fault] = []
        self.pages: list[tuple[int, str]] = []
        self.asked: list[tuple[str, bool, Answer]] = []

    def begin(self, source: str, resolve: Resolve) -> None:
        self.source, self.resolve, self.faults, self.pages, self.asked = source, resolve, [], [], []

    def rendered(self, html: str, warnings: Iterable[Fault] = ()) -> Rendered:
        """Return the HTML with what was noted since `begin`."""
        return Rendered(html, (*self.faults, *warnings), tuple(self.pages), tuple(self.asked))

    def line(self, written: str) -> int:
        """Return the line of the source where these characters stand first."""
        return self.source.count("\n", 0, max(self.source.find(written), 0)) + 1

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(_House(md, self), "house", 5)


class _House(Treeprocessor):
    """Resolves links, sizes pictures, puts headings under the page's own, sets French spaces."""

    def __init__(self, md: Markdown, body: _Body) -> None:
        super().__init__(md)
        self._its = body

    def run(self, root: Element) -> None:
        _shift_headings(root)
        for element in list(root.iter()):  # pictures grow while they are shown
            if element.tag == "a" and (href := element.get("href")):
                self._point(element, "href", href)
            elif element.tag == "img":
                self._show(element)
            _set_spaces(element)

    def _point(self, element: Element, name: str, written: str) -> Target | None:
        if AMP_SUBSTITUTE in written:  # how Markdown hides the address of `<bonjour@exemple.fr>`
            written = unescape(written.replace(AMP_SUBSTITUTE, "&"))
        is_picture = element.tag == "img"
        try:
            target = self._its.resolve(written, is_picture)
        except Wrong as wrong:
            self._its.asked.append((written, is_picture, (wrong.what, wrong.instead)))
            self._fault(written, wrong)
            return None
        self._its.asked.append((written, is_picture, target))
        if target.page:
            self._its.pages.append((self._its.line(written), target.page))
        if target.href:
            element.set(name, target.href)
        else:
            element.tag = "span"
            element.attrib.clear()
        return target

    def _show(self, element: Element) -> None:
        written = element.get("src", "")
        if not (element.get("alt") or "").strip():
            self._fault(written, Wrong(f"L'image « {written} » n'a pas de description.", f"Écrivez ce qu'elle montre : ![une marmite]({written})."))
        target = self._point(element, "src", written)
        if target and target.offer:
            _lay_out(element, target.offer)

    def _fault(self, written: str, wrong: Wrong) -> None:
        self._its.faults.append(Fault(self._its.line(written), wrong))


def _lay_out(element: Element, offer: Offer) -> None:
    """Give a picture its size and colour, and copies to choose from; it is loaded when it is near."""
    choice = {"srcset": offer.srcset, "sizes": offer.sizes} if offer.srcset else {}
    shade = {"class": offer.shade} if offer.shade else {}
    shown = {**element.attrib, **choice, **shade, "width": str(offer.width), "height": str(offer.height), "loading": "lazy"}
    if not offer.sources:
        element.attrib.update(shown)
        return
    element.tag, element.attrib = "picture", {}
    for mime, srcset in offer.sources:
        SubElement(element, "source", type=mime, srcset=srcset, sizes=offer.sizes)
    SubElement(element, "img", shown)


def _shift_headings(root: Element) -> None:
    """Put the headings under the page's h1 in an order without gaps, whatever levels the writer took (WCAG 2.2, 1.3.1)."""
    above: list[int] = []
    for element in root.iter():
        if re.fullmatch(r"h[1-6]", element.tag):
            level = int(element.tag[1])
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            element.tag = f"h{min(6, 1 + len(above))}"


def _set_spaces(element: Element) -> None:
    if element.text and element.tag not in {"code", "pre"}:
        element.text = french_spaces(element.text)
    if element.tail:
        element.tail = french_spaces(element.tail)


def _raw_html(source: str) -> Iterator[Fault]:
    """Yield a warning for each line with HTML in it, which readers will see as typed."""
    bare = _CODE.sub(lambda match: " " * len(match[0]), source)
    for number, line in enumerate(bare.split("\n"), 1):
        if tag := _TAG.search(line):
            yield Fault(
                number, Wrong(f"« {tag[0]} » est du HTML : il sera montré tel quel.", "Écrivez en Markdown, ou retirez-le."), Severity.WARNING
            )
