"""Articles, news, letters and the magazine, as machines know them."""

from __future__ import annotations

import pytest

from plugins.model.site import Site
from tests.pages.linked_data.graphs import graph, of_kind
from tests.pages.sites import ISSUE, article, full_site, letter, with_letters
from tests.towns import read_site

MAGAZINE = {"fil/47/numero.md": ISSUE, "fil/47/a.md": article("Haies", "18/09/2026", 47)}


def _news(header: str = "") -> Site:
    return read_site({"actualites/a.md": article("Semis", "01/11/2026").replace("---\nTexte", f"{header}\n---\nTexte")})


def test_a_piece_of_news() -> None:
    """Headline, day, who wrote and who publishes; the centre is the author of what nobody signed."""
    found = of_kind(graph(_news(), "actualites/a/index.html"), "NewsArticle")
    assert (found["headline"], found["datePublished"]) == ("Semis", "2026-11-01")
    assert found["author"][0]["name"] == found["publisher"]["name"] == "Maisons de Villeneuve"


@pytest.mark.parametrize(
    ("author", "kind"), [("Le groupe Jardin", "Organization"), ("L’atelier", "Organization"), ("Lea Martin", "Person"), ("Desirée", "Person")]
)
def test_a_group_is_no_person(author: str, kind: str) -> None:
    """It has an article before its name, and people have none."""
    found = of_kind(graph(_news(f"auteur: {author}"), "actualites/a/index.html"), "NewsArticle")
    assert found["author"] == [{"@type": kind, "name": author}]


def test_a_picture_of_an_article_is_told() -> None:
    """With its whole address."""
    found = of_kind(graph(_news("image: images/soupe.jpg\nimage-alt: Soupe"), "actualites/a/index.html"), "NewsArticle")
    assert found["image"][0].startswith("https://villeneuve.example/")


def test_an_article_stands_in_its_issue() -> None:
    """And the issue in the magazine, by the same names on each page."""
    site = read_site(MAGAZINE)
    part = of_kind(graph(site, "le-fil/47/a/index.html"), "Article")["isPartOf"]
    issue = of_kind(graph(site, "le-fil/47/index.html"), "PublicationIssue")
    magazine = of_kind(graph(site, "le-fil/index.html"), "Periodical")
    assert part["@id"] == issue["@id"]
    assert part["isPartOf"]["@id"] == issue["isPartOf"]["@id"] == magazine["@id"]
    assert (issue["issueNumber"], issue["datePublished"]) == (47, "2026-09-18")
    assert magazine["name"] == "Le Trait"


def test_a_letter_is_an_article_of_its_thursday() -> None:
    """Published on the day it goes out."""
    found = of_kind(graph(with_letters(full_site(), letter("2026-s48")), "lettre/2026-s48/index.html"), "Article")
    assert found["datePublished"] == "2026-11-26"
