"""What `inv check` asks the writers about, one reason after the other."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.model.agenda import Date
from plugins.model.event import Event
from plugins.model.exceptions import DaysOff
from plugins.model.problem import Problem
from plugins.model.town import Town
from plugins.watch import rooms
from plugins.watch.coming import coming
from plugins.watch.doubts import doubts
from tests.towns import HOUSE, PARIS, TODAY, read_event, read_site

EASTER = date(2027, 3, 29)
TOWN = Town(zone=PARIS, off=DaysOff(public=frozenset({EASTER, date(2026, 12, 25)})))
HALL = "---\ntitre: Salle des Fêtes\nadresse: 2 rue Haute\ncode-postal: 26000\nville: Villeneuve\nacces: fauteuil\n---\n"
FINE = "maison: pont\ntarif: gratuit\nacces: fauteuil"
LIVELY = "debut: 24/11/2026 8h\nduree: 1h\nrepetition: chaque mardi jusqu'au 29/06/2027"
"""What keeps the house from being quiet."""


def asked(*headers: str, today: date = TODAY, house: str = HOUSE) -> list[Problem]:
    """Return what is asked about events of these headers, with titles `Fête 1`, `Fête 2` and so on."""
    texts = {f"evenements/2026/fete-{n}.md": f"---\ntitre: Fête {n}\n{header}\n---\n" for n, header in enumerate(headers, 1)}
    site = read_site({"maisons/pont.md": house, "lieux/salle-des-fetes.md": HALL, **texts}, today=today)
    return list(doubts(site, TOWN))


def keys(*headers: str, today: date = TODAY) -> list[str]:
    """Return the keys that are asked about."""
    return [problem.key for problem in asked(f"{LIVELY}\n{FINE}", *headers, today=today)]


def clash(first: str, second: str) -> bool:
    """Return whether two events, with more keys that are fine, are asked about as meeting in one room."""
    return "lieu" in keys(*(f"{header}\n{FINE}" for header in (first, second)))


def test_a_healthy_agenda_is_not_asked_about() -> None:
    """An event with all that people must know gives no warning."""
    assert keys(f"debut: 28/11/2026 10h\nfin: 12h\ninscription-avant: 27/11/2026\n{FINE}") == []


def test_a_doubt_is_a_warning_with_its_file() -> None:
    """Nothing here stops a publication, and each doubt names the file to open and what to write."""
    for problem in asked("debut: 28/11/2026 10h"):
        assert not problem.is_error
        assert problem.file.startswith("content/")
        assert problem.instead.endswith((".", "?"))


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        ("debut: 28/11/2026 10h\nfin: 12h", "debut: 28/11/2026 11h\nfin: 13h", True),
        ("debut: 28/11/2026 10h\nfin: 18h", "debut: 28/11/2026 11h\nfin: 12h", True),
        ("debut: 28/11/2026 10h\nfin: 12h", "debut: 28/11/2026 12h\nfin: 13h", False),
        ("debut: 28/11/2026 10h\nfin: 12h", "debut: 29/11/2026 10h\nfin: 12h", False),
        ("debut: 28/11/2026 10h", "debut: 28/11/2026 10h", True),
        ("debut: 28/11/2026 10h", "debut: 28/11/2026 12h", False),
        ("debut: 28/11/2026", "debut: 28/11/2026 20h", True),
        ("debut: 27/11/2026\nfin: 29/11/2026", "debut: 28/11/2026 20h", True),
        ("debut: 01/11/2026\nfin: 29/11/2026", "debut: 28/11/2026 20h", False),
        ("debut: 24/11/2026 10h\nfin: 12h\nrepetition: chaque mardi, 20 fois", "debut: 15/12/2026 11h", True),
        ("debut: 24/11/2026 10h\nfin: 12h\nrepetition: chaque mardi, 20 fois\nsauf: 15/12/2026", "debut: 15/12/2026 11h", False),
        ("debut: 28/11/2026 10h\nfin: 12h\netat: annulé", "debut: 28/11/2026 11h", False),
        ("debut: 28/11/2026 10h\nfin: 12h\netat: reporté au 05/12/2026", "debut: 28/11/2026 11h", False),
        ("debut: 14/11/2026 10h\nfin: 12h", "debut: 14/11/2026 10h\nfin: 12h", False),
    ],
)
def test_a_room_holds_one_thing_at_a_time(first: str, second: str, *, meet: bool) -> None:
    """Two events of one place that overlap, to come and not cancelled, are asked about; an exhibition of weeks leaves room."""
    assert clash(f"{first}\nlieu: salle-des-fetes", f"{second}\nlieu: salle-des-fetes") is meet


def test_two_places_are_two_rooms() -> None:
    """What takes place elsewhere is in nobody's way."""
    assert not clash("debut: 28/11/2026 10h\nlieu: salle-des-fetes", "debut: 28/11/2026 10h\nlieu: Place du Marché, 26000 Villeneuve")


