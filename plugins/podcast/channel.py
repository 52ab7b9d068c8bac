"""What the feed says of the show."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.coordinates import read_coordinates
from plugins.model.entry import File
from plugins.model.site import Identity, Show
from plugins.podcast.covers import artwork_address
from plugins.podcast.tags import Tag

FEED = "/la-bobine/podcast.xml"
LIVE_FEED = "/la-bobine/podcast-direct.xml"
PAGE = "/la-bobine/"
LANGUAGE = "fr"
"""RFC 5646; never `fr_FR`, which applications do not know."""


def channel_tags(identity: Identity, show: Show, cover: File | None) -> Iterator[Tag]:
    """Yield what Apple asks of a channel, and what of Podcasting 2.0 is true of the live feed too."""
    yield Tag("itunes:author", identity.name)
    yield Tag("itunes:owner", children=(Tag("itunes:name", identity.name), Tag("itunes:email", show.mail)))
    if cover:
        yield Tag("itunes:image", attributes={"href": identity.absolute(artwork_address(cover))})
    yield _category(show.category)
    yield Tag("itunes:explicit", "false")
    yield Tag("itunes:type", "episodic")
    yield Tag("podcast:locked", "yes" if show.locked else "no", {"owner": show.mail})
    yield Tag("podcast:medium", "podcast")
    yield from _optional(show)


def own_tags(show: Show) -> Iterator[Tag]:
    """Yield what is true of the show's main feed alone."""
    yield Tag("podcast:guid", show.guid)
    yield Tag("podcast:updateFrequency", show.schedule, {"rrule": f"FREQ=WEEKLY;BYDAY={show.weekday}"})


def _optional(show: Show) -> Iterator[Tag]:
    """Yield what a town need not say."""
    for address, words in show.funding:
        yield Tag("podcast:funding", words, {"url": address})
    for name in show.hosts:
        yield Tag("podcast:person", name, {"role": "host", "group": "cast"})
    if show.location:
        yield Tag("podcast:location", show.location, {"geo": geo_uri(show.geo)} if show.geo else {})
    if show.license:
        yield Tag("podcast:license", show.license, {"url": show.license_url} if show.license_url else {})


def geo_uri(written: str) -> str:
    """Return a point as RFC 5870 writes it: `geo:45.0464,5.0517`. Raise Wrong for a point that is none."""
    point = read_coordinates(written)
    return f"geo:{point.latitude},{point.longitude}"


def _category(names: tuple[str, ...]) -> Tag:
    """Return Apple's main category with its subcategory inside."""
    return Tag("itunes:category", attributes={"text": names[0]}, children=(_category(names[1:]),) if names[1:] else ())
