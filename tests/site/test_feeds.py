"""The feeds of the built site, as feedsmith sees them."""

from tests.podcast.feedsmith import compare
from tests.site.building import Built


def test_every_tag_of_every_feed_comes_back(romans: Built) -> None:
    """What stands in each feed, whole and entry by entry, is what a strict reader finds: nothing is lost, and nothing is read twice."""
    feeds = {path.relative_to(romans.output).as_posix(): path.read_bytes() for path in romans.output.rglob("*.xml") if path.name != "sitemap.xml"}
    assert {"flux.xml", "la-bobine/podcast.xml"} <= set(feeds)
    for data in feeds.values():
        compare(data)
