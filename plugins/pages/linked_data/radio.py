"""The programme and its episodes: PodcastSeries, PodcastEpisode and AudioObject."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.model.entry import File
from plugins.model.radio import Enclosure, Episode
from plugins.model.site import Identity, Show
from plugins.model.transcript import Transcript
from plugins.pages.frame import Frame
from plugins.pages.linked_data.organisation import organisation
from plugins.pages.linked_data.things import Thing, said
from plugins.pages.podcast_apps import FEED

TRANSCRIPT = "#transcription"
"""Where the page of an episode shows it."""


def show_things(show: Show, cover: File | None, frame: Frame) -> Iterator[Thing]:
    """Yield the programme."""
    yield said({
        **_series(show.name, frame.identity),
        "description": show.description,
        "image": frame.identity.absolute(cover.address) if cover else None,
        "inLanguage": "fr",
        "publisher": organisation(frame),
    })  # fmt: skip


def episode_things(episode: Episode, show: str, artwork: File | None, frame: Frame) -> Iterator[Thing]:
    """Yield an episode of the show with its recording."""
    url = frame.identity.absolute(episode.address)
    yield said({
        "@type": "PodcastEpisode",
        "@id": f"{url}#emission",
        "name": episode.title,
        "description": episode.summary,
        "url": url,
        "episodeNumber": episode.number,
        "datePublished": episode.aired.isoformat(timespec="minutes"),
        "image": frame.identity.absolute(artwork.address) if artwork else None,
        "inLanguage": "fr",
        "partOfSeries": _series(show, frame.identity),
        "associatedMedia": _audio(episode, frame.identity),
    })  # fmt: skip


def _series(name: str, identity: Identity) -> Thing:
    url = identity.absolute("/la-bobine/")
    return {"@type": "PodcastSeries", "@id": f"{url}#emission", "name": name, "url": url, "webFeed": identity.absolute(FEED)}


def _audio(episode: Episode, identity: Identity) -> Thing:
    """Return the recording; what is said in it stands on the page, which is told in the place of the words: they would weigh as much again."""
    enclosure, transcript = episode.enclosure, episode.transcript
    return said({
        "@type": "AudioObject",
        "contentUrl": identity.absolute(enclosure.address),
        "encodingFormat": enclosure.mime,
        "contentSize": str(enclosure.recording.size),
        "duration": _length(enclosure),
        "transcript": identity.absolute(episode.address) + TRANSCRIPT if transcript else None,
        "caption": _caption(transcript, identity) if transcript else None,
    })  # fmt: skip


def _caption(transcript: Transcript, identity: Identity) -> Thing:
    return {"@type": "MediaObject", "contentUrl": identity.absolute(transcript.address), "encodingFormat": transcript.mime}


def _length(enclosure: Enclosure) -> str:
    """Return the length as ISO 8601 writes it: `PT55M0S`."""
    minutes, seconds = divmod(enclosure.recording.seconds, 60)
    return f"PT{minutes}M{seconds}S"
