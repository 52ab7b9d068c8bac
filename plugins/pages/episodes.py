"""The pages of the episodes: to hear, to read, and what they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from plugins.model.entry import File
from plugins.model.event import Event
from plugins.model.mentions import Spoken, links
from plugins.model.radio import Episode
from plugins.model.site import Show, Site
from plugins.model.words import NBSP
from plugins.pages import announced, trails
from plugins.pages.card import doors
from plugins.pages.frame import Link
from plugins.pages.heads import opening
from plugins.pages.linked_data.radio import episode_things
from plugins.pages.page import Face, Page, Published, picture_of
from plugins.pages.transcripts import paragraphs
from plugins.pages.waveform import waveform


@dataclass(frozen=True, slots=True)
class Mention:
    """Something of the site that an episode speaks of."""

    title: str
    address: str
    what: str
    """`rendez-vous`, `article`."""


@dataclass(frozen=True, slots=True)
class Around:
    """What an episode's page shows beside the episode."""

    show: str
    artwork: File | None
    """What a phone shows while one listens."""
    about: tuple[Spoken, ...]
    """What the episode speaks of."""
    older: Link | None
    newer: Link | None


def pages(site: Site, show: Show) -> Iterator[Page]:
    """Yield a page for each episode that was broadcast."""
    mentions, cover = links(site), site.files.get(show.cover)
    beside = tuple(Link(episode.address, episode.title) for episode in site.aired)
    for newer, episode, older in zip((None, *beside), site.aired, (*beside[1:], None), strict=False):
        around = Around(show.name, picture_of(episode) or cover, mentions.of.get(episode.path, ()), older, newer)
        yield Page(episode.address, "episode", episode_face, {"episode": episode, "html": site.html.get(episode.path, ""), "around": around})


def episode_face(episode: Episode, html: str, around: Around) -> Face:
    """Return the page of an episode."""
    peaks = episode.enclosure.recording.peaks
    given = {
        "episode": episode,
        "html": html,
        "show": around.show,
        "artwork": around.artwork,
        "houses": doors(episode.houses),
        "about": tuple(map(_mention, around.about)),
        "transcript": paragraphs(episode.transcript.cues) if episode.transcript else (),
        "wave": waveform(peaks),
        "wide": len(peaks),
        "older": around.older,
        "newer": around.newer,
    }
    return Face(
        episode.title,
        episode.summary or opening(html),
        picture_of(episode),
        given,
        mark=f"{around.show} n°{NBSP}{episode.number}",
        trail=trails.radio(around.show),
        feeds=(announced.podcast(around.show),),
        published=Published(episode.aired.date(), around.show),
        things=partial(episode_things, episode, around.show, around.artwork),
    )


def _mention(entry: Spoken) -> Mention:
    return Mention(entry.title, entry.address, "rendez-vous" if isinstance(entry, Event) else "article")
