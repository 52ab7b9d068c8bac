"""The editorial's HTML, made fit for mailboxes: few tags, whole links, pictures with their size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast
from urllib.parse import urlsplit

from lxml import html
from lxml.html import HtmlElement

from plugins.model.entry import File
from plugins.model.mail_picture import mailed
from plugins.newsletter.links import Links
from plugins.newsletter.pictures import scaled

KEPT = {
    "p": (), "br": (), "h2": (), "h3": (), "ul": (), "ol": ("start",), "li": (), "strong": (), "em": (), "blockquote": (), "code": (), "pre": (),
    "hr": (), "a": ("href",), "img": ("src", "alt", "width", "height"),
    "table": (), "thead": (), "tbody": (), "tr": (), "th": (), "td": (), "sup": (),
}  # fmt: skip
"""Tags that stay, with the attributes that stay; ids go, since mailboxes drop anchors."""
_RENAMED = {"h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
_SCHEMES = {"http", "https", "mailto", "tel"}


def mail_html(body: str, address: str, links: Links, pictures: Iterable[File]) -> str:
    """Return the body of the page of a letter, reduced to what every mailbox shows; empty when there is no body."""
    if not body.strip():
        return ""
    root = html.fragment_fromstring(body, create_parent="div")
    files = {links.file(file.address): file for file in pictures}
    for element in list(root.iterdescendants()):
        _fit(element, address, links, files)
    return (root.text or "") + "".join(html.tostring(child, encoding="unicode") for child in root)


def _fit(element: HtmlElement, address: str, links: Links, files: Mapping[str, File]) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in {"script", "style"}:
        element.drop_tree()
        return
    element.tag = tag = _RENAMED.get(tag, tag)
    if tag not in KEPT:
        element.drop_tag()
    elif tag == "a":
        _fit_link(element, address, links)
    elif tag == "img":
        _fit_picture(element, address, links, files)
    for name in set(element.attrib) - set(KEPT.get(tag, ())):
        del element.attrib[cast("str", name)]


def _fit_link(element: HtmlElement, address: str, links: Links) -> None:
    href = links.from_page(element.get("href", ""), address)
    if urlsplit(href).scheme not in _SCHEMES:
        element.drop_tag()
    element.set("href", href)


def _fit_picture(element: HtmlElement, address: str, links: Links, files: Mapping[str, File]) -> None:
    """Size a picture of the site for the column; one from elsewhere could count who opens the letter, and goes."""
    source = links.from_page(element.get("src", ""), address)
    file = files.get(source)
    if file is None or not file.width:
        element.drop_tree()
        return
    width, height = scaled(file)
    for name, value in (("src", links.file(mailed(file).address)), ("alt", element.get("alt", "")), ("width", str(width)), ("height", str(height))):
        element.set(name, value)