def test_an_address_is_a_room() -> None:
    """An address as typed is known again, however it was typed."""
    assert clash("debut: 28/11/2026 10h\nlieu: Place du Marché, 26000 Villeneuve", "debut: 28/11/2026 10h\nlieu: place du marche, 26000 villeneuve")


@pytest.mark.parametrize("place", ["", "\nlieu: pont"])
def test_workshops_of_a_house_go_on_side_by_side(place: str) -> None:
    """A house has several rooms: what comes back all year is in one of its own."""
    weekly = f"debut: 24/11/2026 14h\nfin: 16h\nrepetition: chaque mardi, 30 fois{place}"
    assert not clash(weekly, weekly)
    assert not clash(weekly, f"debut: 24/11/2026 14h\nfin: 16h{place}")


def test_two_great_days_of_a_house_are_asked_about() -> None:
    """What takes place once wants the large room, of which a house has one."""
    assert clash("debut: 28/11/2026 14h\nfin: 16h", "debut: 28/11/2026 15h\nfin: 17h\nlieu: pont")


def test_one_changed_date_is_where_it_is() -> None:
    """A date that was moved to another place takes up that one, and its own no more."""
    weekly = "debut: 24/11/2026 10h\nfin: 12h\nlieu: Place du Marché, 26000 Villeneuve\nrepetition: chaque mardi, 5 fois"
    assert clash(f"{weekly}\nchangements: 01/12/2026 : lieu salle-des-fetes", "debut: 01/12/2026 11h\nlieu: salle-des-fetes")


def test_two_events_are_asked_about_once() -> None:
    """Two series that meet each week are one question, about the first week; the other file is named."""
    weekly = f"debut: 24/11/2026 10h\nfin: 12h\nrepetition: chaque mardi, 30 fois\nlieu: salle-des-fetes\n{FINE}"
    (problem,) = [problem for problem in asked(weekly, weekly) if problem.key == "lieu"]
    assert problem.file == "content/evenements/2026/fete-2.md"
    assert "« Fête 1 »" in problem.what
    assert "mardi 24 novembre 2026" in problem.what
    assert "content/evenements/2026/fete-1.md" in problem.what


