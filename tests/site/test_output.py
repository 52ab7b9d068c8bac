"""What stands in the built site, seen by readers that did not write it."""

import json
import re
from datetime import date, datetime
from email import message_from_bytes, policy
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

import feedparser
import podcastparser
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from lxml import etree, html

from tests.site.building import Built

PARIS = ZoneInfo("Europe/Paris")
SITE = "https://maisonsdequartier.fr"
LEAKS = re.compile(rb"localhost|127\.0\.0\.1|file://|/home/|/root/|/tmp/|BEGIN [A-Z ]*PRIVATE KEY|\{\{|\{%|\{static\}|\{filename\}")
PACKED = {".avif", ".ico", ".jpg", ".mp3", ".pagefind", ".pf_fragment", ".pf_index", ".pf_meta", ".png", ".webp"}
"""Files of compressed bytes, among which any few letters stand by chance."""


def parsed(page: Path) -> Any:
    """Return a page's tree."""
    return html.fromstring(page.read_bytes())


def pages(built: Built) -> list[Path]:
    """Return every page."""
    return sorted(built.output.rglob("*.html"))


def exists(built: Built, page: Path, href: str) -> bool:
    """Return whether a link of a page leads to a file, and to an element when it has a fragment, or to a moment of a recording."""
    parts = urlsplit(href)
    target = page if not parts.path else built.output / unquote(parts.path).lstrip("/")
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    if not parts.fragment or target.suffix != ".html":
        return True
    sought = "<audio" if parts.fragment.startswith("t=") else f'id="{parts.fragment}"'
    return sought in target.read_text("utf-8")


def test_every_link_and_picture_of_every_page_exists(romans: Built) -> None:
    """No page has a link, picture, style sheet or recording that leads nowhere on the site."""
    dead = []
    for page in pages(romans):
        for element, _, href, _ in parsed(page).iterlinks():
            local = href.removeprefix(SITE) if href.startswith(f"{SITE}/") else href
            if not urlsplit(local).scheme and element.tag != "form" and not exists(romans, page, local):
                dead.append((page.relative_to(romans.output).as_posix(), href))
    assert dead == []


def test_every_page_is_sound_html(romans: Built) -> None:
    """Every page has its language, one title, one h1, headings without a gap, and pictures with text and size."""
    for page in pages(romans):
        tree = parsed(page)
        levels = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert tree.get("lang") == "fr", page
        assert [n for n, level in enumerate(levels) if level == 1] == [0], page
        assert all(after <= before + 1 for before, after in pairwise(levels)), (page, levels)
        assert len(tree.findall(".//title")) == 1, page
        assert all({"alt", "width", "height"} <= set(image.attrib) for image in tree.iter("img")), page
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), page


def test_nothing_is_fetched_from_elsewhere(romans: Built) -> None:
    """A page a resident opens asks no other host for anything and runs no inline script."""
    for page in pages(romans):
        tree = parsed(page)
        links = "//link[@rel='stylesheet' or @rel='icon']/@href"
        scripts = "//script[not(@src or @type='application/ld+json')] | //script/@src"
        fetched = tree.xpath(f"//img/@src | {links} | //audio//@src | //source/@src | //iframe/@src | {scripts}")
        assert all(isinstance(href, str) and href.startswith(("/", "data:")) for href in fetched), page


def test_nothing_private_is_in_the_output(romans: Built) -> None:
    """No machine path, local address, unfilled template or link form of the writers is published."""
    for path in romans.output.rglob("*"):
        if path.is_file() and path.suffix not in PACKED:
            assert not LEAKS.search(path.read_bytes()), path


def test_the_feeds_are_read_without_complaint(romans: Built) -> None:
    """The Atom feed and the podcast are well formed for a reader that did not write them."""
    for name, least in (("flux.xml", 10), ("la-bobine/podcast.xml", 8)):
        feed = feedparser.parse((romans.output / name).read_bytes())
        assert feed.bozo == 0, feed.get("bozo_exception")
        assert len(feed.entries) >= least


