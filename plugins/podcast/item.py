"""What the feed says of one episode."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from plugins.model.chapter import Chapter
from plugins.model.radio import Episode
from plugins.model.site import Identity, Show
from plugins.model.words import clock
from plugins.podcast.channel import LANGUAGE
from plugins.podcast.chapters import chapters_address
from plugins.podcast.covers import artwork_address, is_cover
from plugins.podcast.tags import Tag

FEWEST_TIMESTAMPS = 3
"""Applications make chapters of timestamps in a description from three on, the first at 00:00:00."""


def guid_of(show: Show, episode: Episode) -> str:
    """Return the permanent name of an episode: the one that was pinned, else the show's prefix with its number."""
    return episode.guid or f"{show.guid_prefix}{episode.number}"


def item_tags(identity: Identity, episode: Episode) -> Iterator[Tag]:
    """Yield what Apple and Podcasting 2.0 ask of an item."""
    yield Tag("itunes:duration", str(episode.enclosure.recording.seconds))
    yield Tag("itunes:season", episode.season[:4])
    yield Tag("itunes:episode", str(episode.number))
    yield Tag("itunes:episodeType", episode.genre.value)
    yield Tag("itunes:explicit", "false")
    if episode.picture and is_cover(episode.picture.file):
        yield Tag("itunes:image", attributes={"href": identity.absolute(artwork_address(episode.picture.file))})
    yield from _transcript(identity, episode)
    yield from _chapters(identity, episode)
    if bite := episode.soundbite:
        yield Tag("podcast:soundbite", episode.title, {"startTime": str(bite.second), "duration": str(bite.seconds)})
    yield from (_person(name, "guest", "cast") for name in episode.guests)
    yield from (_person(name, "producer", "creative direction") for name in episode.crew)


def description(identity: Identity, episode: Episode) -> str:
    """Return the episode in the HTML that applications show (p, ul, li, a): summary, timestamps, link to the page."""
    page = escape(identity.absolute(episode.address))
    summary = f"<p>{escape(episode.summary, quote=False)}</p>" if episode.summary else ""
    return f'{summary}{_timestamps(episode.chapters)}<p><a href="{page}">La page de l’émission</a></p>'


def _timestamps(chapters: tuple[Chapter, ...]) -> str:
    if len(chapters) < FEWEST_TIMESTAMPS or chapters[0].second:
        return ""
    lines = (f"<li>{clock(chapter.second)} {escape(chapter.title, quote=False)}</li>" for chapter in chapters)
    return f"<ul>{''.join(lines)}</ul>"


def _transcript(identity: Identity, episode: Episode) -> Iterator[Tag]:
    if found := episode.transcript:
        yield Tag("podcast:transcript", attributes={"url": identity.absolute(found.address), "type": found.mime, "language": LANGUAGE})


def _chapters(identity: Identity, episode: Episode) -> Iterator[Tag]:
    if episode.chapters:
        yield Tag("podcast:chapters", attributes={"url": identity.absolute(chapters_address(episode)), "type": "application/json+chapters"})
        marks = (Tag("psc:chapter", attributes={"start": clock(mark.second), "title": mark.title}) for mark in episode.chapters)
        yield Tag("psc:chapters", attributes={"version": "1.2"}, children=tuple(marks))


def _person(name: str, role: str, group: str) -> Tag:
    """Return a person in the words of the Podcast Taxonomy; here they are groups, never somebody's name."""
    return Tag("podcast:person", name, {"role": role, "group": group})
