"""The radio programme: its live hour, its podcast, its episodes and its chronicles."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from msgspec.structs import replace

from plugins.model.radio import Episode
from plugins.model.site import Site
from plugins.pages.podcast_apps import App, apps
from plugins.pages.radio import next_live
from plugins.pages.waveform import waveform
from tests.pages.radios import EPISODE, radio
from tests.pages.sites import addresses, given_at, rendered
from tests.towns import IDENTITY, SHOW

PAGE = "la-bobine/index.html"
FEED = "https://villeneuve.example/la-bobine/podcast.xml"


def page(site: Site, path: str = f"{EPISODE}index.html") -> str:
    """Return the text of one page."""
    return rendered(site, [path.lstrip("/")])[path.lstrip("/")]


def elsewhere(episode: Episode) -> Episode:
    """Return an episode whose recording is kept by others."""
    recording = replace(episode.enclosure.recording, url="https://sons.example/a.mp3")
    return replace(episode, enclosure=replace(episode.enclosure, recording=recording))


@pytest.mark.parametrize(
    ("today", "day", "season"),
    [
        (date(2026, 10, 9), date(2026, 10, 15), date(2027, 7, 31)),
        (date(2026, 10, 15), date(2026, 10, 15), date(2027, 7, 31)),
        (date(2026, 8, 20), date(2026, 10, 1), date(2027, 7, 31)),
        (date(2027, 8, 20), date(2027, 10, 7), date(2028, 7, 31)),
    ],
)
def test_the_live_hour_that_a_clock_can_follow(today: date, day: date, season: date) -> None:
    """The page holds the next broadcast, the hours by the town's clock, and how long the season lasts; between two it names the next first one."""
    found = given_at(radio(today), "/la-bobine/")["on_air"]
    assert (found.day, found.season, found.weekday) == (day, season, 4)
    assert (found.first, found.last, found.zone, found.hours, found.until) == (
        "18:00", "18:55", "Europe/Paris", "de 18\u00a0h à 18\u00a0h\u00a055", "18\u00a0h\u00a055",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("today", "day"), [(date(2026, 10, 22), date(2026, 10, 22)), (date(2026, 10, 23), None), (date(2027, 10, 1), date(2027, 10, 7))]
)
def test_no_live_hour_is_promised_in_a_break(today: date, day: date | None) -> None:
    """Two weeks after the last broadcast in the season nothing is promised; a new season starts afresh."""
    site = radio(today)
    assert next_live(site) == day
    assert (given_at(site, "/la-bobine/")["on_air"] is None) == (day is None)


def test_a_programme_without_hours_keeps_its_words() -> None:
    """A town that says no hour has the next day and the schedule, and no calendar to link to."""
    text = page(radio(date(2026, 10, 9), live=None), PAGE)
    assert "jeudi 15 octobre" in text
    assert "Chaque jeudi de 18 h à 18 h 55" in text
    assert "direct.ics" not in text
    assert "direct.js" not in text


def test_the_programme_page_reads_right_without_script() -> None:
    """Without script it names the next broadcast; what a clock alone can say is hidden."""
    text = page(radio(date(2026, 10, 9)), PAGE)
    assert re.search(r'data-quand="avant apres">Prochain direct\xa0?(&nbsp;)?: <time datetime="2026-10-15">jeudi 15 octobre</time>', text)
    assert len(re.findall(r'data-quand="(?:direct|apres)" hidden', text)) == 2


def test_the_antenna_can_be_called() -> None:
    """The number is a link that calls, and the live hour a file for one's calendar."""
    text = page(radio(date(2026, 10, 9)), PAGE)
    assert 'href="tel:+33475000002">Appelez l’antenne' in text
    assert 'href="/la-bobine/direct.ics"' in text


def test_applications_open_the_feed() -> None:
    """Apple takes the address without its scheme, AntennaPod encoded as its documentation says."""
    apple, antennapod = apps(IDENTITY, SHOW)
    assert apple == App("Apple Podcasts", "podcast://villeneuve.example/la-bobine/podcast.xml")
    parts = urlsplit(antennapod.href)
    assert (parts.netloc, parts.path, parse_qs(parts.query)) == ("antennapod.org", "/deeplink/subscribe", {"url": [FEED], "title": [SHOW.name]})


