"""Reading the XML of strangers."""

from __future__ import annotations

import pytest

from plugins.model.chapter import Chapter
from plugins.model.problem import Wrong
from plugins.model.radio import Genre
from plugins.moving import feed
from plugins.moving.feed import read_feed
from tests.moving.houses import FEEDS, KINDS, feed_of, item

BOMB = "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
FILE = "<!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
OUTSIDE = "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/rss.dtd'>"


@pytest.mark.parametrize("head", [BOMB, FILE])
def test_entities_of_strangers_are_refused(head: str) -> None:
    """No feed needs signs of its own, and no file of ours gets into a text."""
    with pytest.raises(Wrong, match="DOCTYPE"):
        read_feed(feed_of(item(1, title="<title>&f;</title>" if head is FILE else "<title>&b;</title>"), head=head))


def test_nothing_is_fetched() -> None:
    """A DTD elsewhere is not asked for: the feed is refused or read without it."""
    with pytest.raises(Wrong, match="DOCTYPE"):
        read_feed(feed_of(item(1), head=OUTSIDE))


@pytest.mark.parametrize("data", [b"", b"<html><body>Page</body></html>", b"<rss><channel></rss>", b"{}", b"<rss version='2.0'/>", b"\x00\x01"])
def test_what_is_no_feed_is_told(data: bytes) -> None:
    """A page, a torn file, something else."""
    with pytest.raises(Wrong):
        read_feed(data)


def test_a_feed_has_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be a feed is not even read."""
    monkeypatch.setattr(feed, "LARGEST", 100)
    with pytest.raises(Wrong, match="dépasse"):
        read_feed(feed_of(item(1)))


def test_what_stands_before_the_xml_does_no_harm() -> None:
    """WordPress puts blank lines or a byte order mark there."""
    assert len(read_feed(b"\xef\xbb\xbf\n\n" + feed_of(item(1))).items) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_feeds_of_all_kinds_are_read(kind: str) -> None:
    """The namespaces under whatever address programs write them."""
    items = read_feed((FEEDS / f"{kind}.xml").read_bytes()).items
    assert len(items) >= 2
    assert items[0].published
    assert all((items[0].title, items[0].guid, items[0].url))


def test_podcasting_tags_are_read_in_both_namespaces() -> None:
    """Castopod writes the address of the specification, others that of the index."""
    castopod = read_feed((FEEDS / "castopod.xml").read_bytes())
    assert (castopod.guid, castopod.is_locked) == ("9b024349-ccf0-5f69-a609-6b82873eab3c", True)
    first = castopod.items[0]
    assert (first.guests, first.crew, first.soundbite) == (("Le conseil citoyen, quai nord",), ("L’atelier radio",), (75, 30))
    assert first.transcripts == ("https://ondes.example/media/podcasts/pont/le-pont-et-ses-peages.srt",)
    assert first.others == ("podcast:location", "itunes:image")
    assert castopod.items[1].genre is Genre.TRAILER


def test_chapters_in_the_feed_are_read() -> None:
    """Simple chapters, with fractions, whatever their version; an empty list is none."""
    ausha = read_feed((FEEDS / "ausha.xml").read_bytes()).items
    assert ausha[0].chapters == (Chapter(0, "Ouverture"), Chapter(510, "Les bocaux & leurs couvercles"), Chapter(3540, "Agenda"))
    assert ausha[1].chapters == ()


def test_a_feed_in_parts_says_so() -> None:
    """Podlove cuts long feeds."""
    assert read_feed((FEEDS / "podlove.xml").read_bytes()).next_page == "https://rive.example/feed/m4a/?paged=2"


def test_a_guid_is_kept_to_the_byte() -> None:
    """Ampersands as they are meant; without a GUID the audio's address is what apps take."""
    items = read_feed(feed_of(item(1, guid="<guid>https://a.example/?p=1&#038;q=2</guid>"), item(2, guid=""))).items
    assert items[0].guid == "https://a.example/?p=1&q=2"
    assert items[1].guid == "https://ailleurs.example/2.mp3"
