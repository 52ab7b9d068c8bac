"""What a telephone fetches, as Chromium counts it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from audit.weights import weigh
from tests.browser.conftest import served

PAGE = """<!doctype html><html lang="fr"><title>A</title><link rel="stylesheet" href="/a.css">
<script src="/a.js"></script><script src="/b.js"></script>
<p style="height: 30000px"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""><img src="/b.svg" loading="lazy" alt="">"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def test_all_that_a_page_shows_is_weighed(tmp_path: Path, chromium: Browser) -> None:
    """Bodies by kind, the whole with its headers, pictures far below too; what stands in the page itself is no request."""
    files = {"index.html": PAGE, "a.css": "p { color: red }", "a.js": "1;", "b.js": "12345;", "b.svg": DRAWING}
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    with served(tmp_path) as base:
        (weight,) = weigh(base, {"/": "home"}, chromium, lambda _: None)
    assert (weight.address, weight.kind) == ("/", "home")
    assert (weight.html, weight.css, weight.scripts, weight.script) == (len(PAGE), 16, 8, 6)
    assert weight.requests == len(files)
    assert weight.whole > sum(map(len, files.values()))
    assert weight.elements == 10


def test_each_page_is_a_first_visit(tmp_path: Path, chromium: Browser) -> None:
    """What another page has fetched already is fetched again."""
    (tmp_path / "a.css").write_text("p { color: red }", "utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text('<!doctype html><title>A</title><link rel="stylesheet" href="/a.css"><p>', "utf-8")
    with served(tmp_path) as base:
        found = weigh(base, {"/a.html": "page", "/b.html": "page"}, chromium, lambda _: None)
    assert [(weight.css, weight.requests) for weight in found] == [(16, 2), (16, 2)]
