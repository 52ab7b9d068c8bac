"""The programme and its episodes, as machines know them."""

from __future__ import annotations

from tests.pages.linked_data.graphs import graph, of_kind
from tests.pages.radios import EPISODE, radio
from tests.pages.sites import rendered

SITE = "https://villeneuve.example"


def test_the_show_leads_to_its_feed() -> None:
    """A PodcastSeries with its cover."""
    found = of_kind(graph(radio(), "la-bobine/index.html"), "PodcastSeries")
    assert found["webFeed"] == f"{SITE}/la-bobine/podcast.xml"
    assert found["image"].startswith(SITE)
    assert found["publisher"]["name"] == "Maisons de Villeneuve"


def test_an_episode_leads_to_its_recording() -> None:
    """With type, bytes, length (ISO 8601) and what is said in it."""
    path = f"{EPISODE[1:]}index.html"
    found = of_kind(graph(radio(), path), "PodcastEpisode")
    assert 'id="transcription"' in rendered(radio(), [path])[path]
    assert (found["episodeNumber"], found["datePublished"]) == (1, "2026-10-01T18:00+02:00")
    assert found["partOfSeries"]["@id"] == f"{SITE}/la-bobine/#emission"
    assert found["associatedMedia"] == {
        "@type": "AudioObject",
        "contentUrl": f"{SITE}/la-bobine/audio/2026-10-01.mp3",
        "encodingFormat": "audio/mpeg",
        "contentSize": "240000",
        "duration": "PT1M0S",
        "transcript": f"{SITE}{EPISODE}#transcription",
        "caption": {"@type": "MediaObject", "contentUrl": f"{SITE}/la-bobine/transcriptions/2026-10-01.vtt", "encodingFormat": "text/vtt"},
    }


def test_an_episode_without_a_transcript_promises_none() -> None:
    """Nothing is said of it."""
    found = of_kind(graph(radio(), "la-bobine/2026-2027/deux/index.html"), "PodcastEpisode")
    assert not {"transcript", "caption"} & set(found["associatedMedia"])
