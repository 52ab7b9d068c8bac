"""The pages of the episodes: to hear, to read, and what they speak of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from msgspec import Struct

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
from plugins.pages.page import Face, Page, Pages, Published, picture_of
from plugins.pages.transcripts import paragraphs
from plugins.pages.waveform import waveform


class Mention(Struct, frozen=True):
    """Something of the site that an episode speaks of."""

    title: str
    address: str
    what: str
    """`rendez-vous`, `article`."""


class Around(Struct, frozen=True):
    """What an episode's page shows beside the episode."""

    show: str
    artwork: File | None
    """What a phone shows while one listens."""
    about: tuple[Spoken, ...]
    """What the episode speaks of."""
    older: Link | None
    newer: Link | None


class Row(Struct, frozen=True):
    """Some episodes, newest first, with what their pages are made of."""

    episodes: tuple[Episode, ...]
    bodies: tuple[str, ...]
    """As HTML."""
    about: tuple[tuple[Spoken, ...], ...]
    newer: Link | None
    """Before the first of them."""
    older: Link | None
    """After the last."""


TEMPLATE = "episode"


def seasons(site: Site, show: Show) -> Iterator[Pages]:
    """Yield the pages of the episodes of each season that were broadcast."""
    mentions, aired, cover = links(site), site.aired, site.files.get(show.cover)
    for _, found in groupby(enumerate(aired), key=lambda numbered: numbered[1].season):
        numbers = [number for number, _ in found]
        first, last = numbers[0], numbers[-1] + 1
        row = Row(
            aired[first:last],
            bodies=tuple([site.html.get(episode.path, "") for episode in aired[first:last]]),
            about=tuple([mentions.of.get(episode.path, ()) for episode in aired[first:last]]),
            newer=_link(aired[first - 1]) if first else None,
            older=_link(aired[last]) if last < len(aired) else None,
        )
        yield Pages(aired[last - 1].path, TEMPLATE, pages, {"row": row, "show": show.name, "cover": cover})


def pages(row: Row, show: str, cover: File | None) -> Iterator[Page]:
    """Yield a page for each episode of a row."""
    beside = tuple(map(_link, row.episodes))
    neighbours = zip((row.newer, *beside), (*beside[1:], row.older), strict=False)
    for (before, after), episode, html, spoken in zip(neighbours, row.episodes, row.bodies, row.about, strict=True):
        around = Around(show, picture_of(episode) or cover, spoken, after, before)
        yield Page(episode.address, TEMPLATE, episode_face, {"episode": episode, "html": html, "around": around})


def _link(episode: Episode) -> Link:
    return Link(episode.address, episode.title)


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
