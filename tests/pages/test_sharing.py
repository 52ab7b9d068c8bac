"""What one sends to a friend and puts into one's own calendar."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.pages.occasions import dates
from plugins.pages.sharing import MOST, google_link, share_text, shortened
from tests.towns import IDENTITY, TODAY, read_event

WEEKLY = "debut: 24/11/2026 14h\nfin: 16h\nrepetition: chaque mardi, 12 fois\nmaison: pont"


def _shared(header: str, title: str | None = None) -> str:
    event = read_event(header)
    event = replace(event, title=title) if title is not None else event
    return share_text(event, dates(event, 0), IDENTITY)


def _link(header: str, today: date = TODAY) -> dict[str, str]:
    event = read_event(header)
    link = google_link(event, dates(event, event.occurrences.over(today)), IDENTITY)
    assert len(link) < 2000
    return {name: value for name, (value,) in parse_qs(urlsplit(link).query, strict_parsing=True).items()}


def test_a_message_says_all_that_one_needs() -> None:
    """What, when, where, for how much, and where to read more, a line each."""
    assert _shared("debut: 28/11/2026 10h\nfin: 13h\nmaison: pont\ntarif: 3 € adhérents, 5 €").split("\n") == [
        "Soupe partagée",
        "Samedi 28 novembre 2026, de 10\u00a0h à 13\u00a0h",
        "Maison du Pont, 1 quai du Pont, 26000 Villeneuve",
        "3\u00a0€ (adhérents) ou 5\u00a0€",
        "https://villeneuve.example/agenda/2026/11/28/soupe/",
    ]


def test_a_message_tells_that_it_comes_back() -> None:
    """The next date, with the rhythm after it."""
    assert "Mardi 24 novembre 2026, de 14\u00a0h à 16\u00a0h (chaque mardi)" in _shared(WEEKLY)


@pytest.mark.parametrize(("state", "head"), [("annulé", "ANNULÉ – Soupe"), ("reporté sans date", "REPORTÉ – Soupe"), ("complet", "COMPLET – Soupe")])
def test_a_message_warns(state: str, head: str) -> None:
    """What does not take place is not passed on as if it did."""
    text = _shared(f"debut: 28/11/2026 10h\netat: {state}")
    assert text.startswith(head)
    assert ("28 novembre" in text) == (state != "reporté sans date")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=400))
def test_a_message_is_short_whatever_the_title(title: str) -> None:
    """Never more than 300 characters, with the whole address and the date in it."""
    text = _shared("debut: 28/11/2026 10h\nmaison: pont\ntarif: 5 €", title)
    assert len(text) <= MOST
    assert text.endswith("\nhttps://villeneuve.example/agenda/2026/11/28/soupe/")
    assert "Samedi 28 novembre 2026" in text


def test_a_long_title_is_cut_between_words() -> None:
    """With an ellipsis, and no comma before it."""
    assert shortened("Soupe, pain et fromage", 12) == "Soupe, pain…"
    assert shortened("Soupe, pain et fromage", 9) == "Soupe…"
    assert shortened("Anticonstitutionnellement", 9) == "Anticons…"
    assert shortened("Soupe", 5) == "Soupe"
    assert shortened("Soupe", 0) == ""


def test_google_gets_the_next_date() -> None:
    """In UTC, with the zone in which it comes back, the place and the page."""
    assert _link("debut: 28/11/2026 10h\nfin: 13h\nmaison: pont") == {
        "action": "TEMPLATE",
        "text": "Soupe partagée",
        "dates": "20261128T090000Z/20261128T120000Z",
        "ctz": "Europe/Paris",
        "details": "https://villeneuve.example/agenda/2026/11/28/soupe/",
        "location": "Maison du Pont, 1 quai du Pont, 26000 Villeneuve",
    }


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("debut: 28/11/2026", "20261128/20261129"),
        ("debut: 28/11/2026\nfin: 30/11/2026", "20261128/20261201"),
        ("debut: 28/11/2026 10h", "20261128T090000Z/20261128T090000Z"),
        ("debut: 12/06/2027 21h\nfin: 2h", "20270612T190000Z/20270613T000000Z"),
    ],
)
def test_google_wants_a_start_and_an_end(header: str, span: str) -> None:
    """Whole days end on the day after; what has no end is a moment; summer has another hour."""
    assert _link(header)["dates"] == span


@pytest.mark.parametrize(
    ("repeat", "rule"),
    [
        ("chaque mardi, 12 fois", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270209T130000Z"),
        ("chaque mardi et jeudi jusqu'au 10/12/2026", "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261210T130000Z"),
        ("un mardi sur deux, 3 fois", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261222T130000Z"),
        ("le dernier mardi du mois, 3 fois", "FREQ=MONTHLY;BYDAY=-1TU;UNTIL=20270126T130000Z"),
        ("le 24 du mois, 2 fois", "FREQ=MONTHLY;UNTIL=20261224T130000Z"),
    ],
)
def test_google_gets_a_simple_series(repeat: str, rule: str) -> None:
    """What one rule says is added as a whole."""
    assert _link(f"debut: 24/11/2026 14h\nfin: 16h\nrepetition: {repeat}")["recur"] == f"RRULE:{rule}"


@pytest.mark.parametrize(
    "more",
    ["sauf: 01/12/2026", "aussi: 26/11/2026 10h", "changements: 01/12/2026 : annulé"],
)
def test_google_gets_the_next_date_of_any_other_series(more: str) -> None:
    """A rule that gave a date too many would make people come in vain."""
    assert "recur" not in _link(f"{WEEKLY}\n{more}")


def test_what_is_over_does_not_spoil_a_series() -> None:
    """Once the date that was left out has passed, the rest is simple."""
    link = _link(f"{WEEKLY}\nsauf: 01/12/2026", date(2026, 12, 2))
    assert (link["dates"][:8], link["recur"]) == ("20261208", "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270209T130000Z")
