"""The head of a page: what browsers, shares and feed readers find there."""

from __future__ import annotations

import re
from html import unescape

from msgspec.structs import replace

from plugins.model.site import Site
from tests.pages.radios import EPISODE, radio
from tests.pages.sites import agenda, article, full_site, rendered
from tests.towns import HOUSE, IDENTITY, read_site

META = re.compile(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">')
FEED = re.compile(r'<link rel="alternate" type="[^"]*" title="[^"]*" href="([^"]*)">')
NEWS = {"actualites/a.md": article("Semis", "01/11/2026").replace("---\nTexte", "auteur: Le groupe Jardin, Ana\n---\nTexte")}


def _head(site: Site, path: str) -> list[tuple[str, str]]:
    return [(name, unescape(value)) for name, value in META.findall(rendered(site, [path])[path])]


def _feeds(site: Site, path: str) -> list[str]:
    return FEED.findall(rendered(site, [path])[path])


def test_a_text_says_when_it_came_out_and_who_wrote_it() -> None:
    """As Open Graph has it for articles (ogp.me)."""
    found = _head(read_site(NEWS), "actualites/a/index.html")
    assert [(name, value) for name, value in found if name.startswith("article:") or name == "og:type"] == [
        ("og:type", "article"),
        ("article:published_time", "2026-11-01"),
        ("article:section", "Les actualités"),
        ("article:author", "Le groupe Jardin"),
        ("article:author", "Ana"),
    ]


def test_what_came_out_on_no_day_is_no_article() -> None:
    """An event, a house and the agenda are pages of a website."""
    for path in ("agenda/index.html", "maisons/pont/index.html", "agenda/2026/11/28/fete-1/index.html"):
        assert dict(_head(agenda("debut: 28/11/2026"), path))["og:type"] == "website"


def test_a_shared_picture_is_known_before_it_is_fetched() -> None:
    """Its size, its type and its words; a square one stands beside the words, a wide one above them."""
    site = read_site({"maisons/pont.md": HOUSE.removesuffix("---\n") + "image: images/soupe.jpg\nimage-alt: Une soupe\n---\n"})
    wide = dict(_head(site, "maisons/pont/index.html"))
    assert [wide[f"og:image:{name}"] for name in ("width", "height", "alt", "type")] == ["1200", "675", "Maison du Pont", "image/jpeg"]
    assert wide["og:image"].startswith("https://villeneuve.example/")
    assert wide["twitter:card"] == "summary_large_image"
    assert dict(_head(radio(), "la-bobine/index.html"))["twitter:card"] == "summary"


def test_without_any_picture_none_is_told() -> None:
    """Nor a large card promised."""
    found = dict(_head(agenda(), "agenda/index.html"))
    assert not [name for name in found if name.startswith("og:image")]
    assert found["twitter:card"] == "summary"


def test_the_town_s_picture_stands_for_pages_without_one() -> None:
    """The one that its settings name."""
    found = dict(_head(agenda(identity=replace(IDENTITY, picture="images/soupe.jpg")), "agenda/index.html"))
    assert found["og:image:width"] == "1200"


def test_a_page_announces_what_belongs_to_it() -> None:
    """Its own calendar or feed and no other; a page of nothing in particular announces all."""
    site = full_site()
    assert _feeds(site, "maisons/pont/index.html") == ["/agenda/maisons/pont.ics"]
    assert _feeds(site, "agenda/thematiques/cuisine/index.html") == ["/agenda/thematiques/cuisine.ics"]
    assert _feeds(site, "agenda/gratuit/index.html") == _feeds(site, "agenda/index.html") == ["/agenda.ics"]
    assert _feeds(site, "agenda/2026/11/28/soupe/index.html") == ["/agenda/2026/11/28/soupe/evenement.ics"]
    assert _feeds(site, "actualites/a/index.html") == _feeds(site, "le-fil/47/index.html") == ["/flux.xml"]
    assert _feeds(site, "lettre/2026-s48/index.html") == _feeds(site, "lettre/index.html") == ["/lettre/flux.xml"]
    assert _feeds(radio(), f"{EPISODE[1:]}index.html") == ["/la-bobine/podcast.xml"]
    assert _feeds(site, "index.html") == ["/agenda.ics", "/flux.xml", "/la-bobine/podcast.xml"]


def test_what_is_over_or_called_off_goes_into_no_calendar() -> None:
    """Its page announces nothing."""
    assert _feeds(agenda("debut: 28/11/2026\netat: annulé"), "agenda/2026/11/28/fete-1/index.html") == []


def test_the_address_of_a_page_is_told_whole() -> None:
    """Also for a site in a folder."""
    site = agenda(identity=replace(IDENTITY, url="https://villeneuve.example/centre"))
    text = rendered(site, ["agenda/index.html"])["agenda/index.html"]
    assert '<link rel="canonical" href="https://villeneuve.example/centre/agenda/">' in text
    assert dict(META.findall(text))["og:url"] == "https://villeneuve.example/centre/agenda/"


def test_the_menu_shows_where_one_is() -> None:
    """The page itself, or the section that it lies in; nothing for what is not in the menu."""
    paths = ["index.html", "agenda/index.html", "agenda/2026/11/28/fete-1/index.html", "hors-ligne/index.html", "404.html"]
    made = rendered(agenda("debut: 28/11/2026"), paths)
    found = {path: re.findall(r'href="([^"]*)" aria-current="([^"]*)"', text.partition("</header>")[0]) for path, text in made.items()}
    assert found == {
        "index.html": [("/", "page")],
        "agenda/index.html": [("/agenda/", "page")],
        "agenda/2026/11/28/fete-1/index.html": [("/agenda/", "true")],
        "hors-ligne/index.html": [],
        "404.html": [],
    }
