"""What a resident meets: narrow phones, large text, no script, a keyboard, no other host."""

import subprocess
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]
PAGES = (
    "/", "/agenda/", "/agenda/aujourd-hui/", "/agenda/2026/12/", "/agenda/2026/11/28/soupe-partagee-de-la-conserverie/", "/maisons/", "/maisons/ors/",
    "/projets/", "/projets/conserverie/", "/le-fil/", "/le-fil/47/", "/le-fil/46/conserverie-en-route/", "/actualites/",
    "/agenda/s-abonner/", "/agenda/maisons/ors/",
    "/la-bobine/", "/la-bobine/2026-2027/la-pelote-se-deroule/", "/la-bobine/chroniques/poubelle-cherie/",
    "/agenda/integrer/", "/agenda/cadre/", "/lettre/", "/lettre/2026-s48/", "/lettre/s-abonner/", "/accessibilite/", "/rien-ici/", "/hors-ligne/",
)  # fmt: skip

FOCUSED = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect();
    return [element.getAttribute('href'), box.top >= 0, box.height > 10];
}"""
LENGTH = """() => new Promise((yes, no) => {
    const audio = document.querySelector('audio');
    audio.onloadedmetadata = () => yes(audio.duration);
    audio.onerror = no;
    setTimeout(() => no(new Error(`${audio.networkState} ${audio.readyState}`)), 30000);
    audio.preload = 'metadata';
    audio.load();
})"""


def opened(browser: Browser, url: str, width: int = 1280, *, script: bool = False, scheme: Scheme = "light") -> tuple[Page, list[str]]:
    """Open a page and return it with the other hosts it asked and the errors it logged."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script, color_scheme=scheme)
    page = context.new_page()
    faults: list[str] = []
    page.on("request", lambda request: faults.append(request.url) if not request.url.startswith(("http://127.0.0.1", "data:")) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(url)
    return page, faults


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_never_scrolls_sideways(path: str, scheme: Scheme, chromium: Browser, address: str) -> None:
    """At 320 px, in light and dark, every kind of page fits the screen and asks no other host for anything."""
    page, faults = opened(chromium, address + path, 320, script=True, scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_twice_the_text_still_fits(path: str, chromium: Browser, address: str) -> None:
    """With letters twice as large nothing is cut or pushed off a 640 px wide screen (WCAG 2.2, 1.4.4)."""
    page, _ = opened(chromium, address + path, 640, script=True)
    page.add_style_tag(content="html{font-size:200% !important}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    page.context.close()


def test_the_first_tab_skips_to_the_content(chromium: Browser, address: str) -> None:
    """The keyboard's first stop is the link to the content, and it is seen when it has the focus."""
    page, _ = opened(chromium, address + "/", script=True)
    page.keyboard.press("Tab")
    focused = page.evaluate(FOCUSED)
    assert focused[0].startswith("#")
    assert focused[1:] == [True, True]
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == focused[0]
    page.context.close()


def test_everything_is_there_without_script(chromium: Browser, address: str) -> None:
    """Without JavaScript the home page shows today's dates and its menu leads to the agenda."""
    page, _ = opened(chromium, address + "/")
    page.get_by_role("link", name="Agenda", exact=True).first.click()
    assert page.url == f"{address}/agenda/"
    page.context.close()


def test_an_episode_can_be_heard(chromium: Browser, address: str) -> None:
    """An episode's player finds its recording, with the length that the feed says."""
    page, _ = opened(chromium, address + "/la-bobine/", script=True)
    page.locator("main a[href^='/la-bobine/2026-2027/']").first.click()
    seconds = page.evaluate(LENGTH)
    assert 30 < seconds < 120
    page.context.close()


def test_firefox_shows_the_home_page(address: str, tmp_path: Path) -> None:
    """Firefox paints the home page at phone width: a picture with more than a few colours comes out."""
    picture = tmp_path / "home.png"
    command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(tmp_path / "profile"), "--window-size=320,900"]
    (tmp_path / "profile").mkdir()
    subprocess.run([*command, f"--screenshot={picture}", address + "/"], check=True, capture_output=True, timeout=120)
    with Image.open(picture) as image:
        colors = image.convert("RGB").getcolors(1 << 20)
        assert image.width == 320
        assert colors is not None
        assert len(colors) > 50
