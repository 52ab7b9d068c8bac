"""Links of a letter: whole, tagged with the campaign, and never with a person."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from plugins.newsletter.compose import compose
from plugins.newsletter.links import Links
from tests.newsletter.weeks import CALM, TOWN, letter_of, site_of

LINKS = Links(TOWN, "2026-s48")
PAGE = "https://villeneuve.example/agenda/2026/11/28/soupe/?campagne=2026-s48"


@pytest.mark.parametrize(
    ("href", "tagged"),
    [
        ("https://villeneuve.example/agenda/", "https://villeneuve.example/agenda/?campagne=2026-s48"),
        ("https://villeneuve.example/agenda/?mois=12#haut", "https://villeneuve.example/agenda/?mois=12&campagne=2026-s48#haut"),
        ("https://villeneuve.example/404.html", "https://villeneuve.example/404.html?campagne=2026-s48"),
        ("https://villeneuve.example/agenda.ics", "https://villeneuve.example/agenda.ics"),
        ("https://villeneuve.example.org/agenda/", "https://villeneuve.example.org/agenda/"),
        ("mailto:a@villeneuve.example", "mailto:a@villeneuve.example"),
        ("tel:+33475000001", "tel:+33475000001"),
    ],
)
def test_pages_of_the_site_are_tagged(href: str, tagged: str) -> None:
    """Files, other sites, mail and telephone stay as they are."""
    assert LINKS.tag(href) == tagged


@pytest.mark.parametrize("base", ["", "/centre"])
@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("../evenements/2026/soupe.md", "/agenda/2026/11/28/soupe/?campagne=2026-s48"),
        ("{filename}/evenements/2026/soupe.md", "/agenda/2026/11/28/soupe/?campagne=2026-s48"),
        ("../evenements/2026/soupe.md#venir", "/agenda/2026/11/28/soupe/?campagne=2026-s48#venir"),
        ("/agenda/", "/agenda/?campagne=2026-s48"),
        ("../images/soupe.jpg", "/images/soupe.jpg"),
        ("#note", "/lettre/2026-s48/?campagne=2026-s48#note"),
    ],
)
def test_markdown_links_lead_where_the_page_leads(base: str, written: str, link: str) -> None:
    """A file name becomes its address, also for a site in a folder."""
    letter = letter_of("2026-s48", editorial=f"Voici [le lien]({written}).")
    site = site_of(CALM, letter)
    town = replace(TOWN, url=TOWN.url + base)

    assert compose(replace(site, identity=town), letter).markdown == f"Voici [le lien]({town.url}{link})."


def test_named_links_are_resolved_too() -> None:
    """`[x]: file.md` under the text works as `(file.md)` does."""
    letter = letter_of("2026-s48", editorial="[Soupe][s]\n\n[s]: ../evenements/2026/soupe.md")

    assert compose(site_of(CALM, letter), letter).markdown.endswith(f"[s]: {PAGE}")


@pytest.mark.parametrize(
    ("html", "mail"),
    [
        ('<p><a href="/agenda/2026/11/28/soupe/" class="x">Soupe</a></p>', f'<p><a href="{PAGE}">Soupe</a></p>'),
        ('<h2 id="a">Un</h2><h4>Deux</h4>', "<h2>Un</h2><h3>Deux</h3>"),
        ('<p>a<script>alert(1)</script>b<span onclick="x()">c</span></p>', "<p>abc</p>"),
        ('<p><a href="javascript:alert(1)">ici</a></p>', "<p>ici</p>"),
        ('<p><img src="https://ailleurs.example/x.png" alt="x">a</p>', "<p>a</p>"),
        (
            '<p><img src="/images/soupe.jpg" alt="Une marmite" width="1200" height="675" loading="lazy" srcset="x 2x"></p>',
            '<p><img src="https://villeneuve.example/lettre/images/soupe.jpg" alt="Une marmite" width="552" height="310"></p>',
        ),
    ],
    ids=["link", "headings", "scripts", "schemes", "foreign picture", "own picture"],
)
def test_editorial_is_fit_for_mailboxes(html: str, mail: str) -> None:
    """Few tags, whole links, pictures of the site only and with their size."""
    letter = letter_of("2026-s48")

    assert compose(site_of(CALM, letter, html), letter).html == mail
