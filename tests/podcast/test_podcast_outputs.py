"""The files of the podcast."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from plugins.model.site import Site
from plugins.podcast.outputs import outputs
from tests.podcast.episodes import CONTENT, TEXTS, show_site
from tests.towns import IDENTITY, read_site


def _paths(site: Site) -> list[str]:
    return [output.path for output in outputs(site, CONTENT)]


def test_nothing_is_published_before_it_is_broadcast() -> None:
    """An episode enters the feed on the day of the broadcast."""
    site = show_site()
    before, on_the_day = (next(iter(outputs(replace(site, today=date(2026, 12, day)), CONTENT))).render().content for day in (2, 3))

    assert isinstance(before, bytes)
    assert isinstance(on_the_day, bytes)
    assert b"Pas encore" not in before
    assert b"Pas encore" in on_the_day


def test_chapters_have_a_file_beside_the_page() -> None:
    """Chapters follow JSON Chapters 1.2.0; an episode without any has no file."""
    made = {output.path: output.render().content for output in outputs(show_site(), CONTENT)}
    data = made["la-bobine/2026-2027/pelote/chapitres.json"]
    assert isinstance(data, bytes)

    assert sorted(made) == ["la-bobine/2026-2027/pelote/chapitres.json", "la-bobine/podcast.xml"]
    assert json.loads(data) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0, "title": "Ouverture"},
            {"startTime": 750, "title": "Rock & cave"},
            {"startTime": 3000, "title": "Agenda"},
        ],
    }


def test_recording_is_copied_when_it_is_here() -> None:
    """With its sidecar alone an episode is in the feed; with its audio the audio is published as it is."""
    site = show_site()
    episode = site.aired[0]
    here = replace(episode.enclosure, recording=replace(episode.enclosure.recording, is_here=True))
    found = {output.path: output for output in outputs(replace(site, episodes=(replace(episode, enclosure=here),)), CONTENT)}

    assert "la-bobine/audio/2026-10-08.mp3" not in _paths(site)
    assert found["la-bobine/audio/2026-10-08.mp3"].render().content == Path("content/bobine/audio/2026-10-08.mp3")


def test_town_without_a_show_has_no_podcast() -> None:
    """Not every town has a radio programme."""
    assert _paths(replace(show_site(), identity=replace(IDENTITY, show=None))) == []


def test_two_builds_give_the_same_feed() -> None:
    """The same texts give the same bytes, in whatever order they are found."""
    sites = (read_site(TEXTS), read_site(dict(reversed(TEXTS.items()))))
    first, second = ([output.render().content for output in outputs(site, CONTENT)] for site in sites)

    assert first == second
