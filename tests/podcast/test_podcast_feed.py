"""The feed as two independent readers and a golden file see it."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import feedparser
import podcastparser
import pytest
from lxml import etree
from msgspec.structs import replace

from plugins.model.radio import Genre
from plugins.podcast.feed import podcast
from plugins.podcast.tags import NAMESPACES
from tests.podcast.episodes import COVER, FULL_SHOW, TEXTS, show_site
from tests.towns import IDENTITY, SHOW, read_site

GOLDEN = Path(__file__).with_name("golden.xml")
FEED = "https://villeneuve.example/la-bobine/podcast.xml"
ARTWORK = "https://villeneuve.example/la-bobine/pochettes/pochette-bbbb.jpg"
PAGE = "https://villeneuve.example/la-bobine/2026-2027/pelote/"


@pytest.fixture(scope="module")
def data() -> bytes:
    """Return the feed of the show."""
    return podcast(IDENTITY, FULL_SHOW, COVER, show_site().aired)


@pytest.fixture(scope="module")
def channel(data: bytes) -> etree._Element:
    """Return the channel, parsed."""
    return etree.fromstring(data)[0]


def _found(parent: etree._Element, path: str) -> list[tuple[str | None, dict[str, str]]]:
    """Return text and attributes of the elements at a path."""
    return [(element.text, {str(k): str(v) for k, v in element.attrib.items()}) for element in parent.findall(path, NAMESPACES)]


def test_feed_is_the_golden_one(data: bytes) -> None:
    """What listeners' applications get does not change unnoticed."""
    assert data == GOLDEN.read_bytes()


def test_podcastparser_reads_every_field(data: bytes) -> None:
    """GPodder's reader finds the show and its episodes, newest first, with their sound, length, chapters and transcript."""
    show: dict[str, Any] = podcastparser.parse(FEED, BytesIO(data))
    newest, oldest = show["episodes"]

    assert (show["title"], show["link"], show["language"]) == ("Les Ondes du Pont", "https://villeneuve.example/la-bobine/", "fr")
    assert (show["cover_url"], show["itunes_author"]) == (ARTWORK, "Maisons de Villeneuve")
    assert (show["explicit"], show["type"]) == (False, "episodic")
    assert show["itunes_owner"] == {"name": "Maisons de Villeneuve", "email": SHOW.mail}
    assert show["itunes_categories"] == [["Society & Culture", "Documentary"]]
    assert (newest["title"], oldest["title"]) == ("Le temps qui circule", "La pelote & les <aiguilles>")
    assert oldest["guid"] == "tag:villeneuve.example,2026:ondes:1"
    assert oldest["link"] == PAGE
    assert oldest["total_time"] == 3300
    assert oldest["published"] == 1790870400
    assert oldest["enclosures"] == [
        {"url": "https://villeneuve.example/la-bobine/audio/2026-10-01.mp3", "file_size": 39_600_000, "mime_type": "audio/mpeg"}
    ]
    assert [(chapter["start"], chapter["title"]) for chapter in oldest["chapters"]] == [(0, "Ouverture"), (750, "Rock & cave"), (3000, "Agenda")]
    assert oldest["episode_art_url"] == ARTWORK
    assert (oldest["season"], oldest["number"], oldest["type"]) == (2026, 1, "full")


def test_feedparser_finds_no_fault(data: bytes) -> None:
    """The feed is well formed and every date and link is read."""
    found = feedparser.parse(data)

    assert found.bozo == 0
    assert [link for link in found.feed.links if link["rel"] == "self"] == [{"rel": "self", "type": "application/rss+xml", "href": FEED}]
    assert found.feed.updated == "Thu, 08 Oct 2026 18:00:00 +0200"
    assert [entry.published for entry in found.entries] == ["Thu, 08 Oct 2026 18:00:00 +0200", "Thu, 01 Oct 2026 18:00:00 +0200"]
    assert [entry.guidislink for entry in found.entries] == [False, False]


