"""The files of the podcast."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby
from pathlib import Path

from plugins.build.output import Group, Output, Thing
from plugins.model.entry import File
from plugins.model.radio import AUDIO, Enclosure, Episode
from plugins.model.site import Show, Site
from plugins.podcast.artwork import artwork
from plugins.podcast.channel import FEED, LIVE_FEED
from plugins.podcast.chapters import chapters_address, chapters_json
from plugins.podcast.covers import artwork_address, is_cover
from plugins.podcast.feed import podcast
from plugins.podcast.live import live_items, live_podcast


def outputs(site: Site, content: Path) -> Iterator[Thing]:
    """Yield the feeds, the covers, and what belongs to each episode; nothing of what has not been broadcast."""
    show = site.identity.show
    if show is None:
        return
    cover = site.files.get(show.cover)
    yield Output(FEED.lstrip("/"), podcast, {"identity": site.identity, "show": show, "cover": cover, "episodes": site.aired})
    yield from _live(site, show, cover)
    for file in _covers(cover, site.aired):
        yield Output(artwork_address(file).lstrip("/"), artwork, {"folder": str(content), "file": file})
    for _, found in groupby(site.aired, key=lambda episode: episode.season):
        episodes = tuple(found)
        yield Group(f"podcast {episodes[-1].path}", _of_season, {"episodes": episodes, "folder": str(content)})


def _live(site: Site, show: Show, cover: File | None) -> Iterator[Output]:
    if show.live and show.live.stream:
        items = live_items(show, show.live, site.today)
        given = {"identity": site.identity, "show": show, "live": show.live, "cover": cover, "items": items}
        yield Output(LIVE_FEED.lstrip("/"), live_podcast, given)


def _covers(cover: File | None, episodes: tuple[Episode, ...]) -> dict[File, None]:
    """Return the pictures that the feeds show, each once."""
    files = (cover, *(episode.picture.file for episode in episodes if episode.picture))
    return {file: None for file in files if file and is_cover(file)}


def _of_season(episodes: tuple[Episode, ...], folder: str) -> Iterator[Output]:
    """Yield what belongs to each episode of a season; `folder` is that of the content."""
    return chain.from_iterable(_of_episode(episode, folder) for episode in episodes)


def _of_episode(episode: Episode, folder: str) -> Iterator[Output]:
    enclosure = episode.enclosure
    if episode.chapters:
        yield Output(chapters_address(episode).lstrip("/"), chapters_json, {"chapters": episode.chapters})
    if episode.transcript:
        yield Output(episode.transcript.address.lstrip("/"), transcript, {"text": episode.transcript.text})
    if enclosure.recording.is_here:
        yield Output(enclosure.address.lstrip("/"), audio, {"folder": folder, "enclosure": enclosure})


def transcript(text: str) -> bytes:
    """Return a transcript as UTF-8."""
    return text.encode()


def audio(folder: str, enclosure: Enclosure) -> Path:
    """Return the recording to copy as it is."""
    return Path(folder, AUDIO, enclosure.name)