def test_many_events_of_one_place_are_compared_with_their_neighbours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A date is compared with those that are going on when it begins, so that ten times the events take ten times the work."""
    looks = 0
    end = rooms._end

    def counted(found: Date) -> object:
        nonlocal looks
        looks += 1
        return end(found)

    monkeypatch.setattr(rooms, "_end", counted)
    days = (
        f"debut: {day:02}/{month:02}/2027 {hour}h\nfin: {hour + 1}h\nlieu: 2 rue Haute"
        for month in (1, 2, 3)
        for day in range(1, 29)
        for hour in range(8, 20)
    )
    found: list[Event] = [read_event(header) for header in list(days)[:600]]
    assert list(rooms.double_bookings(coming(found, TODAY), (), "content")) == []
    assert looks < 2 * len(found)


def test_a_quiet_house_is_asked_about() -> None:
    """A house with nothing for three weeks is named, be it that its events are later or cancelled."""
    for header in (f"debut: 13/12/2026 10h\n{FINE}", f"debut: 28/11/2026 10h\netat: annulé\n{FINE}"):
        assert [problem.file for problem in asked(header)] == ["content/maisons/pont.md"]


@pytest.mark.parametrize("header", ["debut: 12/12/2026 10h", "debut: 22/11/2026 10h", "debut: 28/11/2026 10h\nlieu: pont"])
def test_a_house_that_welcomes_something_is_not_quiet(header: str) -> None:
    """Three weeks count today and twenty days more; a house that only lends its rooms is alive too."""
    assert not any("maisons" in problem.file for problem in asked(f"{header}\n{FINE}"))


def test_a_price_must_be_said() -> None:
    """A coming event without a price is asked about; one that is over is not."""
    assert keys("debut: 28/11/2026 10h\nmaison: pont\nacces: fauteuil") == ["tarif"]
    assert keys("debut: 28/10/2026 10h\nmaison: pont\nacces: fauteuil") == []


def test_access_is_asked_for_where_it_is_missing() -> None:
    """A known place is asked about once, in its own file; an event without one in its own."""
    once = "debut: 28/11/2026 10h\ntarif: gratuit"
    found = asked(f"{once}\nmaison: pont", f"{once}\nlieu: pont", once, f"{once}\nlieu: 1 rue Basse", f"{once}\nlieu: salle-des-fetes")
    files = [problem.file for problem in found if problem.key == "acces"]
    assert files == ["content/evenements/2026/fete-3.md", "content/evenements/2026/fete-4.md", "content/maisons/pont.md"]
    assert any("il y vient 2 événements" in problem.what for problem in found)


def test_a_place_without_a_file_of_a_house_is_in_its_folder() -> None:
    """A known place that is no house has its file among the places."""
    site = read_site(
        {
            "lieux/halle.md": "---\ntitre: Halle\nville: Villeneuve\n---\n",
            "evenements/2026/x.md": "---\ntitre: X\ndebut: 28/11/2026 10h\nlieu: halle\n---\n",
        }
    )
    assert "content/lieux/halle.md" in {problem.file for problem in doubts(site, TOWN)}


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("debut: 28/11/2026 10h\ninscription-avant: 28/11/2026", []),
        ("debut: 28/11/2026 10h\ninscription-avant: 29/11/2026", ["inscription-avant"]),
        ("debut: 28/11/2026\nfin: 30/11/2026\ninscription-avant: 29/11/2026", []),
        ("debut: 24/11/2026 10h\nrepetition: chaque mardi, 10 fois\ninscription-avant: 15/12/2026", []),
        ("debut: 28/10/2026 10h\ninscription-avant: 29/11/2026", []),
    ],
)
def test_a_booking_closes_before_the_end(header: str, found: list[str]) -> None:
    """One cannot book what is over; a series may be joined on its way."""
    assert keys(f"{header}\n{FINE}") == found


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("debut: 01/09/2026 10h\nrepetition: chaque mardi jusqu'au 22/12/2026", ["repetition"]),
        ("debut: 01/09/2026 10h\nrepetition: chaque mardi, 17 fois", ["repetition"]),
        ("debut: 01/09/2026 10h\nrepetition: chaque mardi jusqu'au 29/12/2026", []),
        ("debut: 01/09/2026 10h\nrepetition: chaque mardi jusqu'au 17/11/2026", []),
        ("debut: 24/11/2026 10h\nrepetition: chaque jour jusqu'au 27/11/2026", []),
        ("debut: 22/09/2026 10h\naussi: 24/11/2026", []),
    ],
)
def test_a_series_that_ends_within_a_month_is_told(header: str, found: list[str]) -> None:
    """What has gone on for longer than a month may want to be renewed; a week of workshops is meant to end."""
    assert keys(f"{header}\n{FINE}") == found


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("debut: 07/09/2026 10h\nrepetition: chaque lundi jusqu'au 28/06/2027", ["sauf"]),
        ("debut: 07/09/2026 10h\nrepetition: chaque lundi jusqu'au 28/06/2027\nsauf: 29/03/2027", []),
        ("debut: 07/09/2026 10h\nrepetition: chaque lundi jusqu'au 28/06/2027\nsauf: 29/03/2027\naussi: 29/03/2027", []),
        ("debut: 07/09/2026 10h\nrepetition: chaque lundi jusqu'au 28/06/2027\nchangements: 29/03/2027 : annulé", []),
        ("debut: 07/09/2026 10h\nrepetition: chaque lundi jusqu'au 28/06/2027\nchangements: 29/03/2027 : 15h", []),
        ("debut: 29/03/2027 10h", []),
    ],
)
def test_a_workshop_on_a_public_holiday_is_asked_about(header: str, found: list[str]) -> None:
    """A series that forgot a public holiday is named; what was put there on purpose is not."""
    assert keys(f"{header}\n{FINE}") == found


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("debut: 01/12/2026 14h\netat: reporté", "etat: reporté au 01/12/2026 14h"),
        ("debut: 01/12/2026 14h\nrepetition: chaque mardi, 8 fois\netat: reporté", "changements"),
        ("debut: 01/12/2026\netat: reporté", "etat: reporté au 01/12/2026 »"),
        ("debut: 01/12/2026 14h\netat: reporté au 08/12/2026", ""),
        ("debut: 01/12/2026 14h\netat: reporté sans date", ""),
        ("debut: 01/11/2026 14h\netat: reporté", ""),
    ],
)
def test_put_off_without_a_word_of_when(header: str, told: str) -> None:
    """« reporté » beside a coming date does not say whether it is the old one or the new one."""
    found = [problem.instead for problem in asked(f"{LIVELY}\n{FINE}", f"{header}\n{FINE}") if problem.key == "etat"]
    assert bool(found) == bool(told)
    assert all(told in one for one in found)
