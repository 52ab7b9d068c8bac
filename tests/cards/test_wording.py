"""What cards say."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.cards.wording import article_card, house_card
from tests.cards.samples import BLUE, RED, card_of, site_of
from tests.pages.sites import ISSUE, article
from tests.towns import read_site

WHEN = "debut: 28/11/2026 14h\nfin: 17h\nmaison: pont\n"
WEEKLY = "debut: 24/11/2026 14h\nfin: 16h\nmaison: moulin\nrepetition: chaque mardi jusqu'au 08/12/2026\n"


def test_a_card_says_when_where_and_by_whom() -> None:
    """In French words, without the year that everybody knows."""
    card = card_of(WHEN)
    assert card.title == "Soupe partagée"
    assert card.strong == "Samedi 28 novembre, de 14\u00a0h à 17\u00a0h"
    assert card.soft == ("Maison du Pont", "1 quai du Pont, Villeneuve")
    assert [label.words for label in card.labels] == ["Maison du Pont"]
    assert card.colors == (BLUE,)
    assert card.site == "Maisons de Villeneuve"


@pytest.mark.parametrize(
    ("state", "word", "strong", "is_off"),
    [
        ("annulé", "ANNULÉ", "Samedi 28 novembre, de 14\u00a0h à 17\u00a0h", True),
        ("complet", "COMPLET", "Samedi 28 novembre, de 14\u00a0h à 17\u00a0h", False),
        ("reporté au 12/12/2026", "REPORTÉ", "Nouvelle date\u00a0: samedi 12 décembre, de 14\u00a0h à 17\u00a0h", False),
        ("reporté sans date", "REPORTÉ", "Nouvelle date à venir", False),
    ],
)
def test_a_card_says_its_state_in_words(state: str, word: str, strong: str, is_off: bool) -> None:
    """The first label says it; only a date that is off is struck out."""
    card = card_of(f"{WHEN}etat: {state}")
    assert card.labels[0].words == word
    assert (card.strong, card.is_off) == (strong, is_off)


def test_a_series_says_its_rhythm() -> None:
    """It holds from week to week, so that networks which keep a card do not show a date that is over."""
    rhythm = "chaque mardi de 14\u00a0h à 16\u00a0h, jusqu'au 8 décembre 2026"
    assert card_of(WEEKLY).strong == f"Dès le 24 novembre 2026, {rhythm}"
    assert card_of(WEEKLY, today=date(2026, 11, 25)).strong == rhythm.capitalize()


def test_the_last_date_of_a_series_is_told_as_such() -> None:
    """A rhythm of one date is none."""
    assert card_of(WEEKLY, today=date(2026, 12, 2)).strong == "Mardi 8 décembre, de 14\u00a0h à 16\u00a0h"


def test_single_days_without_are_left_to_the_page() -> None:
    """A card has no room for them; holidays are told, which last."""
    assert "sauf" not in card_of(f"{WEEKLY}sauf: 01/12/2026").strong
    assert card_of(f"{WEEKLY}sauf: vacances scolaires").strong.endswith("sauf vacances scolaires")


def test_dates_without_a_rhythm_are_told() -> None:
    """One by one."""
    assert card_of("debut: 28/11/2026 14h\naussi: 05/12/2026").strong == "Le 28 novembre et le 5 décembre 2026 à 14\u00a0h"


def test_a_series_of_which_no_date_is_left_is_off() -> None:
    """All that is left of it was cancelled date by date."""
    changes = "changements: |\n  24/11/2026 : annulé\n  01/12/2026 : annulé\n  08/12/2026 : complet"
    assert not card_of(WEEKLY + changes).is_off
    assert card_of(WEEKLY + changes.replace("complet", "annulé")).is_off


def test_a_place_that_is_called_by_its_street_is_named_once() -> None:
    """And an address that was typed has its town on a line of its own."""
    assert card_of(f"{WHEN}lieu: Place du Marché, 26000 Villeneuve").soft == ("Place du Marché", "26000 Villeneuve")
    assert card_of("debut: 28/11/2026").soft == ()


def test_several_houses_give_several_colours() -> None:
    """In their order; without a house a card is nobody's."""
    card = card_of("debut: 28/11/2026\nmaison: pont, moulin")
    assert card.colors == (BLUE, RED)
    assert [label.ground for label in card.labels] == [BLUE, RED]
    assert card_of("debut: 28/11/2026").colors == ()


def test_a_card_depends_on_what_it_shows_alone() -> None:
    """Neither the body, the price nor the day before is in it."""
    assert card_of(WHEN) == card_of(f"{WHEN}tarif: 3 €\nresume: Autre chose.", today=date(2026, 11, 21))


def test_a_text_says_its_rubric_and_who_wrote_it() -> None:
    """The number of the magazine, or that it is news."""
    signed = article("Un banc", "18/09/2026").replace("date:", "auteur: Le groupe Jardin\ndate:")
    site = read_site({"actualites/banc.md": signed, "fil/47/numero.md": ISSUE, "fil/47/pont.md": article("Le pont", "18/09/2026", 47)})
    news, told = (article_card(text, site.identity) for text in (*site.news, *site.articles))
    assert (news.labels[0].words, news.strong, news.soft) == ("Actualités", "Le groupe Jardin", ("18 septembre 2026",))
    assert told.labels[0].words == "Le Trait n°\u00a047"


def test_a_house_says_where_it_is() -> None:
    """Its address, and its telephone where it has one."""
    pont, moulin = (house_card(house, "Maisons") for house in sorted(site_of().houses, key=lambda house: house.title, reverse=True))
    assert (pont.title, pont.strong, pont.soft) == ("Maison du Pont", "1 quai du Pont, Villeneuve", ("04 75 00 00 01",))
    assert moulin.soft == ()
