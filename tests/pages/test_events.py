"""The page of an event."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from plugins.pages.page import Page
from tests.pages.sites import agenda, event, given_at, pages, rendered
from tests.towns import TODAY, read_site

WEEKLY = "debut: 03/11/2026 14h\nfin: 16h\nrepetition: chaque mardi, 12 fois"
PATH = "agenda/2026/11/28/fete-1/index.html"


def _page(header: str, today: date = TODAY) -> Page:
    return next(page for page in pages(agenda(header, today=today)) if page.template == "event")


def _text(header: str, today: date = TODAY) -> str:
    return rendered(agenda(header, today=today), [PATH])[PATH]


@pytest.mark.parametrize(
    ("state", "today", "notice"),
    [
        ("maintenu", TODAY, ""),
        ("maintenu", date(2027, 1, 1), "C’est passé."),
        ("annulé", TODAY, "Ce rendez-vous n’aura pas lieu."),
        ("annulé", date(2027, 1, 1), "Ce rendez-vous n’a pas eu lieu."),
        ("reporté au 30/11/2026", TODAY, "La date a changé\u00a0: voici la nouvelle."),
        ("reporté au 30/11/2026", date(2027, 1, 1), "C’est passé."),
        ("reporté sans date", TODAY, "La nouvelle date n’est pas encore connue. Elle sera annoncée ici."),
        ("reporté sans date", date(2027, 1, 1), "Ce rendez-vous n’a pas eu lieu à la date prévue."),
        ("complet", TODAY, "Il n’y a plus de place."),
        ("complet", date(2027, 1, 1), "C’est passé."),
    ],
)
def test_the_notice(state: str, today: date, notice: str) -> None:
    """What stands above an event says whether one can still come."""
    assert _page(f"debut: 28/11/2026\netat: {state}", today).face.given["notice"] == notice


def test_the_title_says_that_it_is_cancelled() -> None:
    """In search results and shares too."""
    assert _page("debut: 28/11/2026\netat: annulé").face.title == "ANNULÉ – Fête 1"


def test_a_postponed_event_tells_both_dates() -> None:
    """The new one first, then the one that people have in mind."""
    text = _text("debut: 28/11/2026 10h\nfin: 12h\netat: reporté au 12/12/2026 14h")
    assert '<time datetime="2026-12-12T14:00+01:00">Samedi 12 décembre 2026, de 14\u00a0h à 16\u00a0h</time>' in text
    assert "Prévu d’abord le samedi 28 novembre 2026, de 10\u00a0h à 12\u00a0h." in text


@pytest.mark.parametrize(("today", "closed"), [(date(2026, 11, 20), False), (date(2026, 11, 21), True)])
def test_booking_closes_after_its_last_day(today: date, closed: bool) -> None:
    """The last day to book is included."""
    text = _text("debut: 28/11/2026\ninscription: 04 75 00 00 01\ninscription-avant: 20/11/2026", today)
    assert ("closes depuis le" in text, "Oui, il faut s’inscrire." in text) == (closed, not closed)


def test_an_event_without_a_summary_is_described_by_its_date() -> None:
    """Search results always say something."""
    assert _page("debut: 28/11/2026 10h\nmaison: pont").face.description == "Samedi 28 novembre 2026, à 10\u00a0h – Maison du Pont."


def test_an_event_says_how_to_come() -> None:
    """Address, map, directions, what helps to get in, and whom to ask, by telephone or mail."""
    place = "---\ntitre: Le Préau\nadresse: rue du Vent\nville: Villeneuve\nvenir: Par la cour.\nacces: fauteuil\n---\n"
    house = "---\ntitre: La Halle\nadresse: 2 place\ncode-postal: 26000\nville: Villeneuve\ncourriel: halle@villeneuve.example\n---\n"
    texts = {
        "lieux/preau.md": place,
        "maisons/pont.md": house,
        "evenements/2026/fete-1.md": event("debut: 28/11/2026 10h\nlieu: preau\nmaison: pont\nacces: lsf"),
    }
    text = rendered(read_site(texts), [PATH])[PATH]
    assert "<p>L’adresse est rue du Vent, Villeneuve.</p>" in text
    assert 'href="https://www.openstreetmap.org/search?query=rue%20du%20Vent%2C%20Villeneuve"' in text
    assert "<dt>Comment venir\u00a0?</dt>\n<dd>\n<p>Par la cour.</p>" in text
    assert "<p>On peut entrer en fauteuil roulant.</p>\n<p>La langue des signes française est proposée.</p>" in text
    assert 'href="mailto:halle@villeneuve.example"' in text


def test_an_event_that_says_little_still_helps() -> None:
    """Without a place, a price, a house or a picture the page says what is not known, and whom to ask."""
    text = _text("debut: 28/11/2026")
    assert "Le lieu n’est pas encore connu." in text
    assert "Le prix n’est pas indiqué ici." in text
    assert '<dt>Renseignements</dt>\n<dd class="contact"><a class="tel" href="tel:+33475000001">' in text
    assert not [word for word in ("<dt>Comment venir", "<img", "None") if word in text]


def test_other_languages_say_what_is_french() -> None:
    """Each has its language and direction; names, and numbers where one writes from the right, keep theirs."""
    text = _text("debut: 28/11/2026 10h\nmaison: pont\ninscription: 04 75 00 00 01")
    assert '<details name="langue" lang="ar" dir="rtl">\n<summary>العربية</summary>' in text
    assert '<p>It is called “<bdi lang="fr">Fête 1</bdi>”.</p>' in text
    assert '<a href="tel:+33475000001" dir="ltr">04 75 00 00 01</a>' in text
    assert [lang for lang in ("en", "ar", "tr", "uk", "es") if f'<details name="langue" lang="{lang}"' not in text] == []


def test_nothing_is_said_twice() -> None:
    """What the card says does not stand below it; how a series came back does, once it is over."""
    header = f"{WEEKLY}\nmaison: pont\ntarif: gratuit\nacces: fauteuil\ninscription: libre"
    for today, below in ((TODAY, ["Organisé par"]), (date(2027, 6, 1), ["Répétition", "Organisé par"])):
        (text,) = rendered(agenda(header, today=today), ["agenda/2026/11/03/fete-1/index.html"]).values()
        assert re.findall("<dt>(.+?)</dt>", text.partition("</section>")[2]) == below


def test_what_is_over_has_no_other_language() -> None:
    """Its page is made once, and nobody comes to it any more."""
    assert "<details" not in _text("debut: 28/11/2026 10h", date(2027, 1, 1))


@pytest.mark.parametrize(
    ("state", "today", "offered"),
    [
        ("maintenu", TODAY, True),
        ("complet", TODAY, True),
        ("annulé", TODAY, False),
        ("reporté sans date", TODAY, False),
        ("maintenu", date(2027, 1, 1), False),
    ],
)
def test_only_what_takes_place_goes_into_a_calendar(state: str, today: date, offered: bool) -> None:
    """What is cancelled, without a date or over has no button for it."""
    text = _text(f"debut: 28/11/2026 10h\netat: {state}", today)
    assert ("evenement.ics" in text, "calendar.google.com" in text) == (offered, offered)


def test_the_text_to_share_is_there_without_script() -> None:
    """It can be selected; the button that copies it waits for the script."""
    text = _text("debut: 28/11/2026 10h")
    assert '<p class="share">Fête 1\nSamedi 28 novembre 2026, à 10\u00a0h\nhttps://villeneuve.example/agenda/2026/11/28/fete-1/</p>' in text
    assert 'type="button" data-copy="Fête 1\nSamedi' in text


def test_a_page_over_asks_for_nothing() -> None:
    """No message to send, no similar event: the page of what is over never changes again."""
    text = _text("debut: 28/11/2026 10h\ninscription: 04 75 00 00 01\ninscription-avant: 20/11/2026", date(2027, 1, 1))
    assert "data-copy" not in text
    assert "closes" not in text


def test_the_page_changes_only_when_a_date_passes() -> None:
    """From one day to the next, with no date in between, the page is made of the same."""
    assert _page(WEEKLY, date(2026, 11, 18)) == _page(WEEKLY, date(2026, 11, 22))
    assert _page(WEEKLY, date(2026, 11, 24)) != _page(WEEKLY, date(2026, 11, 25))


def test_similar_events_come_and_go_with_their_dates() -> None:
    """A page shows what one may still come to, and the page of what is over shows nothing."""
    site = agenda("debut: 28/11/2026\nmaison: pont", "debut: 30/11/2026\nmaison: pont", "debut: 29/11/2026\nmaison: pont\netat: annulé")
    address = "/agenda/2026/11/28/fete-1/"
    assert [other.title for other in given_at(site, address)["alike"]] == ["Fête 2"]
    assert given_at(replace(site, today=date(2026, 11, 29)), address)["alike"] == ()
    assert [other.title for other in given_at(site, "/agenda/2026/11/29/fete-3/")["alike"]] == ["Fête 1", "Fête 2"]
