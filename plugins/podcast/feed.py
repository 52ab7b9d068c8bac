"""The feed: RSS 2.0 with what Apple, Spotify and Podcasting 2.0 add."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from feedgen.feed import FeedGenerator

from plugins.model.entry import File
from plugins.model.radio import Episode
from plugins.model.site import Identity, Show
from plugins.podcast.channel import FEED, LANGUAGE, PAGE, channel_tags, own_tags
from plugins.podcast.item import description, guid_of, item_tags
from plugins.podcast.tags import ChannelTags, ItemTags, Tag

_BEFORE_ANY = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of a feed without episodes: feedgen would put the clock's."""


def podcast(identity: Identity, show: Show, cover: File | None, episodes: tuple[Episode, ...]) -> bytes:
    """Return the feed of the episodes, in the order given, newest first."""
    feed = new_feed(identity, show, FEED, (*channel_tags(identity, show, cover), *own_tags(show)))
    feed.lastBuildDate(max((episode.aired for episode in episodes), default=_BEFORE_ANY))
    for episode in episodes:
        _fill(feed.add_entry(order="append"), identity, show, episode)
    return bytes(feed.rss_str(pretty=True))


def new_feed(identity: Identity, show: Show, address: str, tags: Iterable[Tag]) -> Any:  # noqa: ANN401  # feedgen has no types
    """Return a feed of the show at an address of the site, still without date and episodes."""
    feed = FeedGenerator()
    feed.register_extension("apps", ChannelTags, ItemTags, atom=False)
    feed.title(show.name)
    feed.link(href=identity.absolute(address), rel="self", type="application/rss+xml")
    feed.link(href=identity.absolute(PAGE))  # the last one becomes the channel's own link
    feed.description(show.description)
    feed.language(LANGUAGE)
    feed.apps.tags = tags
    return feed


def _fill(item: Any, identity: Identity, show: Show, episode: Episode) -> None:  # noqa: ANN401  # as above
    enclosure = episode.enclosure
    item.title(episode.title)
    item.link(href=identity.absolute(episode.address))
    item.guid(guid_of(show, episode), permalink=False)
    item.pubDate(episode.aired)
    item.description(description(identity, episode))
    item.enclosure(identity.absolute(enclosure.address), str(enclosure.recording.size), enclosure.mime)
    item.apps.tags = item_tags(identity, episode)
