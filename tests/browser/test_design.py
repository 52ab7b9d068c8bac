"""The rules of theme/README.md, as browsers see them."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from plugins.pages.styles import LAYERS
from tests.browser.test_pages import PAGES, opened
from tests.site.building import ROOT

SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
"""WCAG 2.2, 1.4.12."""
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter((element) => {
    const style = getComputedStyle(element);
    return style.overflow === 'hidden' && style.clipPath === 'none' && element.scrollWidth > element.clientWidth + 1;
}).map((element) => element.outerHTML.slice(0, 80))"""
STYLES = """() => [...document.body.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    return [...style].map((name) => style[name]).join('|');
})"""
FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    return element === document.body ? null : {
        what: element.outerHTML.slice(0, 80),
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    };
}"""
SIZES = """() => [...document.querySelectorAll('a, button, summary, select, input')].filter((element) => {
    const box = element.getBoundingClientRect(), text = element.closest('p, dd, .prose li');
    const isInSentence = text && text.textContent.trim() !== element.textContent.trim();
    return box.width && box.height < 40 && !element.matches('.skip, .rows a, [type=checkbox]') && !isInSentence;
}).map((element) => element.outerHTML.slice(0, 80))"""
READ = """() => [...document.querySelectorAll('main :is(p, li, dd)')].filter((one) => one.textContent.length > 200 && !one.children.length)
    .map((one) => {
    const style = getComputedStyle(one), lines = one.getBoundingClientRect().height / parseFloat(style.lineHeight);
    return one.textContent.length / lines;
}).filter((length) => length > 80)"""
KINDS = ("/", "/agenda/", "/agenda/2026/11/28/soupe-partagee-de-la-conserverie/", "/maisons/ors/", "/la-bobine/2026-2027/la-pelote-se-deroule/")


@pytest.fixture
def page(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    """Yield the page that a test asks for, at 1280 px, with scripts."""
    found, _ = opened(chromium, address + request.param, script=True)
    yield found
    found.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_spaced_text_is_neither_cut_nor_pushed_out(path: str, chromium: Browser, address: str) -> None:
    """Who needs more space between letters, words and lines still reads everything at 320 px (WCAG 2.2, 1.4.12)."""
    page, _ = opened(chromium, address + path, 320, script=True)
    page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CUT) == []
    page.context.close()


@pytest.mark.parametrize("page", KINDS, indirect=True)
def test_the_keyboard_sees_where_it_is(page: Page) -> None:
    """Each stop of the Tab key is on the screen, with a ring around it (the browser's player draws its own); and one gets through to the end."""
    stops: list[dict[str, Any]] = []
    page.keyboard.press("Tab")
    while (stop := page.evaluate(FOCUS)) and len(stops) < 400:
        stops.append(stop)
        page.keyboard.press("Tab")
    assert len(stops) > 10
    assert [stop["what"] for stop in stops if not (stop["ring"] and stop["seen"]) and "<audio" not in stop["what"]] == []
    assert "href" in stops[-1]["what"], "the last stop is a link of the footer"


@pytest.mark.parametrize("page", KINDS, indirect=True)
def test_order_and_specificity_never_disagree(page: Page) -> None:
    """With each file of styles in a cascade layer of its own, every element looks the same: the order of the files alone decides."""
    plain = page.evaluate(STYLES)
    sheet = page.evaluate("fetch('/theme/site.css').then((got) => got.text())")
    layers = [(ROOT / "theme/styles" / f"{name}.css").read_text("utf-8") for name in LAYERS]
    rest = sheet.removeprefix("".join(layers))
    assert rest.startswith(".maison-")
    page.evaluate("document.querySelector('[rel=stylesheet]').remove()")
    page.add_style_tag(content="".join(f"@layer {{ {layer} }}\n" for layer in layers).replace("url(", "url(/theme/") + rest)
    assert page.evaluate(STYLES) == plain


@pytest.mark.parametrize("page", KINDS, indirect=True)
def test_fingers_hit_what_they_aim_at(page: Page) -> None:
    """On a phone, what one taps is at least 40 px high, but for links inside a sentence; in a list of dates the whole row leads on."""
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(SIZES) == []


@pytest.mark.parametrize("page", KINDS, indirect=True)
def test_lines_are_short_enough_to_read(page: Page) -> None:
    """Paragraphs have at most 80 characters a line, however wide the screen (WCAG 2.2, 1.4.8)."""
    page.set_viewport_size({"width": 1920, "height": 900})
    assert page.evaluate(READ) == []


def test_whoever_asked_for_less_motion_gets_none(chromium: Browser, address: str) -> None:
    """No element has a transition or an animation then."""
    page, _ = opened(chromium, address + "/", script=True)
    page.emulate_media(reduced_motion="reduce")
    moving = "[...document.querySelectorAll('*')].filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"
    assert page.evaluate(moving) == 0
    page.context.close()


def test_today_is_seen_without_scrolling(chromium: Browser, address: str) -> None:
    """On a small phone the first date of today stands on the first screen of the home page."""
    page, _ = opened(chromium, address + "/", 360)
    page.set_viewport_size({"width": 360, "height": 640})
    first = page.locator(".now .rows a").first.bounding_box()
    assert first
    assert first["y"] + first["height"] <= 640
    page.context.close()


@pytest.mark.parametrize("path", PAGES)
def test_paper_shows_what_one_reads(path: str, chromium: Browser, address: str) -> None:
    """In print there is no menu and no button, and the page says where it came from."""
    page, _ = opened(chromium, address + path)
    page.emulate_media(media="print")
    if page.locator(".postal").count():
        assert not page.locator("nav:visible").count()
        assert not page.locator("button:visible, .button:visible, audio:visible").count()
        assert "http" in page.evaluate("getComputedStyle(document.querySelector('.postal'), '::after').content")
    assert page.locator("h1").first.is_visible()
    page.context.close()


@pytest.mark.parametrize("page", KINDS, indirect=True)
def test_colours_of_the_system_take_nothing_away(page: Page) -> None:
    """With forced colours, what has a background of its own still has a border or a word: houses keep their names, states theirs."""
    page.emulate_media(forced_colors="active")
    for part in page.locator(".tag:visible, .state:visible").all():
        assert part.inner_text().strip()
    for part in page.locator(".button:visible").all():
        assert part.evaluate("(one) => getComputedStyle(one).borderStyle") == "solid"