def test_spotify_needs_the_show_s_address() -> None:
    """It is offered where the settings give it, and nowhere else."""
    assert "Spotify" not in page(radio(), PAGE)
    assert '<a href="https://open.spotify.com/show/abc">Spotify</a>' in page(radio(spotify="https://open.spotify.com/show/abc"), PAGE)


def test_the_feed_can_be_copied() -> None:
    """Any other application takes the feed's whole address."""
    assert f'data-copy="{FEED}" hidden>' in page(radio(), PAGE)


def test_each_chronicle_has_a_page() -> None:
    """It gathers every time it was heard, newest first, each at its moment; one that was never heard has none."""
    site = radio()
    assert {address for address in addresses(site) if "chroniques" in address} == {
        "/la-bobine/chroniques/poubelle-cherie/",
        "/la-bobine/chroniques/rock/",
    }
    text = page(site, "/la-bobine/chroniques/poubelle-cherie/index.html")
    links = re.findall(r'<h2><a href="([^"]+)">([^<]+)</a>', text)
    assert links == [("/la-bobine/2026-2027/deux/#t=750", "Le papier"), (f"{EPISODE}#t=20", "Les fanes")]


def test_the_programme_page_lists_the_chronicles() -> None:
    """Each with how often it was heard."""
    text = page(radio(), PAGE)
    assert '<a href="/la-bobine/chroniques/poubelle-cherie/">Poubelle Chérie (2)</a>' in text
    assert "chroniques/jeu/" not in text


def test_an_episode_can_be_used_without_script() -> None:
    """Chapters open the recording at their moment, the transcript is there to read, and the recording can be taken along."""
    text = page(radio())
    assert '<audio controls preload="none" src="/la-bobine/audio/2026-10-01.mp3"' in text
    assert '<a data-t="20" href="/la-bobine/audio/2026-10-01.mp3#t=20"><span>00:00:20</span> Poubelle Chérie : les fanes</a>' in text
    assert '<b>Ana&nbsp;:</b> <span data-t="1">Bonsoir et bienvenue.</span>' in text
    assert re.search(r'href="/la-bobine/audio/2026-10-01\.mp3" download>Télécharger \(240\xa0ko\)', text)
    assert '<div class="controls" hidden>' in text


def test_an_episode_names_its_people_and_its_music() -> None:
    """Guests, crew, and each piece with its authors, at its moment where that is known."""
    text = page(radio())
    for said in ("La chorale", "Le comité de rédaction", "La valse – La chorale", "(Trad. ; Autoproduit)"):
        assert said in text
    assert '<dd><a data-t="50"' in text


def test_an_episode_lists_what_it_speaks_of() -> None:
    """Events and articles, in one short list, in its writer's order."""
    found = given_at(radio(), EPISODE)["about"]
    assert [(mention.title, mention.what, mention.address) for mention in found] == [
        ("Soupe partagée", "rendez-vous", "/agenda/2026/11/28/soupe/"), ("Des haies", "article", "/actualites/haies/"),
    ]  # fmt: skip
    assert "Dont on parle" not in page(radio(), "/la-bobine/2026-2027/deux/index.html")


def test_a_recording_kept_elsewhere_is_heard_there() -> None:
    """Its address is whole and stays as it is, on a site in a folder too."""
    site = radio()
    site = replace(site, identity=replace(site.identity, url="https://villeneuve.example/centre"))
    text = page(replace(site, episodes=tuple(map(elsewhere, site.episodes))))
    assert 'src="https://sons.example/a.mp3"' in text
    assert 'href="https://sons.example/a.mp3#t=20"' in text


def test_a_waveform_is_one_stroke_a_peak() -> None:
    """Around the middle, silence too is seen, and what was not measured has none."""
    assert waveform((0, 50, 100)) == "M0.5 49v2M1.5 25v50M2.5 0v100"
    assert waveform(()) == ""
    assert '<svg class="wave" viewBox="0 0 3 100"' in page(radio())
