"""Feeds of texts (Atom, RFC 4287), each text whole."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from feedgen.feed import FeedGenerator
from lxml import etree, html
from msgspec import Struct

from plugins.model.site import Identity

LANGUAGE = "fr"
_BEFORE_ANY = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of a feed without entries: feedgen would put the clock's."""


class Channel(Struct, frozen=True):
    """What a feed is called, and where it is."""

    address: str
    title: str
    subtitle: str
    page: str
    """Address of the page it is the feed of."""


class Text(Struct, frozen=True):
    """One entry of a feed."""

    title: str
    address: str
    day: date
    summary: str
    body: str
    """Safe HTML."""
    authors: tuple[str, ...] = ()


def atom(identity: Identity, channel: Channel, texts: tuple[Text, ...]) -> bytes:
    """Return the feed of some texts, in the order given."""
    feed = FeedGenerator()
    feed.id(identity.absolute(channel.address))
    feed.title(channel.title)
    feed.subtitle(channel.subtitle)
    feed.author(name=identity.name)
    feed.language(LANGUAGE)
    feed.link(href=identity.absolute(channel.address), rel="self", type="application/atom+xml")
    feed.link(href=identity.absolute(channel.page), rel="alternate", type="text/html")
    feed.updated(max((_midnight(identity, text.day) for text in texts), default=_BEFORE_ANY))
    for text in texts:
        _fill(feed.add_entry(order="append"), identity, text)
    return bytes(feed.atom_str(pretty=True))


def _fill(entry: Any, identity: Identity, text: Text) -> None:  # noqa: ANN401  # feedgen has no types
    page = identity.absolute(text.address)
    entry.id(permanent_id(identity, text))
    entry.title(text.title)
    entry.link(href=page)
    entry.published(_midnight(identity, text.day))
    entry.updated(_midnight(identity, text.day))
    entry.summary(text.summary)
    entry.content(with_whole_links(text.body, page), type="html")
    if text.authors:
        entry.author([{"name": name} for name in text.authors])


def permanent_id(identity: Identity, text: Text) -> str:
    """Return the tag URI of a text (RFC 4151): `tag:exemple.fr,2026-09-18:le-fil/47/agora`."""
    return f"tag:{urlsplit(identity.url).hostname},{text.day}:{text.address.strip('/')}"


def with_whole_links(body: str, page: str) -> str:
    """Return HTML whose links and pictures work away from the site."""
    if not body.strip():
        return ""
    tree = html.fragment_fromstring(body, create_parent="div")
    etree.strip_tags(tree, "picture", "source")  # their addresses would not be made whole, and each picture has one of its own
    etree.strip_attributes(tree, "srcset", "sizes")
    tree.make_links_absolute(page)
    return str(html.tostring(tree, encoding="unicode"))


def _midnight(identity: Identity, day: date) -> datetime:
    return datetime.combine(day, time(), identity.zone)
