"""The feed of texts (Atom, RFC 4287): news, articles and issues of the magazine, whole."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from feedgen.feed import FeedGenerator
from lxml import html

from plugins.model.article import Article, Issue
from plugins.model.site import Identity

ADDRESS = "/flux.xml"
LANGUAGE = "fr"
_BEFORE_ANY = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of a feed without entries: feedgen would put the clock's."""

Text = Article | Issue


def atom(identity: Identity, texts: tuple[Text, ...], bodies: tuple[str, ...]) -> bytes:
    """Return the feed of some texts, in the order given, with the safe HTML of each."""
    feed = FeedGenerator()
    feed.id(identity.absolute(ADDRESS))
    feed.title(identity.name)
    feed.subtitle(identity.tagline)
    feed.author(name=identity.name)
    feed.language(LANGUAGE)
    feed.link(href=identity.absolute(ADDRESS), rel="self", type="application/atom+xml")
    feed.link(href=identity.absolute("/"), rel="alternate", type="text/html")
    feed.updated(max((_midnight(identity, text.date) for text in texts), default=_BEFORE_ANY))
    for text, body in zip(texts, bodies, strict=True):
        _fill(feed.add_entry(order="append"), identity, text, body)
    return bytes(feed.atom_str(pretty=True))


def _fill(entry: Any, identity: Identity, text: Text, body: str) -> None:  # noqa: ANN401  # feedgen has no types
    page = identity.absolute(text.address)
    entry.id(permanent_id(identity, text))
    entry.title(text.title)
    entry.link(href=page)
    entry.published(_midnight(identity, text.date))
    entry.updated(_midnight(identity, text.date))
    entry.summary(text.summary)
    entry.content(with_whole_links(body, page), type="html")
    if isinstance(text, Article):
        entry.author([{"name": name} for name in text.authors])


def permanent_id(identity: Identity, text: Text) -> str:
    """Return the tag URI of a text (RFC 4151): `tag:exemple.fr,2026-09-18:le-fil/47/agora`."""
    return f"tag:{urlsplit(identity.url).hostname},{text.date}:{text.address.strip('/')}"


def with_whole_links(body: str, page: str) -> str:
    """Return HTML whose links and pictures work away from the site."""
    if not body.strip():
        return ""
    tree = html.fragment_fromstring(body, create_parent="div")
    tree.make_links_absolute(page)
    return str(html.tostring(tree, encoding="unicode"))


def _midnight(identity: Identity, day: date) -> datetime:
    return datetime.combine(day, time(), identity.zone)
