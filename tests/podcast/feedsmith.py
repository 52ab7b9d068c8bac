"""A third reader of feeds, in another language: feedsmith, which knows every tag of Atom, iTunes, Podcasting 2.0 and Podlove chapters."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

_SCRIPT = Path(__file__).with_name("parse.mjs")
_PODCAST = "https://podcastindex.org/namespace/1.0"
_WORDS = {"yes": "true", "no": "false"}
"""As feedsmith says it."""


def compare(data: bytes) -> None:
    """Assert that feedsmith finds in each entry, and in all of a feed, what we wrote: every text and attribute, as often, and no other.

    The versions of RSS and of Podlove chapters alone are not told.
    """
    root, feed = etree.fromstring(data), _read(data)
    assert Counter(_written(root)) == Counter(_told(feed))
    entries = root.findall("{*}entry") or root.findall("channel/item")
    for entry, told in zip(entries, feed.get("entries") or feed.get("items") or [], strict=True):
        assert Counter(_written(entry)) == Counter(_told(told))


def _read(data: bytes) -> Any:  # what feedsmith gives
    done = subprocess.run(["node", str(_SCRIPT)], input=data, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def _written(element: etree._Element) -> Iterator[str]:
    """Yield each text and attribute of an element and all that it holds."""
    for found in filter(_is_told, element.iter()):
        yield from (_WORDS.get(str(value), str(value)) for name, value in found.attrib.items() if name != "version" or _name(found) == "generator")
        if text := (found.text or "").strip():
            yield _WORDS.get(text.lower(), text)


def _is_told(element: etree._Element) -> bool:
    """Return whether feedsmith tells of an element: of a broadcast to come it knows Podcasting 2.0's own tags, not those of RSS."""
    parent = element.getparent()
    return parent is None or _name(parent) != "liveItem" or etree.QName(element).namespace == _PODCAST


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _told(value: Any) -> Iterator[str]:
    """Yield every scalar of a JSON value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _told(one)
    else:
        yield json.dumps(value) if isinstance(value, bool | int) else str(value).strip()