def test_the_map_names_every_page(romans: Built) -> None:
    """The sitemap has the whole public address of every page but the 404, those that stand in other people's sites and the light one."""
    tree = etree.parse(romans.output / "sitemap.xml")
    named = {element.text for element in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    folders = (page.parent.relative_to(romans.output).as_posix() for page in pages(romans) if page.name == "index.html")
    there = {f"{SITE}/{folder}/".replace("/./", "/") for folder in folders if not folder.startswith(("agenda/cadre", "hors-ligne"))}
    assert named == there


def test_the_letter_opens_as_a_message(romans: Built) -> None:
    """The message of the week has a text and an HTML part that a mail program reads."""
    message = message_from_bytes((romans.folder / "build/lettres/2026-s48/lettre.eml").read_bytes(), policy=policy.default)
    assert message["Subject"]
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert not message.defects


def test_open_data_says_every_coming_date(romans: Built) -> None:
    """evenements.json gives each date with its offset, in the shape that OpenAgenda takes in."""
    data = json.loads((romans.output / "agenda/evenements.json").read_text("utf-8"))
    events = data["events"] if isinstance(data, dict) else data
    assert len(events) >= 60
    assert all(datetime.fromisoformat(timing["begin"]).tzinfo for event in events for timing in event["timings"])


def page_dates(built: Built) -> set[tuple[str, str]]:
    """Return (address, start) of every date that the pages of events show."""
    found = set()
    for page in built.output.glob("agenda/20*/*/*/*/index.html"):
        address = f"/{page.parent.relative_to(built.output).as_posix()}/"
        times = parsed(page).xpath("//*[contains(@class, 'when') or contains(@class, 'dates')]//time/@datetime")
        found |= {(address, time) for time in times}
    return found


def start_words(start: date | datetime) -> str:
    """Return a start as `<time datetime>` has it."""
    return start.astimezone(PARIS).isoformat(timespec="minutes") if isinstance(start, datetime) else start.isoformat()


def test_the_calendar_and_the_pages_agree(season: Built) -> None:
    """agenda.ics, expanded by an independent reader, has exactly the dates that the pages show when all are still to come."""
    calendar = Calendar.from_ical((season.output / "agenda.ics").read_bytes())
    dates = recurring_ical_events.of(calendar).between(date(2026, 1, 1), date(2028, 1, 1))
    assert {(str(event["URL"]).removeprefix(SITE), start_words(event["DTSTART"].dt)) for event in dates} == page_dates(season)


def test_a_second_reader_sees_the_same_dates(season: Built) -> None:
    """A strict reader that shares nothing with the first one finds the same dates; it knows no series of dates given one by one."""
    data = (season.output / "agenda.ics").read_text("utf-8")
    timeline = IcsCalendarStream.calendar_from_ics(data).timeline
    found = {(str(event.url).removeprefix(SITE), start_words(event.start)) for event in timeline}
    listed = {url for url, _ in page_dates(season)} - {url for url, _ in found}
    assert listed == set()
    assert found == page_dates(season)


def test_a_podcast_program_finds_every_episode(romans: Built) -> None:
    """Podcastparser finds the show and each episode with its recording: address, bytes, seconds, and chapters."""
    with (romans.output / "la-bobine/podcast.xml").open("rb") as stream:
        feed = podcastparser.parse(f"{SITE}/la-bobine/podcast.xml", stream)
    assert feed["title"] == "La Bobine Romanaise"
    assert len(feed["episodes"]) == 8
    for episode in feed["episodes"]:
        (enclosure,) = episode["enclosures"]
        recording = romans.output / enclosure["url"].removeprefix(f"{SITE}/")
        assert enclosure["file_size"] == recording.stat().st_size
        assert 30 < episode["total_time"] < 120
        assert episode["chapters"]
