"""The ways in which a letter is looked at."""

from __future__ import annotations

import re

import pytest

from plugins.desk.preview import INDEX, files
from plugins.desk.views import VIEWS, WIDTHS, View, viewed
from plugins.model.mail_picture import mailed
from plugins.newsletter.compose import compose
from plugins.newsletter.html import render_html
from plugins.newsletter.text import render_text
from tests.newsletter.weeks import BANNER, HEAD, TOWN, WEEKS

SITE = WEEKS["calme"]
COMPOSITION = compose(SITE, SITE.letters[0])
HTML = render_html(COMPOSITION, TOWN, HEAD)
TEXT = render_text(COMPOSITION, TOWN, HEAD)
PICTURES = {TOWN.absolute(mailed(BANNER).address): "file:///ici/bandeau.jpg"}
BY_NAME = {view.name: viewed(HTML, view, PICTURES) for view in VIEWS}
EACH = pytest.mark.parametrize("page", [pytest.param(page, id=name) for name, page in BY_NAME.items()])


@EACH
def test_no_view_fetches_anything(page: str) -> None:
    """Pictures are those of this machine, and a policy keeps the rest away; so nobody is counted by looking."""
    assert re.search(
        r"<head[^>]*>\s*<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src", page
    )
    assert not re.search(r'\ssrc="http', page)


@EACH
def test_every_view_says_the_same(page: str) -> None:
    """A view changes how the letter looks, never what is in it."""
    assert page.partition("<body")[2].replace("file:///ici/bandeau.jpg", "").replace('src=""', "src") == re.sub(
        r'(?<=\ssrc=)"[^"]*"', '""', HTML.partition("<body")[2]
    ).replace('src=""', "src")


def test_pictures_are_shown_or_not() -> None:
    """The picture of this machine stands in the place of the published one; one that is nowhere leaves its text."""
    assert 'src="file:///ici/bandeau.jpg"' in BY_NAME["clair"]
    assert "img-src file:" in BY_NAME["clair"]
    assert 'src=""' in viewed(HTML, View("x", "x"), {})
    assert "file:///" not in BY_NAME["sans-images"]
    assert "img-src 'none'" in BY_NAME["sans-images"]


def test_dark_rules_are_always_or_never_on() -> None:
    """Whatever the machine prefers, each view shows what its name says."""
    assert "prefers-color-scheme" in HTML
    assert not any("prefers-color-scheme" in page for page in BY_NAME.values())
    assert "@media (min-width: 0)" in BY_NAME["sombre"]
    assert "@media (max-width: 0)" in BY_NAME["clair"]
    assert ('content="dark"' in BY_NAME["sombre"], 'content="light"' in BY_NAME["clair"]) == (True, True)


def test_styles_can_be_taken_away() -> None:
    """La Poste and SFR take the style sheet away; what is on the elements stays."""
    assert "<style" not in BY_NAME["sans-style"]
    assert " style=" in BY_NAME["sans-style"]


def test_one_page_shows_all_views() -> None:
    """Each view in each width, named for who does not see, and the text as it is."""
    made = files(COMPOSITION, HEAD, HTML, TEXT, PICTURES)
    index = made[INDEX].decode()

    assert set(made) == {INDEX, *(f"{view.name}.html" for view in VIEWS)}
    assert index.count("<iframe") == len(VIEWS) * len(WIDTHS)
    assert all(f'src="{view.name}.html" title="{view.title.replace("<", "&lt;").replace(">", "&gt;")}, ' in index for view in VIEWS)
    assert "Venez à la soupe partagée\n(https://villeneuve.example/" in index
    assert "<script" not in index
