"""A feed of before, read from its XML: nothing is fetched, and no entity of a stranger is resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from plugins.model.chapter import Chapter
from plugins.model.problem import Wrong
from plugins.model.radio import Genre
from plugins.moving.item import Feed, Item
from plugins.moving.values import ascending, read_number, read_published, read_seconds

LARGEST = 32_000_000
"""Bytes: some thousand episodes with long texts."""
_SPACES = {
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "http://podlove.org/simple-chapters": "psc",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://www.w3.org/2005/atom": "atom",
}
"""Prefixes by namespace, in lower case and without the last slash, for programs write them in several ways."""
_TEXTS = ("content:encoded", "description", "itunes:summary")
_TAKEN = {
    *_TEXTS, "title", "itunes:title", "guid", "pubDate", "enclosure", "itunes:duration", "itunes:episode", "itunes:episodeType", "itunes:keywords",
    "podcast:person", "podcast:chapters", "psc:chapters", "podcast:transcript", "podcast:soundbite", "podcast:episode",
}  # fmt: skip
_SILENT = {
    "link", "comments", "author", "category", "source", "image", "itunes:author", "itunes:subtitle", "itunes:season", "podcast:season",
    "podcast:comments", "podcast:socialInteract", "atom:link", "itunes:order",
}  # fmt: skip
"""What our pages say in another way, or what programs say to each other."""
_NO = {"", "no", "false", "clean"}

Tags = Mapping[str, list[etree._Element]]  # noqa: SLF001  # lxml's own name of the type


def read_feed(data: bytes) -> Feed:
    """Return the feed of a file. Raise Wrong when it is none."""
    channel = _channel(data)
    tags = _tags(channel)
    pages = [link.get("href", "") for link in tags["atom:link"] if link.get("rel") == "next"]
    items = tuple(_item(_tags(element)) for element in tags["item"])
    return Feed(_text(tags, "podcast:guid"), _text(tags, "podcast:locked").lower() == "yes", (pages or [""])[0], items)


def _channel(data: bytes) -> etree._Element:
    if len(data) > LARGEST:
        raise Wrong(f"Ce flux dépasse {LARGEST // 1_000_000} Mo.", "Donnez le flux RSS lui-même, pas une sauvegarde du site.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except etree.XMLSyntaxError as error:
        raise Wrong(f"Ce fichier n'est pas un flux : il ne se lit plus à la ligne {error.lineno}.",
                    "Enregistrez de nouveau l'adresse du flux, avec « Enregistrer sous… ».") from None  # fmt: skip
    if root.getroottree().docinfo.internalDTD is not None:
        raise Wrong(
            "Ce flux définit ses propres signes (DOCTYPE), ce qu'un podcast ne fait pas.", "Demandez à l'ancien hébergeur un flux RSS ordinaire."
        )
    channel = root.find("channel")
    if root.tag != "rss" or channel is None:
        raise Wrong(
            "Ce fichier n'est pas un flux RSS.", "Prenez l'adresse que vous donnez aux applications de podcast, et enregistrez ce qu'elle montre."
        )
    return channel


def _tags(parent: etree._Element) -> Tags:
    """Return the elements right under another by name, prefixed as everybody writes them."""
    found: dict[str, list[etree._Element]] = defaultdict(list)
    for element in parent.iterchildren(etree.Element):
        found[_name(element)].append(element)
    return found


def _name(element: etree._Element) -> str:
    name = etree.QName(element)
    if name.namespace is None:
        return name.localname
    return f"{_SPACES.get(name.namespace.lower().rstrip('/'), name.namespace)}:{name.localname}"


def _content(element: etree._Element) -> str:
    return "".join(cast("Iterator[str]", element.itertext())).strip()


def _text(tags: Tags, *names: str) -> str:
    """Return the text of the first tag that has one."""
    return next((text for name in names for element in tags[name] if (text := _content(element))), "")


def _item(tags: Tags) -> Item:
    enclosure = next(iter(tags["enclosure"]), None)
    url, size, mime = ("" if enclosure is None else enclosure.get(name, "").strip() for name in ("url", "length", "type"))
    people = [(_content(person), person.get("role", "").strip().lower()) for person in tags["podcast:person"] if _content(person)]
    return Item(
        title=_text(tags, "itunes:title", "title"),
        guid=_text(tags, "guid") or url,
        published=read_published(_text(tags, "pubDate")),
        url=url,
        size=read_number(size),
        mime=mime,
        seconds=read_seconds(_text(tags, "itunes:duration")),
        number=read_number(_text(tags, "itunes:episode", "podcast:episode")) or None,
        genre=next((genre for genre in Genre if genre.value == _text(tags, "itunes:episodeType").lower()), Genre.FULL),
        text=max((_text(tags, name) for name in _TEXTS), key=len),
        guests=tuple(name for name, role in people if role == "guest"),
        crew=tuple(name for name, role in people if role != "guest"),
        keywords=tuple(word.strip() for word in _text(tags, "itunes:keywords").split(",") if word.strip()),
        chapters=_chapters(tags),
        chapters_url=_attribute(tags, "podcast:chapters", "url"),
        transcripts=tuple(url for element in tags["podcast:transcript"] if (url := element.get("url", ""))),
        soundbite=_soundbite(tags),
        others=tuple(name for name, elements in tags.items() if name not in _TAKEN | _SILENT and any(map(_says, elements)) and _is_known(name)),
    )


def _attribute(tags: Tags, name: str, attribute: str) -> str:
    return next((element.get(attribute, "") for element in tags[name]), "")


def _chapters(tags: Tags) -> tuple[Chapter, ...]:
    marks = (mark for chapters in tags["psc:chapters"] for mark in _tags(chapters)["psc:chapter"])
    return ascending((read_seconds(mark.get("start", "")), mark.get("title", "")) for mark in marks)


def _soundbite(tags: Tags) -> tuple[int, int] | None:
    first = next(iter(tags["podcast:soundbite"]), None)
    return None if first is None else (read_seconds(first.get("startTime", "")), read_seconds(first.get("duration", "")))


def _says(element: etree._Element) -> bool:
    """Return whether a tag says something: « not explicit » and « not blocked » go without saying."""
    return _content(element).lower() not in _NO or bool(element.attrib) or len(element) > 0


def _is_known(name: str) -> bool:
    """Return whether a tag is of podcasts; what WordPress and directories add for themselves says nothing to readers."""
    return name.partition(":")[0] in {"itunes", "podcast"}
