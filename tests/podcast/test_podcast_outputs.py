"""The files of the podcast."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.model.live import Live
from plugins.model.site import Site
from plugins.podcast.artwork import artwork
from tests.podcast.episodes import FULL_SHOW, LIVE, TEXTS, files, show_site
from tests.towns import IDENTITY, SPEECH, read_site


def _paths(site: Site) -> list[str]:
    return [output.path for output in files(site)]


def test_nothing_is_published_before_it_is_broadcast() -> None:
    """An episode enters the feed on the day of the broadcast."""
    site = show_site()
    before, on_the_day = (files(replace(site, today=date(2026, 12, day)))[0].render().content for day in (2, 3))

    assert isinstance(before, bytes)
    assert isinstance(on_the_day, bytes)
    assert b"Pas encore" not in before
    assert b"Pas encore" in on_the_day


def test_chapters_have_a_file_beside_the_page() -> None:
    """Chapters follow JSON Chapters 1.2.0; an episode without any has no file."""
    found = {output.path: output for output in files(show_site())}
    data = found["la-bobine/2026-2027/pelote/chapitres.json"].render().content
    assert isinstance(data, bytes)

    assert "la-bobine/2026-2027/temps/chapitres.json" not in found
    assert json.loads(data) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0, "title": "Ouverture"},
            {"startTime": 750, "title": "Rock & cave"},
            {"startTime": 3000, "title": "Agenda"},
        ],
    }


def test_show_has_its_files() -> None:
    """The feeds, the cover once though an episode has it too, and what belongs to each episode."""
    assert sorted(_paths(show_site())) == [
        "la-bobine/2026-2027/pelote/chapitres.json",
        "la-bobine/pochettes/pochette-bbbb.jpg",
        "la-bobine/podcast-direct.xml",
        "la-bobine/podcast.xml",
        "la-bobine/transcriptions/2026-10-01.vtt",
    ]


@pytest.mark.parametrize("live", [None, replace(LIVE, stream="")])
def test_live_feed_is_only_for_a_town_that_has_a_stream(live: Live | None) -> None:
    """A programme that is heard on the air alone has no live feed."""
    show = replace(FULL_SHOW, live=live)

    assert "la-bobine/podcast-direct.xml" not in _paths(replace(show_site(), identity=replace(IDENTITY, show=show)))


def test_transcript_is_published_as_the_feed_says() -> None:
    """The feed's address of a transcript is that of a file, in WebVTT."""
    (made,) = (output.render().content for output in files(show_site()) if output.path.endswith(".vtt"))

    assert made == SPEECH.encode()


def test_recording_is_copied_when_it_is_here() -> None:
    """With its sidecar alone an episode is in the feed; with its audio the audio is published as it is."""
    site = show_site()
    episode = site.aired[0]
    here = replace(episode.enclosure, recording=replace(episode.enclosure.recording, is_here=True))
    found = {output.path: output for output in files(replace(site, episodes=(replace(episode, enclosure=here),)))}

    assert "la-bobine/audio/2026-10-08.mp3" not in _paths(site)
    assert found["la-bobine/audio/2026-10-08.mp3"].render().content == Path("content/bobine/audio/2026-10-08.mp3")


def test_town_without_a_show_has_no_podcast() -> None:
    """Not every town has a radio programme."""
    assert _paths(replace(show_site(), identity=replace(IDENTITY, show=None))) == []


def test_two_builds_give_the_same_feed() -> None:
    """The same texts give the same bytes, in whatever order they are found."""
    sites = (read_site(TEXTS), read_site(dict(reversed(TEXTS.items()))))
    first, second = ([output.render().content for output in files(site) if output.make is not artwork] for site in sites)

    assert first == second
