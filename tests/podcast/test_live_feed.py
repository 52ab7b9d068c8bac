"""The live hour as a feed of its own."""

from __future__ import annotations

from datetime import date, datetime

import feedparser
import pytest
from lxml import etree
from msgspec.structs import replace

from plugins.podcast.feed import podcast
from plugins.podcast.live import LiveItem, Status, live_items, live_podcast
from plugins.podcast.tags import NAMESPACES
from tests.podcast.episodes import COVER, FULL_SHOW, LIVE
from tests.towns import IDENTITY

THURSDAY = date(2026, 11, 26)
LAST = date(2026, 11, 19)


def _feed(today: date) -> etree._Element:
    data = live_podcast(IDENTITY, FULL_SHOW, LIVE, COVER, live_items(FULL_SHOW, LIVE, today))
    assert feedparser.parse(data).bozo == 0
    return etree.fromstring(data)[0]


def _said(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


@pytest.mark.parametrize(
    ("today", "items"),
    [
        (date(2026, 11, 22), (LiveItem(THURSDAY, Status.PENDING), LiveItem(LAST, Status.ENDED))),
        (THURSDAY, (LiveItem(THURSDAY, Status.LIVE), LiveItem(LAST, Status.ENDED))),
        (date(2026, 11, 27), (LiveItem(date(2026, 12, 3), Status.PENDING), LiveItem(THURSDAY, Status.ENDED))),
        (date(2026, 8, 1), (LiveItem(date(2026, 10, 1), Status.PENDING), LiveItem(date(2026, 7, 30), Status.ENDED))),
    ],
    ids=["before", "on-the-day", "after", "in-summer"],
)
def test_day_of_the_build_says_what_is_live(today: date, items: tuple[LiveItem, ...]) -> None:
    """The next hour is awaited, that of the day is live, the last one is over; in summer nothing is live."""
    assert live_items(FULL_SHOW, LIVE, today) == items


def test_live_item_says_when_and_where() -> None:
    """Hours carry their zone, in summer and in winter; the stream, the page and a name of its own are given."""
    winter, _ = _feed(THURSDAY).findall("podcast:liveItem", NAMESPACES)
    summer, _ = _feed(date(2026, 10, 20)).findall("podcast:liveItem", NAMESPACES)

    assert _said(winter) == {"status": "live", "start": "2026-11-26T18:00:00+01:00", "end": "2026-11-26T18:55:00+01:00"}
    assert summer.get("start") == "2026-10-22T18:00:00+02:00"
    assert datetime.fromisoformat(str(winter.get("end"))).tzinfo is not None
    assert winter.findtext("title") == "En direct, jeudi 26 novembre 2026"
    assert winter.findtext("guid") == "tag:villeneuve.example,2026:ondes:direct:2026-11-26"
    (enclosure,) = winter.findall("enclosure")
    assert _said(enclosure) == {"url": LIVE.stream, "length": "0", "type": "audio/mpeg"}
    (link,) = winter.findall("podcast:contentLink", NAMESPACES)
    assert link.get("href") == "https://villeneuve.example/la-bobine/"


def test_live_feed_is_no_second_show() -> None:
    """It names itself, has no episode, no GUID of the show, and asks directories to leave it out."""
    channel = _feed(THURSDAY)

    (link,) = channel.findall("{http://www.w3.org/2005/Atom}link")
    assert link.get("href") == "https://villeneuve.example/la-bobine/podcast-direct.xml"
    assert channel.findall("item") == []
    assert channel.find("podcast:guid", NAMESPACES) is None
    assert channel.findtext("itunes:block", namespaces=NAMESPACES) == "Yes"


@pytest.mark.parametrize(("today", "built"), [(date(2026, 11, 22), "Thu, 19 Nov 2026"), (THURSDAY, "Thu, 26 Nov 2026")])
def test_live_feed_is_not_of_the_future(today: date, built: str) -> None:
    """It is dated on the last day that is live or over."""
    assert _feed(today).findtext("lastBuildDate") == f"{built} 00:00:00 +0100"


def test_main_feed_has_no_live_item() -> None:
    """Several applications break on one."""
    assert b"liveItem" not in podcast(IDENTITY, FULL_SHOW, COVER, ())


def test_live_feed_stays_the_same_between_two_days() -> None:
    """It is made anew when an hour passes, not each day."""
    assert live_items(FULL_SHOW, LIVE, date(2026, 11, 20)) == live_items(FULL_SHOW, LIVE, date(2026, 11, 25))


def test_other_weekday_is_followed() -> None:
    """The day is the show's."""
    assert live_items(replace(FULL_SHOW, weekday="SU"), LIVE, THURSDAY)[0].day == date(2026, 11, 29)
