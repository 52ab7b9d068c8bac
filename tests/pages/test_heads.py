"""What search results, tabs and shares show of a page."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.site import Site
from plugins.pages.heads import LEAST, MOST, TITLE, head, home_head, opening, snippet
from tests.pages.radios import radio
from tests.pages.sites import agenda, event, full_site, rendered
from tests.towns import read_site

WEEKLY = "debut: 24/11/2026 14h\nrepetition: chaque mardi, 12 fois"


def _title(text: str) -> str:
    return unescape("".join(re.findall(r"<title>(.*?)</title>", text)))


def _titles(site: Site) -> list[str]:
    return [_title(text) for path, text in rendered(site).items() if path.startswith("agenda/20") and path.count("/") == 5]


def _described(text: str) -> str:
    return unescape("".join(re.findall(r'<meta name="description" content="(.*?)">', text)))


@pytest.mark.parametrize("site", [full_site(), radio(), agenda()], ids=["plein", "radio", "vide"])
def test_no_two_pages_are_called_the_same(site: Site) -> None:
    """Each has a title and a description of its own, both of the length that results show."""
    findable = [text for text in rendered(site).values() if 'content="noindex"' not in text]
    for read, least, most in ((_title, 1, TITLE), (_described, LEAST, MOST)):
        words = [read(text) for text in findable]
        assert len(set(words)) == len(words)
        assert [one for one in words if not least <= len(one) <= most] == []


@pytest.mark.parametrize(
    ("title", "mark", "words"),
    [
        ("Carnaval", "", "Carnaval – Maisons"),
        ("Carnaval", "10 février 2027", "Carnaval – 10 février 2027 – Maisons"),
        (
            "Un titre assez long pour que le nom du site soit de trop",
            "3 mai 2027",
            "Un titre assez long pour que le nom du site soit de… – 3 mai 2027",
        ),
        ("Un titre assez long pour que le nom du site", "3 mai 2027", "Un titre assez long pour que le nom du site – 3 mai 2027"),
    ],
)
def test_the_site_is_named_last_and_left_out_first(title: str, mark: str, words: str) -> None:
    """Then the end of the title, by whole words; what marks the page off always stands."""
    assert head(title, mark, "Maisons") == words


def test_the_home_page_says_as_much_of_its_tagline_as_fits() -> None:
    """By whole clauses."""
    assert home_head("Les maisons du Val", "Deux maisons") == "Les maisons du Val – Deux maisons"
    assert home_head("Maisons", "Coopération de la ville\u00a0: trois maisons de quartier et une accorderie") == "Maisons – Coopération de la ville"
    assert home_head("Maisons", "Une phrase d’un seul tenant qui ne finit pas avant la fin de la ligne") == "Maisons"


@pytest.mark.parametrize(
    ("header", "mark"),
    [
        ("debut: 28/11/2026 10h", "28 novembre 2026"),
        (WEEKLY, "dès le 24 novembre 2026"),
        ("debut: 28/11/2026 10h\netat: reporté au 12/12/2026", "12 décembre 2026"),
        ("debut: 28/11/2026 10h\netat: reporté sans date", "prévu le 28 novembre 2026"),
    ],
)
def test_an_event_is_told_by_its_day(header: str, mark: str) -> None:
    """The one on which it takes place; the first one of a series, which no day changes."""
    (title,) = _titles(agenda(header))
    assert f"Fête 1 – {mark}" in title


def test_twins_are_told_apart_by_hour_and_place() -> None:
    """Two events of one title on one day; a third one of another day needs no more than its day."""
    whens = {"a": "28/11/2026 10h\nmaison: pont", "b": "28/11/2026 15h", "c": "29/11/2026 15h"}
    site = read_site({f"evenements/2026/{name}.md": event(f"debut: {when}", "Jeux") for name, when in whens.items()})
    assert _titles(site) == [
        "Jeux – 28 novembre 2026, 10\u00a0h, Maison du Pont",
        "Jeux – 28 novembre 2026, 15\u00a0h – Maisons de Villeneuve",
        "Jeux – 29 novembre 2026 – Maisons de Villeneuve",
    ]


@given(st.text(), st.text(max_size=40))
def test_a_description_is_never_too_long(said: str, more: str) -> None:
    """Whatever was written."""
    assert len(snippet(said, more)) <= MOST


def test_a_short_description_says_whose_site_it_is() -> None:
    """And a long one does not."""
    assert snippet("Les concerts", "Maisons – Trois maisons") == "Les concerts. Maisons – Trois maisons"
    assert snippet("a" * 60, "Maisons") == "a" * 60


def test_without_a_summary_the_text_begins() -> None:
    """Words alone, from as many paragraphs as a description needs."""
    assert opening("<h2>Titre</h2><p>Un <a href='/x/'>lien</a> &amp; deux\nlignes.</p><ul><li>un</li></ul><p>Puis la suite.</p>") == (
        "Un lien & deux lignes. Puis la suite."
    )
    assert opening("<p>" + "mot " * 20 + "</p><p>Non.</p>") == "mot " * 19 + "mot"
    assert opening("") == ""
