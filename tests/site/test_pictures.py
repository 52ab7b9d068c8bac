"""Pictures on the pages of the whole site: what they name is there, and a phone can pay for it."""

from __future__ import annotations

import gzip
from pathlib import Path
from statistics import median
from urllib.parse import unquote

from lxml import html
from lxml.html import HtmlElement

from tests.site.building import Built

USUAL, MOST, REQUESTS = 60_000, 200_000, 8
"""Bytes of the page in the middle, of the heaviest one, and what the page in the middle asks for, with all its pictures at their largest."""
PACKED = {".html", ".css", ".js", ".svg"}


def tree(page: Path) -> HtmlElement:
    """Return a page."""
    return html.document_fromstring(page.read_bytes())


def named(srcset: str) -> list[str]:
    """Return the addresses of a srcset."""
    return [candidate.split()[0] for candidate in srcset.split(", ")]


def needed(page: HtmlElement) -> set[str]:
    """Return what a page asks for: of each picture the first format, the lightest, at its largest."""
    style = page.xpath("//link[@rel='stylesheet' or contains(@rel, 'icon')]/@href")
    pictures = {named(picture[0].get("srcset", ""))[-1] for picture in page.iter("picture")}
    alone = {image.get("src", "") for image in page.iter("img") if image.getparent().tag not in {"picture", "source"}}
    return {str(address) for address in (*style, *page.xpath("//script/@src"), *pictures, *alone)}


def weight(path: Path) -> int:
    """Return the bytes of a file on the line."""
    data = path.read_bytes()
    return len(gzip.compress(data, 9)) if path.suffix in PACKED else len(data)


def test_every_copy_that_a_page_names_is_there(romans: Built) -> None:
    """No browser asks for a picture in vain, whichever format and width it takes."""
    for page in romans.output.rglob("*.html"):
        for element in tree(page).iter("img", "source"):
            for address in named(element.get("srcset", "")) if element.get("srcset") else ():
                assert (romans.output / unquote(address).lstrip("/")).is_file(), (page, address)


def test_every_picture_has_its_words_and_its_size(romans: Built) -> None:
    """Who does not see it hears what it shows, and nothing jumps when it comes."""
    for page in romans.output.rglob("*.html"):
        for image in tree(page).iter("img"):
            assert image.get("alt") is not None, page
            assert int(image.get("width", "0")) > 0, page
            assert int(image.get("height", "0")) > 0, page


def test_pages_are_light_with_their_pictures(romans: Built) -> None:
    """The page in the middle is light enough for who pays by the megabyte, and none is heavy."""
    asked = {page: [romans.output / unquote(address).lstrip("/") for address in needed(tree(page))] for page in romans.output.rglob("*.html")}
    there = {page: [path for path in paths if path.is_file()] for page, paths in asked.items()}
    weights = {page: weight(page) + sum(map(weight, paths)) for page, paths in there.items()}
    assert median(weights.values()) <= USUAL
    assert {page: size for page, size in weights.items() if size > MOST} == {}
    assert median(1 + len(paths) for paths in there.values()) <= REQUESTS
