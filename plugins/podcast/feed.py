"""The feed: RSS 2.0 with what Apple, Spotify and Podcasting 2.0 add."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from feedgen.feed import FeedGenerator

from plugins.model.radio import Episode
from plugins.model.site import Identity, Show
from plugins.podcast.channel import FEED, LANGUAGE, PAGE, channel_tags
from plugins.podcast.item import description, item_tags
from plugins.podcast.tags import ChannelTags, ItemTags

_BEFORE_ANY = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of a feed without episodes: feedgen would put the clock's."""


def podcast(identity: Identity, show: Show, episodes: tuple[Episode, ...]) -> bytes:
    """Return the feed of the episodes, in the order given, newest first."""
    feed = _channel(identity, show)
    feed.lastBuildDate(max((episode.aired for episode in episodes), default=_BEFORE_ANY))
    for episode in episodes:
        _fill(feed.add_entry(order="append"), identity, show, episode)
    return bytes(feed.rss_str(pretty=True))


def _channel(identity: Identity, show: Show) -> Any:  # noqa: ANN401  # feedgen has no types
    feed = FeedGenerator()
    feed.register_extension("apps", ChannelTags, ItemTags, atom=False)
    feed.title(show.name)
    feed.link(href=identity.absolute(FEED), rel="self", type="application/rss+xml")
    feed.link(href=identity.absolute(PAGE))  # the last one becomes the channel's own link
    feed.description(show.description)
    feed.language(LANGUAGE)
    feed.apps.tags = channel_tags(identity, show)
    return feed


def _fill(item: Any, identity: Identity, show: Show, episode: Episode) -> None:  # noqa: ANN401  # as above
    enclosure = episode.enclosure
    item.title(episode.title)
    item.link(href=identity.absolute(episode.address))
    item.guid(f"{show.guid_prefix}{episode.number}", permalink=False)
    item.pubDate(episode.aired)
    item.description(description(identity, episode))
    item.enclosure(identity.absolute(enclosure.address), str(enclosure.recording.size), enclosure.mime)
    item.apps.tags = item_tags(identity, episode)
