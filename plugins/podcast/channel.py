"""What the feed says of the show."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.site import Identity, Show
from plugins.podcast.tags import Tag

FEED = "/la-bobine/podcast.xml"
PAGE = "/la-bobine/"
LANGUAGE = "fr"
"""RFC 5646; never `fr_FR`, which applications do not know."""


def channel_tags(identity: Identity, show: Show) -> Iterator[Tag]:
    """Yield what Apple and Podcasting 2.0 ask of a channel."""
    yield Tag("itunes:author", identity.name)
    yield Tag("itunes:owner", children=(Tag("itunes:name", identity.name), Tag("itunes:email", show.mail)))
    yield Tag("itunes:image", attributes={"href": identity.absolute(f"/{show.cover}")})
    yield _category(show.category)
    yield Tag("itunes:explicit", "false")
    yield Tag("itunes:type", "episodic")
    yield Tag("podcast:guid", show.guid)
    yield Tag("podcast:locked", "yes", {"owner": show.mail})
    yield Tag("podcast:medium", "podcast")
    yield Tag("podcast:updateFrequency", show.schedule, {"rrule": f"FREQ=WEEKLY;BYDAY={show.weekday}"})


def _category(names: tuple[str, ...]) -> Tag:
    """Return Apple's main category with its subcategory inside."""
    return Tag("itunes:category", attributes={"text": names[0]}, children=(_category(names[1:]),) if names[1:] else ())