def test_channel_says_what_directories_ask(channel: etree._Element) -> None:
    """Apple's and Podcasting 2.0's tags hold the settings of the show."""
    assert _found(channel, "itunes:explicit") == [("false", {})]
    assert _found(channel, "podcast:guid") == [(SHOW.guid, {})]
    assert _found(channel, "podcast:locked") == [("yes", {"owner": SHOW.mail})]
    assert _found(channel, "podcast:medium") == [("podcast", {})]
    assert _found(channel, "podcast:updateFrequency") == [(SHOW.schedule, {"rrule": "FREQ=WEEKLY;BYDAY=TH"})]
    assert _found(channel, "podcast:funding") == [("Adhérer à une maison", {"url": "https://villeneuve.example/adherer/"})]
    assert _found(channel, "podcast:person") == [("Le comité de rédaction", {"role": "host", "group": "cast"})]
    assert _found(channel, "podcast:location") == [("Villeneuve, Drôme", {"geo": "geo:45.0464,5.0517"})]
    assert _found(channel, "podcast:license") == [("cc-by-nc-sa-4.0", {})]


def test_channel_leaves_out_what_the_town_does_not_say() -> None:
    """A show with nothing but what is needed has none of the optional tags, and can be unlocked for a move."""
    (channel,) = etree.fromstring(podcast(IDENTITY, replace(SHOW, locked=False), None, ()))

    assert _found(channel, "podcast:locked") == [("no", {"owner": SHOW.mail})]
    for name in ("itunes:image", "podcast:funding", "podcast:person", "podcast:location", "podcast:license"):
        assert channel.find(name, NAMESPACES) is None


def test_license_of_one_s_own_has_its_address() -> None:
    """A licence that has no SPDX name says where it is written."""
    show = replace(SHOW, license="Usage associatif", license_url="https://villeneuve.example/licence")
    (channel,) = etree.fromstring(podcast(IDENTITY, show, None, ()))

    assert _found(channel, "podcast:license") == [("Usage associatif", {"url": "https://villeneuve.example/licence"})]


def test_item_points_at_transcript_chapters_and_people(channel: etree._Element) -> None:
    """Podcasting 2.0's tags of an episode have whole addresses and their media types; people are groups."""
    _, item = channel.findall("item")
    transcript = "https://villeneuve.example/la-bobine/transcriptions/2026-10-01.vtt"

    assert _found(item, "podcast:transcript") == [(None, {"url": transcript, "type": "text/vtt", "language": "fr"})]
    assert _found(item, "podcast:chapters") == [(None, {"url": f"{PAGE}chapitres.json", "type": "application/json+chapters"})]
    assert _found(item, "podcast:person") == [
        ("Le conseil citoyen", {"role": "guest", "group": "cast"}),
        ("La chorale", {"role": "guest", "group": "cast"}),
        ("Le comité de rédaction", {"role": "producer", "group": "creative direction"}),
    ]


def test_item_has_its_extract_and_its_kind(channel: etree._Element) -> None:
    """The extract is in seconds; an episode is whole unless its writer says otherwise."""
    newest, oldest = channel.findall("item")
    bonus, trailer = (replace(show_site().aired[0], genre=genre) for genre in (Genre.BONUS, Genre.TRAILER))
    kinds = etree.fromstring(podcast(IDENTITY, SHOW, None, (bonus, trailer)))[0].findall("item/itunes:episodeType", NAMESPACES)

    assert _found(oldest, "podcast:soundbite") == [("La pelote & les <aiguilles>", {"startTime": "750", "duration": "45"})]
    assert newest.find("podcast:soundbite", NAMESPACES) is None
    assert [item.findtext("itunes:episodeType", namespaces=NAMESPACES) for item in (newest, oldest)] == ["full", "full"]
    assert [kind.text for kind in kinds] == ["bonus", "trailer"]


def test_guid_outlives_everything_else() -> None:
    """A new title, file name, number or address of the site changes no GUID that was pinned, so nobody downloads again."""
    path = "bobine/2026-2027/2026-10-08-temps.md"
    pinned = TEXTS[path].replace("numero: 2", "numero: 2\nguid: urn:radio:b2")
    renamed = pinned.replace("Le temps qui circule", "Le tic-tac").replace("numero: 2", "numero: 4")
    first, second = (read_site(texts).aired for texts in ({path: pinned}, {"bobine/2026-2027/tic-tac.md": renamed}))
    moved = replace(IDENTITY, url="https://ailleurs.example")
    guids = [etree.fromstring(data)[0].findtext("item/guid") for data in (podcast(IDENTITY, SHOW, None, first), podcast(moved, SHOW, None, second))]

    assert guids == ["urn:radio:b2", "urn:radio:b2"]


