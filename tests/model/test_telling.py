"""Dates told in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.model.agenda import Date, agenda_of
from plugins.model.event import Event
from plugins.model.telling import alert, alert_sentence, alerts, as_announced, booking_sentence, hours_told, price_sentence, rest, shown, where
from tests.model.samples import library
from tests.model.test_words import plain

TODAY = date(2026, 11, 22)
LAST = date(2026, 11, 28)
ONCE = "debut: 26/11/2026 14h\nfin: 16h\nmaison: pont"
SERIES = "debut: 19/11/2026 14h\nfin: 16h\nmaison: pont\nrepetition: chaque jeudi, 10 fois"


def event(header: str) -> Event:
    """Return the event of a header, which may name the house; a warning is fine."""
    title = "" if "titre:" in header else "titre: Soupe\n"
    read = library({"evenements/2026/soupe.md": f"---\n{title}{header}\n---\n"})
    assert not any(problem.is_error for problem in read.problems), read.problems
    (found,) = read.of(Event)
    return found


def only(header: str) -> Date:
    """Return the one date of an event in the week."""
    found = event(header)
    (one,) = (*alerts([found], TODAY, LAST), *as_announced([found], TODAY, LAST))
    return one


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (ONCE, ""),
        (f"{ONCE}\netat: complet", ""),
        (f"{ONCE}\netat: annulé", "annulé"),
        (f"{ONCE}\netat: reporté sans date", "reporté, la nouvelle date n'est pas encore connue"),
        (f"{ONCE}\netat: reporté", "nouvelle date"),
        (f"{ONCE}\netat: reporté au 12/12/2026", "nouvelle date"),
        (SERIES, ""),
        (f"{SERIES}\nchangements: 26/11/2026 : annulé", "annulé"),
        (f"{SERIES}\nchangements: 26/11/2026 : complet", ""),
        (f"{SERIES}\nchangements: 26/11/2026 : 16h", "nouvel horaire"),
        (f"{SERIES}\nchangements: 26/11/2026 : reporté au 27/11/2026", "nouvelle date"),
        (f"{SERIES}\nchangements: 26/11/2026 : lieu Place du Marché, 26000 Villeneuve", "autre lieu"),
    ],
)
def test_what_is_to_be_known_first_is_named(header: str, said: str) -> None:
    """A date that is not as announced says in a word what is unlike; a full one is as announced."""
    assert alert(only(header)) == said


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (f"{ONCE}\netat: annulé", "Attention : annulé. Soupe, rendez-vous prévu jeudi 26 novembre, de 14 h à 16 h, à la Maison du Pont."),
        (
            f"{ONCE}\netat: reporté au 12/12/2026",
            "Attention : nouvelle date. Soupe, samedi 12 décembre, de 14 h à 16 h, au lieu du jeudi 26 novembre, à la Maison du Pont.",
        ),
        (
            f"{SERIES}\nchangements: 26/11/2026 : 16h",
            "Attention : nouvel horaire. Soupe, jeudi 26 novembre, de 16 h à 18 h, au lieu de 14 h, à la Maison du Pont.",
        ),
        (
            f"{SERIES}\nchangements: 26/11/2026 : lieu Place du Marché, 26000 Villeneuve",
            "Attention : autre lieu. Soupe, jeudi 26 novembre, de 14 h à 16 h, place du Marché, 26000 Villeneuve.",
        ),
        ("debut: 26/11/2026 14h\netat: annulé", "Attention : annulé. Soupe, rendez-vous prévu jeudi 26 novembre, à 14 h."),
    ],
)
def test_an_alert_is_a_sentence(header: str, said: str) -> None:
    """Who planned to come hears what, when it was to be or will be, and where."""
    assert plain(alert_sentence(only(header), TODAY)) == said


def test_alerts_come_in_the_order_in_which_people_would_have_come() -> None:
    """What was to take place first is told first, wherever it was moved to."""
    moved = event(f"titre: Plus tard\n{ONCE}\netat: reporté au 12/12/2026")
    cancelled = event("debut: 27/11/2026 14h\netat: annulé")
    assert [found.event for found in alerts([cancelled, moved], TODAY, LAST)] == [moved, cancelled]


def test_a_date_moved_into_the_week_is_told_with_what_it_was() -> None:
    """A date of next month that comes to this week is news for this week."""
    found = event(f"{SERIES}\nchangements: 10/12/2026 : reporté au 27/11/2026 18h")
    (one,) = alerts([found], TODAY, LAST)
    assert "vendredi 27 novembre, de 18 h à 20 h, au lieu du jeudi 10 décembre" in plain(alert_sentence(one, TODAY))


def test_an_event_whose_date_was_moved_away_is_shown() -> None:
    """Days have something to tell when a date of them was moved to others."""
    moved, far = event(f"{ONCE}\netat: reporté au 12/12/2026"), event("debut: 12/12/2026 14h")
    near = event("debut: 26/11/2026 14h")
    assert shown(agenda_of((moved, far, near)), TODAY, LAST) == (near, moved)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (ONCE, "de 14 h à 16 h"),
        ("debut: 26/11/2026", "toute la journée"),
        ("debut: 01/11/2026\nfin: 05/12/2026", "jusqu'au samedi 5 décembre"),
        ("debut: 24/11/2026\nfin: 26/11/2026", "du mardi 24 au jeudi 26 novembre"),
    ],
)
def test_hours_stand_under_a_day(header: str, said: str) -> None:
    """What goes on for days says until when, or from when to when."""
    assert plain(hours_told(event(header).first, TODAY)) == said


@pytest.mark.parametrize(
    ("prices", "said"),
    [
        ("gratuit", "C'est gratuit."),
        ("prix libre", "Prix libre."),
        ("gratuit (enfants), prix libre", "Gratuit (enfants) ou prix libre."),
        ("3 € adhérents, 5 €", "Tarif : 3 € (adhérents) ou 5 €."),
    ],
)
def test_a_price_is_a_sentence(prices: str, said: str) -> None:
    """Every price is said, and what costs nothing plainly."""
    assert plain(price_sentence(event(f"{ONCE}\ntarif: {prices}"))) == said


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("", ""),
        ("inscription: libre", "Sans inscription."),
        ("inscription: 04 75 00 00 01", "Inscription au 04 75 00 00 01."),
        ("inscription: 04 75 00 00 01, libre", "Inscription au 04 75 00 00 01."),
        ("inscription: a@exemple.fr, https://exemple.fr", "Inscription par courriel, a@exemple.fr ou en ligne."),
        ("inscription: 04 75 00 00 01\ninscription-avant: 25/11/2026", "Inscription au 04 75 00 00 01, jusqu'au mercredi 25 novembre."),
        ("inscription: 04 75 00 00 01\ninscription-avant: 20/11/2026", "Les inscriptions sont closes."),
    ],
)
def test_booking_is_a_sentence(keys: str, said: str) -> None:
    """How one books, and until when; when that is over, nothing else."""
    assert plain(booking_sentence(event(f"{ONCE}\n{keys}"), TODAY)) == said


def test_what_is_full_cannot_be_booked() -> None:
    """A full event says so in the place of how to book."""
    assert plain(rest(only(f"{ONCE}\ninscription: 04 75 00 00 01\ntarif: gratuit\netat: complet"), TODAY)) == "C'est gratuit. C'est complet."


def test_an_event_without_a_place_says_none() -> None:
    """Where nobody said where, nothing is said."""
    assert where(only("debut: 26/11/2026 14h")) == ""
