"""A town that a podcast moves into."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from plugins.content_types.config import read_config
from plugins.content_types.reading import Reading, read
from plugins.model.radio import Episode
from plugins.moving.command import bring_in
from tests.studio.sounds import settings

FEEDS = Path(__file__).parent / "flux"
KINDS = ("castopod", "seriously-simple", "ausha", "podlove")


def empty_town(folder: Path) -> Path:
    """Make a town without any episode; return its content folder."""
    (folder / "content/bobine/audio").mkdir(parents=True)
    return folder / "content"


def brought(folder: Path, monkeypatch: pytest.MonkeyPatch, feed: Path | str, audio: str = "", **changed: Any) -> tuple[int, str]:
    """Bring a feed in; return the exit status and what was said."""
    monkeypatch.delenv("BUILD_DATE", raising=False)
    stream = StringIO()
    status = bring_in(settings(folder, **changed), Console(file=stream, width=300), str(feed), audio)
    return status, stream.getvalue()


def reading(folder: Path) -> Reading:
    """Return the town as a build reads it."""
    return read(read_config(settings(folder)))


def episodes(folder: Path) -> dict[str, Episode]:
    """Return the episodes by GUID."""
    return {episode.guid: episode for episode in reading(folder).site.episodes}


def feed_of(*items: str, head: str = "") -> bytes:
    """Return a small feed of items."""
    spaces = (
        'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" '
        'xmlns:psc="http://podlove.org/simple-chapters" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    )
    return f'<?xml version="1.0"?>{head}<rss version="2.0" {spaces}><channel><title>Ondes</title>{"".join(items)}</channel></rss>'.encode()


def item(number: int, **changed: str) -> str:
    """Return an item; a tag is replaced by giving it, and left out by giving nothing. `more` is appended."""
    tags = {
        "title": f"<title>Titre {number}</title>",
        "guid": f'<guid isPermaLink="false">guid-{number}</guid>',
        "pubDate": f"<pubDate>Thu, {number:02} Oct 2026 16:00:00 +0000</pubDate>",
        "enclosure": f'<enclosure url="https://ailleurs.example/{number}.mp3" length="{1000 + number}" type="audio/mpeg"/>',
        "duration": "<itunes:duration>600</itunes:duration>",
        "description": f"<description>Texte {number}.</description>",
        **changed,
    }
    return f"<item>{''.join(tags.values())}</item>"
