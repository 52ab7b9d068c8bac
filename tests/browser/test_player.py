"""The player of an episode, in Chromium and Firefox, on a real recording."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.visitors import Visitor
from tests.pages.radios import EPISODE, SECONDS

THEME = Path(__file__).parents[2] / "theme"
CHAPTER = ".chapters li:nth-child(2) a"
AT = "document.querySelector('audio').currentTime"
UNTIL = """new Promise((done, fail) => {
    const audio = document.querySelector('audio'), look = () => (%s) && done(true);
    for (const name of ['timeupdate', 'seeked', 'playing', 'pause', 'ended', 'loadedmetadata', 'ratechange']) audio.addEventListener(name, look);
    setTimeout(() => fail(new Error(`${audio.currentTime} ${audio.readyState} ${audio.paused} ${audio.error && audio.error.message}`)), 30000);
    look();
})"""
"""A promise kept once a condition holds; broken after half a minute, so that a fault is told and nothing hangs."""
MOST_STOPS = 80
"""Presses of Tab after which a keyboard user would have given up."""
HANDLERS = """const set = MediaSession.prototype.setActionHandler;
window.handlers = {};
MediaSession.prototype.setActionHandler = function (action, act) { window.handlers[action] = act; set.call(this, action, act); };"""


def until(visitor: Visitor, condition: str) -> None:
    """Return once a condition on `audio` holds."""
    assert visitor.run(UNTIL % condition)


def stop(visitor: Visitor) -> float:
    """Stop the recording; return where."""
    visitor.run("document.querySelector('audio').pause()")
    until(visitor, "audio.paused")
    return float(visitor.run(AT))


def tab_to(visitor: Visitor, selector: str) -> None:
    """Go to an element by the Tab key alone."""
    for _ in range(MOST_STOPS):
        if visitor.run(f"document.activeElement.matches({selector!r})"):
            return
        visitor.press("Tab")
    raise AssertionError(selector)


def current(visitor: Visitor) -> Any:
    """Return the words of what is marked as being heard."""
    return visitor.run("[...document.querySelectorAll('[data-t][aria-current]')].map((mark) => mark.textContent)")


def test_a_chapter_is_heard_at_once(visitor: Visitor, radio_address: str) -> None:
    """A click on a chapter plays the recording from there, on the same page."""
    visitor.go(radio_address + EPISODE)
    visitor.click(CHAPTER)
    until(visitor, "!audio.paused && audio.currentTime > 20.2")
    assert 20 < stop(visitor) < 30
    assert visitor.run("location.pathname") == EPISODE


def test_one_goes_on_where_one_left(visitor: Visitor, radio_address: str) -> None:
    """After a reload the recording stands where it was left, and the page says so; another episode starts at its start."""
    visitor.go(radio_address + EPISODE)
    visitor.click(CHAPTER)
    until(visitor, "audio.currentTime > 21")
    left = stop(visitor)
    visitor.reload()
    assert int(left) == visitor.run(AT)
    assert "Reprise à 00:2" in visitor.run("document.querySelector('[data-lecteur] [role=status]').textContent")
    visitor.run("document.querySelector('audio').preload = 'auto'")
    until(visitor, f"audio.readyState && !audio.seeking && audio.currentTime === {int(left)}")
    visitor.go(f"{radio_address}/la-bobine/2026-2027/deux/")
    assert visitor.run(AT) == 0


def test_what_was_heard_to_the_end_starts_anew(visitor: Visitor, radio_address: str) -> None:
    """At the end nothing is remembered."""
    visitor.go(radio_address + EPISODE)
    visitor.click(CHAPTER)
    until(visitor, "audio.currentTime > 20.2")
    visitor.run(f"{AT} = {SECONDS - 0.5}")
    until(visitor, "audio.ended")
    visitor.reload()
    assert visitor.run(AT) == 0


@pytest.mark.parametrize(("moment", "second"), [("#t=30", 30), ("#t=0:30", 30), ("#t=00:00:41", 41), ("#t=npt:12.5", 12.5)])
def test_a_link_leads_to_a_moment(moment: str, second: float, visitor: Visitor, radio_address: str) -> None:
    """The recording stands there, silent until one wants to hear it."""
    visitor.go(radio_address + EPISODE + moment)
    assert visitor.run(AT) == second
    assert visitor.run("document.querySelector('audio').paused")
    visitor.click("[data-saut='-15']")
    assert visitor.run(AT) == max(0, second - 15)


@pytest.mark.parametrize("moment", ["#t=", "#t=abc", "#t=1.2.3", "#t=-5", "#contenu"])
def test_a_link_to_no_moment_is_harmless(moment: str, visitor: Visitor, radio_address: str) -> None:
    """What says no time leaves the recording at its start."""
    visitor.go(radio_address + EPISODE + moment)
    assert visitor.run(AT) == 0
    assert visitor.run("!document.querySelector('.controls').hidden")


def test_a_link_is_spent_once_it_was_followed(visitor: Visitor, radio_address: str) -> None:
    """Who came by a link and listened on finds his own place after a reload."""
    visitor.go(f"{radio_address}{EPISODE}#t=10")
    visitor.click(CHAPTER)
    until(visitor, "audio.currentTime > 21")
    stop(visitor)
    visitor.reload()
    assert visitor.run(AT) >= 20


def test_the_moment_can_be_shared(visitor: Visitor, radio_address: str) -> None:
    """The button that copies holds the page's public address with the moment one hears."""
    visitor.go(f"{radio_address}{EPISODE}#t=30")
    assert visitor.run("document.querySelector('.controls [data-copy]').dataset.copy") == f"https://villeneuve.example{EPISODE}#t=00:30"


