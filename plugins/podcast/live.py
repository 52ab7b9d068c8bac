"""The live hour as a feed of its own: in the main one, a live item breaks several applications."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from enum import Enum

from msgspec import Struct

from plugins.model.entry import File
from plugins.model.live import Live, last_live, next_live
from plugins.model.site import Identity, Show
from plugins.model.words import day_words
from plugins.podcast.channel import LIVE_FEED, PAGE, channel_tags
from plugins.podcast.feed import new_feed
from plugins.podcast.tags import Tag


class Status(Enum):
    """What a live item says of itself, in the words of Podcasting 2.0."""

    PENDING = "pending"
    LIVE = "live"
    ENDED = "ended"


class LiveItem(Struct, frozen=True):
    """One live hour; the day of the build tells whether it is to come: the hours are for the application."""

    day: date
    status: Status


def live_items(show: Show, live: Live, today: date) -> tuple[LiveItem, ...]:
    """Return the next live hour and the last one."""
    coming, last = next_live(live, show.weekday, today), last_live(live, show.weekday, today)
    first = [LiveItem(coming, Status.LIVE if coming == today else Status.PENDING)] if coming else []
    return (*first, *([LiveItem(last, Status.ENDED)] if last else []))


def live_podcast(identity: Identity, show: Show, live: Live, cover: File | None, items: tuple[LiveItem, ...]) -> bytes:
    """Return the feed of the live hours; directories are told to leave it out, or they would list the show twice."""
    tags = (*channel_tags(identity, show, cover), Tag("itunes:block", "Yes"), *_items(identity, show, live, items))
    feed = new_feed(identity, show, LIVE_FEED, tags)
    feed.lastBuildDate(max(datetime.combine(item.day, time(), identity.zone) for item in items if item.status is not Status.PENDING))
    return bytes(feed.rss_str(pretty=True))


def _items(identity: Identity, show: Show, live: Live, items: tuple[LiveItem, ...]) -> Iterator[Tag]:
    for item in items:
        start, end = _moments(identity, live, item.day)
        when = {"status": item.status.value, "start": start.isoformat(), "end": end.isoformat()}
        yield Tag("podcast:liveItem", attributes=when, children=tuple(_inside(identity, show, live, item.day)))


def _inside(identity: Identity, show: Show, live: Live, day: date) -> Iterator[Tag]:
    yield Tag("title", f"En direct, {day_words(day)}")
    yield Tag("link", identity.absolute(PAGE))
    yield Tag("guid", f"{show.guid_prefix}direct:{day}", {"isPermaLink": "false"})
    # a stream has no size, and RSS wants one
    yield Tag("enclosure", attributes={"url": live.stream, "length": "0", "type": live.mime})
    yield Tag("podcast:contentLink", "Écouter sur le site", {"href": identity.absolute(PAGE)})


def _moments(identity: Identity, live: Live, day: date) -> tuple[datetime, datetime]:
    return datetime.combine(day, live.start, identity.zone), datetime.combine(day, live.end, identity.zone)
