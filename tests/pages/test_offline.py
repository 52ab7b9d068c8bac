"""The light page: thirty days and the houses, for who has little credit or no network."""

from __future__ import annotations

import gzip
from typing import Any

from lxml import html

from plugins.model.site import Site
from plugins.pages.offline import ADDRESS, ROWS, Again, Row, Sheet
from tests.pages.sites import agenda, event, given_at, page_at, rendered
from tests.towns import HOUSE, read_site

SAID = """debut: 28/11/2026 10h
fin: 13h
maison: pont
tarif: 5 €
inscription: 04 75 00 00 09"""
WEEKLY = "debut: 24/11/2026 14h\nfin: 16h\nmaison: pont\nrepetition: chaque mardi, 12 fois\ninscription: 04 75 00 00 09"
VENUE = "---\ntitre: Le Grand Jardin\nadresse: 3 rue du Pré\ncode-postal: {}\nville: {}\n---\n"


def page(site: Site) -> Any:
    """Return the page's tree."""
    return html.fromstring(rendered(site, ["hors-ligne/index.html"])["hors-ligne/index.html"])


def words(element: Any) -> str:
    """Return the words of an element and of those in it, with single spaces."""
    return " ".join(" ".join(element.itertext()).split())


def rows(site: Site) -> list[Row]:
    """Return the single dates."""
    sheets: tuple[Sheet, ...] = given_at(site, ADDRESS)["sheets"]
    return [row for sheet in sheets for row in sheet.rows]


def again(site: Site) -> tuple[Again, ...]:
    """Return what comes back."""
    found: tuple[Again, ...] = given_at(site, ADDRESS)["regular"]
    return found


def test_it_says_which_day_it_was_made() -> None:
    """Who reads it days later sees of which day it is."""
    site = agenda(SAID)
    assert page_at(site, ADDRESS).face.title == "Agenda du dimanche 22 novembre 2026"
    assert words(page(site).find(".//h1")) == "Agenda du dimanche 22 novembre 2026"


def test_a_date_has_all_that_one_needs_to_come() -> None:
    """Hours, title, house, street, price, and the number to book at, which can be called."""
    tree = page(agenda(SAID))
    (row,) = tree.xpath("//section[h3='Samedi 28 novembre']//li")
    assert words(row) == "de 10 h à 13 h Fête 1 Maison du Pont 1 quai du Pont · 5 € 04 75 00 00 09"
    assert row.xpath(".//a[@class='tel']/@href") == ["tel:+33475000009"]


def test_thirty_days_and_no_more() -> None:
    """The thirtieth day is there, the one after it is not, nor is yesterday."""
    site = agenda("debut: 21/12/2026 10h\nmaison: pont", "debut: 22/12/2026 10h\nmaison: pont", "debut: 21/11/2026 10h\nmaison: pont")
    assert [row.card.title for row in rows(site)] == ["Fête 1"]


def test_nobody_is_sent_to_a_number_in_vain() -> None:
    """Where it is cancelled or full, or too late to book, no number stands."""
    states = ("etat: annulé", "etat: complet", "inscription-avant: 21/11/2026", "")
    assert [row.phone for row in rows(agenda(*(f"{SAID}\n{state}" for state in states)))] == ["", "", "", "04 75 00 00 09"]


def test_a_place_is_named_with_its_street() -> None:
    """In a town of the houses the street is enough; elsewhere the town stands too; an address that was typed stands as it was."""
    texts = {
        "lieux/pre.md": VENUE.format("26000", "Villeneuve"),
        "lieux/loin.md": VENUE.format("26400", "Crest"),
        "evenements/2026/a.md": event("debut: 23/11/2026 10h\nlieu: pre\nmaison: pont", "A"),
        "evenements/2026/b.md": event("debut: 24/11/2026 10h\nlieu: loin\nmaison: pont", "B"),
        "evenements/2026/c.md": event("debut: 25/11/2026 10h\nlieu: 5 place du Port, Crest\nmaison: pont", "C"),
        "evenements/2026/d.md": event("debut: 26/11/2026 10h\nlieu: pont\nmaison: pont", "D"),
    }
    assert [row.place for row in rows(read_site(texts))] == [
        "Le Grand Jardin, 3 rue du Pré", "Le Grand Jardin, 3 rue du Pré, 26400 Crest", "5 place du Port, Crest", "1 quai du Pont",
    ]  # fmt: skip


def test_what_comes_back_is_told_once() -> None:
    """A weekly workshop is one line with its rhythm and its exceptions, not a line a week."""
    site = agenda(f"{WEEKLY}\nchangements: 01/12/2026 : annulé")
    assert rows(site) == []
    (found,) = again(site)
    assert (found.place, found.phone) == ("1 quai du Pont", "04 75 00 00 09")
    assert "Chaque mardi, la prochaine fois le mardi 24 novembre Pas le 1er décembre" in words(page(site))


def test_what_lasts_stands_apart() -> None:
    """An exhibition is there once, with its first and last day."""
    site = agenda("debut: 10/11/2026\nfin: 05/12/2026\nmaison: pont")
    assert rows(site) == []
    assert "du mardi 10 novembre au samedi 5 décembre Fête 1" in words(page(site))


def test_the_houses_can_be_called_and_found() -> None:
    """Each house stands there with its address, its telephone and its hours."""
    text = HOUSE.replace("titre:", "horaires:\n  lundi : 9h – 12h\n  mardi : 14h – 18h\ntitre:")
    (house,) = page(read_site({"maisons/pont.md": text})).xpath("//ul[@class='doors']/li")
    assert words(house) == "Maison du Pont 1 quai du Pont, 26000 Villeneuve 04 75 00 00 01 Lundi : 9h – 12h Mardi : 14h – 18h"


def test_it_is_for_residents_and_not_for_search_engines() -> None:
    """It asks not to be found, and says what the worker would show only where the worker shows it."""
    tree = page(agenda(SAID))
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.xpath("//p[@data-sans-reseau]/@hidden")
    assert "hidden data-sans-reseau" in rendered(agenda(SAID), ["hors-ligne/index.html"])["hors-ligne/index.html"]


def test_a_month_without_anything_still_has_the_houses() -> None:
    """Where nothing is announced the page says so, and whom to call."""
    tree = page(agenda())
    assert "Rien n’est encore annoncé" in words(tree)
    assert tree.xpath("//ul[@class='doors']//a[@class='tel']")


def test_a_big_town_has_a_light_page_too() -> None:
    """With three hundred dates and eighty workshops it stays under 800 elements and 14 kB, in whole days, and says where the rest is."""
    single = [SAID.replace("28/11", f"{23 + n // 40}/11") for n in range(280)]
    workshops = [WEEKLY.replace("chaque mardi", "chaque mardi et vendredi") for _ in range(80)]
    assert len(rows(agenda(*single))) == ROWS
    site = agenda(*(SAID.replace("28/11", f"{23 + n // 8}/11") for n in range(60)), *workshops)
    text = rendered(site, ["hors-ligne/index.html"])["hors-ligne/index.html"]
    tree: Any = html.fromstring(text)
    assert len(list(tree.iter())) <= 800
    assert len(gzip.compress(text.encode(), 9)) < 14_000
    told = tree.text_content()
    assert "Après le vendredi 27 novembre\u00a0: l’agenda complet" in told
    assert "50 autres rendez-vous réguliers dans l’agenda complet" in told
