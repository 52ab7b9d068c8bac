"""Every kind of page in Chromium, under the policies it is published with: nothing is stopped, and everything works."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.hosting.outputs import outputs
from plugins.hosting.rules import rules
from tests.browser.conftest import served
from tests.browser.radio_site import write_radio
from tests.browser.test_axe import ROMANS
from tests.pages.radios import EPISODE, radio
from tests.site.building import Built, copy_site, run

WATCH = """window.stopped = [];
document.addEventListener('securitypolicyviolation', (event) => stopped.push(`${event.effectiveDirective} ${event.blockedURI}`))"""
EVENT = "/agenda/2026/11/28/soupe-partagee-de-la-conserverie/"
PATHS = [*(path for paths in ROMANS.values() for path in paths if path != "/rien-ici/"), "/recherche/?q=soupe", "/agenda/?maison=ors"]
LOST = ("/rien-ici/", "/agenda/2026/11/29/rien/")
IS_LOST = "the server responded with a status of 404"
REFUSED = "chrome-error://chromewebdata/"
FRAMES = """paths => Promise.all(paths.map((path) => new Promise((done) => {
    const frame = document.createElement('iframe');
    frame.onload = done;
    frame.src = path;
    document.body.append(frame);
})))"""
PLAYING = """() => new Promise((done, fail) => {
    const audio = document.querySelector('audio');
    audio.addEventListener('timeupdate', () => audio.currentTime > 20.2 && done(true));
    audio.addEventListener('error', () => fail(new Error(audio.error.message)));
})"""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield where the published site is served, with the headers of its own header file."""
    built: Built = run(copy_site(tmp_path_factory.mktemp("public") / "site"), "invoke", "publish")
    assert built.status == 0, built.said
    with served(built.output) as found:
        yield found


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Yield an empty page of somebody who hears of all that a policy stops."""
    context = chromium.new_context()
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def faults(page: Page) -> list[str]:
    """Return the list that fills with what a page complains about."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.mark.parametrize("path", [*PATHS, *LOST])
def test_nothing_is_stopped(path: str, page: Page, public: str) -> None:
    """A page opens under its policy without a complaint, also where nothing is; what is below is fetched too."""
    found = faults(page)
    answer = page.goto(public + path)
    assert answer
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("stopped") == []
    assert [fault for fault in found if path not in LOST or IS_LOST not in fault] == []


def test_the_filters_work(page: Page, public: str) -> None:
    """The agenda's script runs: a choice hides the rest."""
    page.goto(f"{public}/agenda/")
    before = page.locator("li[data-fin]:visible").count()
    page.locator("[data-filtre] select").first.select_option(index=1)
    assert 0 < page.locator("li[data-fin]:visible").count() < before
    assert page.evaluate("stopped") == []


def test_the_search_finds(page: Page, public: str) -> None:
    """Pagefind compiles its WebAssembly and fetches its index."""
    page.goto(f"{public}/recherche/?q=soupe")
    page.locator(".results li a").first.wait_for()
    assert page.evaluate("stopped") == []


def test_the_recording_is_heard(page: Page, tmp_path: Path) -> None:
    """An episode's chapter plays under the policy of the radio's pages."""
    write_radio(tmp_path)
    found = rules(radio())
    for output in outputs(found, [EPISODE], ("netlify",)):
        content = output.render().content
        assert isinstance(content, bytes)
        (tmp_path / output.path).write_bytes(content)
    with served(tmp_path) as address:
        page.goto(address + EPISODE)
        page.locator(".chapters li:nth-child(2) a").click()
        assert page.evaluate(PLAYING)
        assert page.evaluate("stopped") == []


def test_data_for_search_engines_stays(page: Page, public: str) -> None:
    """JSON-LD is data: no policy stops it."""
    page.goto(public + EVENT)
    assert page.evaluate("JSON.parse(document.querySelector('[type=\"application/ld+json\"]').textContent)['@context']") == "https://schema.org"
    assert page.evaluate("stopped") == []


def test_partners_frame_one_page_and_no_other(page: Page, public: str, tmp_path: Path) -> None:
    """On another origin the agenda for partners is shown in a frame, and other pages are not."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Une école</title>", "utf-8")
    with served(tmp_path) as partner:
        page.goto(f"{partner}/")
        page.evaluate(FRAMES, [f"{public}/agenda/cadre/", f"{public}/agenda/", f"{public}/", f"{public}/recherche/"])
        first, *others = page.frames[1:]
        assert first.url.startswith(public)
        assert first.evaluate("getComputedStyle(document.querySelector('main')).display") == "block"
        assert {frame.url for frame in others} == {REFUSED}


def test_our_own_page_frames_the_preview(page: Page, public: str) -> None:
    """The page for partners shows them what they would get."""
    page.goto(f"{public}/agenda/integrer/")
    page.locator("iframe").scroll_into_view_if_needed()
    page.frame_locator("iframe").locator("h1").wait_for()
    assert page.evaluate("stopped") == []


def test_what_is_inline_is_stopped(page: Page, public: str) -> None:
    """The policies are at work: a script and a style that somebody slipped into a page do nothing."""
    page.goto(f"{public}/maisons/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=/x onerror=\"window.hacked = 1\"><p style=\"color: red\">')")
    page.wait_for_function("stopped.length > 1")
    assert sorted(page.evaluate("stopped")) == ["script-src-attr inline", "style-src-attr inline"]
    assert page.evaluate("window.hacked") is None
