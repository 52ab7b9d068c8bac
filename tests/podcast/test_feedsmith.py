"""The feeds as feedsmith sees them."""

from __future__ import annotations

import pytest

from tests.podcast.episodes import files, show_site
from tests.podcast.feedsmith import compare

FEEDS = {output.path: output for output in files(show_site()) if output.path.endswith(".xml")}


@pytest.mark.parametrize("path", sorted(FEEDS))
def test_every_tag_comes_back(path: str) -> None:
    """A show that says all it can: what we write in its feeds, each tag and attribute, is what a strict reader finds."""
    data = FEEDS[path].render().content
    assert isinstance(data, bytes)
    compare(data)


def test_both_feeds_are_looked_at() -> None:
    """The show has its episodes in one feed, and what is on air in another."""
    assert set(FEEDS) == {"la-bobine/podcast.xml", "la-bobine/podcast-direct.xml"}