def test_dates_are_english_with_a_numeric_zone() -> None:
    """Every day of a year is written as RFC 2822 wants it, summer time included, and reads back as itself."""
    (_, episode) = show_site().aired
    days = [episode.aired.replace(month=month, day=day) for month in range(1, 13) for day in (1, 15, 28)]
    data = podcast(IDENTITY, SHOW, None, tuple(replace(episode, aired=day) for day in days))
    written = [found.text or "" for found in etree.fromstring(data).iter("pubDate")]

    assert [parsedate_to_datetime(text) for text in written] == days
    assert all(re.fullmatch(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} 2026 18:00:00 \+0[12]00", text) for text in written)


def test_nothing_is_dated_after_the_build(channel: etree._Element) -> None:
    """Applications hide an episode of the future, or show it on top for ever: the feed has none."""
    dates = [parsedate_to_datetime(found.text or "").date() for found in channel.findall("item/pubDate")]

    assert max(dates) <= show_site().today


def test_audio_kept_elsewhere_stays_as_it_was() -> None:
    """An enclosure of before, with its address, size and type, is written as it was, to the byte."""
    (_, episode) = show_site().aired
    url = "https://audio.example/ep/%C3%A9t%C3%A9.mp3?_from=rss&x=1"
    elsewhere = replace(episode.enclosure, recording=replace(episode.enclosure.recording, url=url, size=7))
    (channel,) = etree.fromstring(podcast(IDENTITY, SHOW, None, (replace(episode, enclosure=elsewhere),)))

    assert _found(channel, "item/enclosure") == [(None, {"url": url, "length": "7", "type": "audio/mpeg"})]


def test_description_holds_only_the_html_that_applications_show(channel: etree._Element) -> None:
    """Summary, timestamps and the link to the page, in p, ul, li and a; what writers type is text."""
    newest, oldest = (item.findtext("description") for item in channel.findall("item"))

    assert oldest == (
        "<p>Rock de cave, cahiers « à moitié vides » &amp; peur de la cagette.</p>"
        "<ul><li>00:00:00 Ouverture</li><li>00:12:30 Rock &amp; cave</li><li>00:50:00 Agenda</li></ul>"
        f'<p><a href="{PAGE}">La page de l’émission</a></p>'
    )
    assert newest == '<p><a href="https://villeneuve.example/la-bobine/2026-2027/temps/">La page de l’émission</a></p>'


def test_timestamps_need_three_chapters_from_the_start() -> None:
    """Applications misread fewer timestamps, or some that do not start at zero."""
    (_, episode) = show_site().aired
    late = replace(episode, chapters=tuple(replace(c, second=c.second + 1) for c in episode.chapters))

    assert b"00:12:30 Rock" in podcast(IDENTITY, FULL_SHOW, COVER, (episode,))
    assert b"00:12:31 Rock" not in podcast(IDENTITY, FULL_SHOW, COVER, (late,))
    assert b"00:12:30 Rock" not in podcast(IDENTITY, FULL_SHOW, COVER, (replace(episode, chapters=episode.chapters[:2]),))


def test_picture_that_is_no_cover_is_left_out() -> None:
    """A wide picture would be refused; the show's cover then stands for the episode."""
    (_, episode) = show_site().aired
    assert episode.picture is not None
    wide = replace(episode, picture=replace(episode.picture, file=replace(episode.picture.file, width=1600)))

    assert podcast(IDENTITY, FULL_SHOW, COVER, (episode,)).count(b"itunes:image") == 2
    assert podcast(IDENTITY, FULL_SHOW, COVER, (wide,)).count(b"itunes:image") == 1


def test_feed_without_episodes_asks_no_clock() -> None:
    """A new show has an empty feed, the same at each build."""
    data = podcast(IDENTITY, FULL_SHOW, COVER, ())

    assert feedparser.parse(data).bozo == 0
    assert b"<lastBuildDate>Thu, 01 Jan 1970" in data
