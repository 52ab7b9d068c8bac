"""The card of an event, heard: what is spoken, in which voice, and when it stops. Voices are stood in for: a machine of tests has none."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from tests.site.building import ROOT

EVENT = "/agenda/2026/11/28/soupe-partagee-de-la-conserverie/"
FRENCH, ARABIC = "#essentiel ~ [lang=fr] [data-lire]", "[lang=ar] [data-lire]"
VOICES = """
window.spoken = [];
window.cancelled = 0;
window.voices = %s.map(([lang, localService]) => ({lang, localService, default: false, name: lang}));
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => window.voices,
  speak: (utterance) => window.spoken.push(utterance),
  cancel: () => { window.cancelled += 1; window.spoken.at(-1)?.onerror?.(); },
}});
"""
SAID = "spoken.map(({text, lang, voice}) => [voice.lang, lang, text])"
END = "spoken.at(-1).onend()"


@contextmanager
def visit(browser: Browser, address: str, voices: str, width: int = 1280) -> Iterator[Page]:
    """Yield the page of an event on a machine with some voices: language, and whether they are of this machine."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_init_script(VOICES % voices)
    page = context.new_page()
    page.goto(address + EVENT)
    yield page
    context.close()


def shown(page: Page) -> list[str]:
    """Return the languages whose button is shown, whether or not they are unfolded."""
    found: list[str] = page.evaluate("[...document.querySelectorAll('[data-lire]')].filter(b => !b.hidden).map(b => b.closest('[lang]').lang)")
    return found


@pytest.mark.parametrize(
    ("voices", "languages"),
    [
        ("[]", []),
        ('[["fr-FR", true]]', ["fr"]),
        ('[["fr_FR", true], ["ar-001", true], ["uk-UA", true], ["es-MX", true]]', ["fr", "ar", "uk", "es"]),
        ('[["fr-FR", false], ["en-GB", false]]', []),
        ('[["en-GB", false], ["en-US", true]]', ["en"]),
    ],
)
def test_a_button_shows_where_there_is_a_voice(voices: str, languages: list[str], chromium: Browser, address: str) -> None:
    """One of the language and of this machine; what a voice of the network reads would be sent away."""
    with visit(chromium, address, voices) as page:
        assert shown(page) == languages


def test_voices_that_come_late_are_found(chromium: Browser, address: str) -> None:
    """Browsers look for them after the page is there."""
    with visit(chromium, address, "[]") as page:
        page.evaluate("voices.push({lang: 'fr-FR', localService: true, default: true}); speechSynthesis.onvoiceschanged()")
        assert shown(page) == ["fr"]


def test_the_card_is_read_sentence_by_sentence(chromium: Browser, address: str) -> None:
    """Questions and answers as they stand, and nothing of what is around them; then it may be heard again."""
    with visit(chromium, address, '[["fr-CA", true], ["fr-FR", true]]') as page:
        page.click(FRENCH)
        while page.locator(FRENCH).inner_text() == "Arrêter":
            page.evaluate(END)
        lines = page.locator("#essentiel ~ [lang=fr]").locator("dt, dd p").all_inner_texts()
        assert page.evaluate(SAID) == [["fr-FR", "fr-FR", line] for line in lines]
        assert page.locator(FRENCH).inner_text() == "Écouter"


def test_reading_stops_and_goes_on(chromium: Browser, address: str) -> None:
    """The button says what it will do; it goes on with the sentence at which it stopped."""
    with visit(chromium, address, '[["fr-FR", true]]') as page:
        button = page.locator(FRENCH)
        button.click()
        page.evaluate(END)
        assert button.inner_text() == "Arrêter"
        button.click()
        assert (button.inner_text(), page.evaluate("cancelled")) == ("Reprendre", 1)
        button.click()
        first, second, again = page.evaluate("spoken.map(({text}) => text)")
        assert first != second == again


def test_french_names_are_read_by_a_french_voice(chromium: Browser, address: str) -> None:
    """An Arabic voice would spell them, or say nothing."""
    with visit(chromium, address, '[["ar-SA", true], ["fr-FR", true]]') as page:
        page.click("details[lang=ar] summary")
        page.click(ARABIC)
        for _ in range(3):
            page.evaluate(END)
        assert page.evaluate(SAID)[1:3] == [["ar-SA", "ar-SA", "اسم النشاط: «"], ["fr-FR", "fr-FR", "Soupe partagée de la Conserverie"]]


def test_without_a_french_voice_names_are_read_by_the_other(chromium: Browser, address: str) -> None:
    """Better than not at all."""
    with visit(chromium, address, '[["ar-SA", true]]') as page:
        page.click("details[lang=ar] summary")
        page.click(ARABIC)
        page.evaluate(f"{END}; {END}")
        assert [voice for voice, _, _ in page.evaluate(SAID)] == ["ar-SA"] * 3


def test_one_card_is_heard_at_a_time(chromium: Browser, address: str) -> None:
    """Another language stops the first one, and so do folding it away and leaving the page."""
    with visit(chromium, address, '[["fr-FR", true], ["ar-SA", true]]') as page:
        page.click(FRENCH)
        page.click("details[lang=ar] summary")
        page.click(ARABIC)
        assert (page.locator(FRENCH).inner_text(), page.locator(ARABIC).inner_text()) == ("Écouter", "إيقاف")
        page.click("details[lang=ar] summary")
        page.wait_for_function("document.querySelector('[lang=ar] [data-lire]').textContent !== 'إيقاف'")
        page.click(FRENCH)
        page.evaluate("dispatchEvent(new Event('pagehide'))")
        assert (page.locator(FRENCH).inner_text(), page.evaluate("cancelled")) == ("Écouter", 3)


def test_languages_open_without_script(chromium: Browser, address: str) -> None:
    """No button that would do nothing, and Arabic from the right."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + EVENT)
    page.click("details[lang=ar] summary")
    assert page.locator("details[lang=ar] dl").is_visible()
    assert page.locator("[data-lire]:visible").count() == 0
    context.close()


def test_numbers_keep_their_direction(chromium: Browser, address: str) -> None:
    """In Arabic too, the first digits of a telephone number stand on the left, and a French name begins there."""
    with visit(chromium, address, "[]", 320) as page:
        page.click("details[lang=ar] summary")
        ways = page.evaluate("[...document.querySelectorAll('[lang=ar] :is(bdi, a[dir])')].map(e => getComputedStyle(e).direction)")
        assert set(ways) == {"ltr"}
        assert page.evaluate("getComputedStyle(document.querySelector('[lang=ar] dl')).direction") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_page_and_the_script_are_light(chromium: Browser, address: str) -> None:
    """All six languages in 14 kB and 800 elements; the script in 3 kB."""
    assert len(gzip.compress((ROOT / "theme/static/lire.js").read_bytes(), 9)) < 3000
    with visit(chromium, address, "[]") as page:
        assert len(gzip.compress(page.request.get(address + EVENT).body(), 9)) <= 14_000
        assert page.evaluate("document.querySelectorAll('*').length") <= 800