def test_all_of_it_by_keyboard(visitor: Visitor, radio_address: str) -> None:
    """With Tab, Enter and arrows one jumps, changes the speed, plays a chapter and a paragraph of the transcript."""
    visitor.go(radio_address + EPISODE)
    tab_to(visitor, "[data-saut='30']")
    visitor.press("Enter")
    assert visitor.run(AT) == 30
    tab_to(visitor, ".controls select")
    visitor.press("ArrowDown")
    until(visitor, "audio.playbackRate === 1.25")
    tab_to(visitor, CHAPTER)
    visitor.press("Enter")
    until(visitor, "!audio.paused && audio.currentTime > 20.2")
    assert stop(visitor) < 30
    assert visitor.run("document.querySelector('audio').playbackRate") == 1.25
    tab_to(visitor, ".transcript p:nth-child(2) a")
    visitor.press("Enter")
    until(visitor, "!audio.paused && audio.currentTime > 40.2")
    stop(visitor)


def test_the_transcript_follows(visitor: Visitor, radio_address: str) -> None:
    """The sentence and the chapter one hears are marked, one of each; a click on a sentence plays it."""
    visitor.go(radio_address + EPISODE)
    visitor.click(".transcript span[data-t='40']")
    until(visitor, "!audio.paused && audio.currentTime > 40.2")
    assert current(visitor) == ["00:00:40 Rock : une cave", "Et du rock !"]
    stop(visitor)
    visitor.run(f"{AT} = 25")
    until(visitor, "audio.currentTime === 25 && !audio.seeking")
    assert current(visitor) == ["00:00:20 Poubelle Chérie : les fanes", "Des fanes, encore des fanes."]


def test_the_phone_knows_what_one_hears(visitor: Visitor, radio_address: str) -> None:
    """Title, show and artwork stand on the lock screen once it plays."""
    visitor.go(radio_address + EPISODE)
    visitor.click(CHAPTER)
    until(visitor, "audio.currentTime > 20.2")
    stop(visitor)
    assert visitor.run("[navigator.mediaSession.metadata.title, navigator.mediaSession.metadata.artist]") == ["Onde", "Les Ondes du Pont"]
    assert visitor.run("navigator.mediaSession.metadata.artwork[0].src") == f"{radio_address}/images/pochette.jpg"


def test_the_phone_s_own_keys_seek(chromium: Browser, radio_address: str) -> None:
    """Back, forward and the lock screen's slider lead where they say."""
    page = chromium.new_page()
    page.add_init_script(HANDLERS)
    page.goto(radio_address + EPISODE)
    for call, second in (("seekto({seekTime: 40})", 40), ("seekbackward({})", 25), ("seekforward({seekOffset: 10})", 35)):
        page.evaluate(f"handlers.{call}")
        assert page.evaluate(AT) == second
    page.close()


def test_without_script_a_chapter_is_a_link(chromium: Browser, radio_address: str) -> None:
    """A browser without script shows the text, hides what would do nothing, and follows a chapter into the recording."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(radio_address + EPISODE)
    assert page.locator(".transcript").is_visible()
    assert not page.locator(".controls").is_visible()
    assert page.locator(CHAPTER).get_attribute("href") == "/la-bobine/audio/2026-10-01.mp3#t=20"
    context.close()


@pytest.mark.parametrize("name", ["lecteur.js", "direct.js"])
def test_the_scripts_are_small(name: str) -> None:
    """Each weighs less than two kilobytes on the line."""
    assert len(gzip.compress((THEME / "static" / name).read_bytes(), 9)) < 2000
