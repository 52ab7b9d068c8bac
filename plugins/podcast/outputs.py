"""The files of the podcast."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.build.output import Output
from plugins.model.radio import AUDIO, Enclosure
from plugins.model.site import Site
from plugins.podcast.channel import FEED
from plugins.podcast.chapters import chapters_address, chapters_json
from plugins.podcast.feed import podcast


def outputs(site: Site, content: Path) -> Iterator[Output]:
    """Yield the feed, the chapters, and the audio that lies in the content folder; nothing of what has not been broadcast."""
    show = site.identity.show
    if show is None:
        return
    yield Output(FEED.lstrip("/"), podcast, {"identity": site.identity, "show": show, "episodes": site.aired})
    for episode in site.aired:
        enclosure = episode.enclosure
        if episode.chapters:
            yield Output(chapters_address(episode).lstrip("/"), chapters_json, {"chapters": episode.chapters})
        if enclosure.recording.is_here:
            yield Output(enclosure.address.lstrip("/"), audio, {"folder": str(content), "enclosure": enclosure})


def audio(folder: str, enclosure: Enclosure) -> Path:
    """Return the recording to copy as it is."""
    return Path(folder, AUDIO, enclosure.name)
