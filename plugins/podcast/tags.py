"""The tags that podcast applications read beside RSS, as an extension of feedgen, which knows none of `podcast:`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree
from msgspec import Struct, field

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}


class Tag(Struct, frozen=True):
    """One element, of one of the namespaces or of RSS itself."""

    name: str
    """With its prefix: `itunes:author`; RSS has none."""
    text: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple[Tag, ...] = ()


class ItemTags:
    """Adds tags to an item; feedgen makes one for each item."""

    def __init__(self) -> None:
        """Start without tags."""
        self.tags: Iterable[Tag] = ()

    def extend_ns(self) -> dict[str, str]:
        """Return the namespaces by prefix."""
        return NAMESPACES

    def extend_rss(self, item: etree._Element) -> None:
        """Append the tags to the item."""
        for tag in self.tags:
            _append(item, tag)


class ChannelTags(ItemTags):
    """Adds tags to the channel."""

    def extend_rss(self, feed: etree._Element) -> None:
        """Append the tags to the channel, which is the feed's only child."""
        super().extend_rss(feed[0])


def _append(parent: etree._Element, tag: Tag) -> None:
    prefix, _, name = tag.name.rpartition(":")
    element = etree.SubElement(parent, f"{{{NAMESPACES[prefix]}}}{name}" if prefix else name, dict(tag.attributes))
    element.text = tag.text
    for child in tag.children:
        _append(element, child)
