"""The feed of texts, as an independent reader sees it."""

from __future__ import annotations

from datetime import date

import feedparser
import pytest
from msgspec.structs import replace

from plugins.feeds.atom import Channel, atom, with_whole_links
from plugins.feeds.outputs import newest, outputs, sent
from plugins.model.site import Site
from tests.newsletter.weeks import WEEKS
from tests.towns import IDENTITY, read_site

TEXTS = {
    "actualites/velo.md": "---\ntitre: Un vélo & rouler\ndate: 20/11/2026\nresume: <b>Six vélos</b>.\nauteur: Le groupe Mobilité\n---\nCorps",
    "actualites/demain.md": "---\ntitre: Demain\ndate: 23/11/2026\n---\nCorps",
    "fil/47/numero.md": "---\ntitre: Le numéro d'automne\nnumero: 47\ndate: 18/09/2026\n---\nÉdito",
    "fil/47/agora.md": "---\ntitre: L'agora\nnumero: 47\ndate: 18/09/2026\n---\nTexte",
}


@pytest.fixture(scope="module")
def site() -> Site:
    """Return a site with one piece of news, one issue, one article, and one text of tomorrow."""
    return read_site(TEXTS)


def _feed(site: Site) -> bytes:
    data = next(iter(outputs(site, ()))).render().content
    assert isinstance(data, bytes)
    return data


def test_feedparser_reads_every_field(site: Site) -> None:
    """The feed is well formed; each entry has its permanent id, its day at midnight, its page and its author."""
    found = feedparser.parse(_feed(site))
    entry = found.entries[0]

    assert (found.bozo, found.version) == (0, "atom10")
    assert (found.feed.id, found.feed.title, found.feed.updated) == (
        "https://villeneuve.example/flux.xml",
        IDENTITY.name,
        "2026-11-20T00:00:00+01:00",
    )
    assert [(link.rel, link.href) for link in found.feed.links] == [
        ("self", "https://villeneuve.example/flux.xml"),
        ("alternate", "https://villeneuve.example/"),
    ]
    assert (entry.id, entry.link) == ("tag:villeneuve.example,2026-11-20:actualites/velo", "https://villeneuve.example/actualites/velo/")
    assert (entry.title, entry.author, entry.updated) == ("Un vélo & rouler", "Le groupe Mobilité", "2026-11-20T00:00:00+01:00")
    assert entry.content[0].type == "text/html"
    assert entry.content[0].value == "<div><p>Corps</p></div>"


def test_newest_first_and_nothing_of_tomorrow(site: Site) -> None:
    """A text enters the feed on its day; the issue stands before its articles."""
    assert [text.title for text in newest(site)] == ["Un vélo & rouler", "Le numéro d'automne", "L'agora"]
    assert newest(replace(site, today=date(2026, 11, 23)))[0].title == "Demain"


def test_feed_holds_the_twenty_newest(site: Site) -> None:
    """A feed of everything would be fetched whole by every reader."""
    news = tuple(replace(site.news[0], path=f"actualites/{n}.md", slug=f"n{n:02}", date=date(2026, 10, n + 1)) for n in range(25))
    found = feedparser.parse(_feed(replace(site, news=news)))

    assert [entry.link.rstrip("/")[-3:] for entry in found.entries] == [f"n{n:02}" for n in range(24, 4, -1)]


def test_same_day_gives_the_same_bytes(site: Site) -> None:
    """No date comes from the clock, and another day changes nothing until a text appears."""
    assert _feed(site) == _feed(read_site(dict(reversed(TEXTS.items()))))
    assert _feed(site) == _feed(replace(site, today=date(2026, 11, 21)))


def test_feed_without_texts_asks_no_clock() -> None:
    """A new site has an empty feed, the same at each build."""
    data = atom(IDENTITY, Channel("/flux.xml", "Nouveautés", "", "/"), ())

    assert feedparser.parse(data).bozo == 0
    assert b"<updated>1970-01-01T00:00:00+00:00</updated>" in data


def test_letters_have_a_feed_of_their_own() -> None:
    """Those that have gone out, newest first, with their editorial and the way to the rest; a town without letters has none."""
    site = WEEKS["calme"]
    made = {output.path: output for output in outputs(replace(site, today=date(2026, 11, 26)), ())}
    found = feedparser.parse(made["lettre/flux.xml"].render().content)
    (entry,) = found.entries

    assert (found.bozo, found.feed.title, found.feed.id) == (0, "La lettre de Villeneuve", "https://villeneuve.example/lettre/flux.xml")
    assert (entry.link, entry.updated) == ("https://villeneuve.example/lettre/2026-s48/", "2026-11-26T00:00:00+01:00")
    assert entry.id == "tag:villeneuve.example,2026-11-26:lettre/2026-s48"
    assert entry.summary == site.letters[0].preheader
    assert '<a href="https://villeneuve.example/lettre/2026-s48/">Lire toute la lettre' in entry.content[0].value
    assert sent(replace(site, today=date(2026, 11, 25))) == ()
    assert "lettre/flux.xml" not in {output.path for output in outputs(replace(site, letters=()), ())}


def test_links_and_pictures_work_in_a_reader() -> None:
    """Every address becomes whole, also those of a site that lives in a folder; others stay."""
    body = '<p><a href="/centre/agenda/">a</a> <a href="#fn:1">1</a> <a href="mailto:a@b.example">m</a> <img src="/centre/images/x.jpg" alt="é"></p>'

    assert with_whole_links(body, "https://ville.example/centre/actualites/velo/") == (
        '<div><p><a href="https://ville.example/centre/agenda/">a</a> '
        '<a href="https://ville.example/centre/actualites/velo/#fn:1">1</a> '
        '<a href="mailto:a@b.example">m</a> '
        '<img src="https://ville.example/centre/images/x.jpg" alt="é"></p></div>'
    )
