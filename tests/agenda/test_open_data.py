"""The agenda as open data, in the shape OpenAgenda takes in."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from plugins.agenda.open_data import Record, open_data
from tests.towns import IDENTITY, read_event


def _only(header: str, since: date = date(2025, 11, 1)) -> dict[str, Any]:
    found = json.loads(open_data((Record(read_event(header), IDENTITY, since),)))
    assert found["total"] == 1
    event: dict[str, Any] = found["events"][0]
    return event


def test_event_says_what_when_and_where() -> None:
    """Title and description by language, time slots with their offset, place with its address."""
    event = _only("debut: 28/11/2026 10h\nfin: 13h\nresume: On goûte.\nmaison: pont\ntarif: 5 €\ninscription: 04 75 00 00 03")

    assert event["title"] == {"fr": "Soupe partagée"}
    assert event["description"] == {"fr": "On goûte."}
    assert event["timings"] == [{"begin": "2026-11-28T10:00:00+01:00", "end": "2026-11-28T13:00:00+01:00"}]
    assert event["location"] == {
        "name": "Maison du Pont", "address": "1 quai du Pont, 26000 Villeneuve", "postalCode": "26000", "city": "Villeneuve",
    }  # fmt: skip
    assert event["conditions"] == {"fr": "5\u00a0€"}
    assert event["registration"] == [{"type": "phone", "value": "04 75 00 00 03"}]
    assert event["links"] == [{"link": "https://villeneuve.example/agenda/2026/11/28/soupe/"}]


@pytest.mark.parametrize(
    ("state", "status"), [("maintenu", 1), ("reporté au 05/12/2026", 2), ("reporté sans date", 4), ("complet", 5), ("annulé", 6)]
)
def test_status_travels(state: str, status: int) -> None:
    """Whoever takes the agenda in learns that an event is cancelled."""
    assert _only(f"debut: 28/11/2026 10h\netat: {state}")["status"] == status


@pytest.mark.parametrize(
    ("header", "slots"),
    [
        ("debut: 12/06/2027\nfin: 13/06/2027", ["12T00:00 13T00:00", "13T00:00 14T00:00"]),
        ("debut: 12/06/2027 21h\nfin: 2h", ["12T21:00 13T02:00"]),
        ("debut: 12/06/2027 18h\nfin: 14/06/2027 12h", ["12T18:00 13T00:00", "13T00:00 14T00:00", "14T00:00 14T12:00"]),
        ("debut: 12/06/2027 18h", ["12T18:00 12T19:00"]),
        ("debut: 25/10/2026", ["25T00:00 25T23:00"]),
    ],
)
def test_no_time_slot_is_longer_than_24_hours(header: str, slots: list[str]) -> None:
    """Several days are several slots, an evening is one, an end nobody wrote is an hour later."""
    assert [f"{slot['begin'][8:16]} {slot['end'][8:16]}" for slot in _only(header)["timings"]] == slots


def test_past_dates_of_a_series_are_left_out() -> None:
    """A series of which some dates are too old shows the others."""
    event = _only("debut: 06/10/2026 10h\nfin: 12h\nrepetition: chaque mardi, 5 fois", since=date(2026, 10, 20))

    assert [slot["begin"][:10] for slot in event["timings"]] == ["2026-10-20", "2026-10-27", "2026-11-03"]


def test_date_that_goes_on_is_not_past() -> None:
    """What began before the first day and is not over is told whole."""
    event = _only("debut: 30/10/2026\nfin: 02/11/2026", since=date(2026, 11, 1))

    assert [slot["begin"][:10] for slot in event["timings"]] == ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"]


def test_dates_of_a_series_that_do_not_take_place_are_left_out() -> None:
    """A cancelled date is no time slot, a moved one stands where it is now; the event itself is on."""
    changes = "08/12/2026 : annulé ; 15/12/2026 : reporté sans date ; 22/12/2026 : reporté au 23/12/2026"
    event = _only(f"debut: 01/12/2026 10h\nfin: 12h\nrepetition: chaque mardi, 4 fois\nchangements: {changes}")

    assert [slot["begin"][:10] for slot in event["timings"]] == ["2026-12-01", "2026-12-23"]
    assert event["status"] == 1


def test_a_cancelled_event_keeps_its_time_slots() -> None:
    """OpenAgenda wants slots; that none of them takes place is what the status says."""
    assert len(_only("debut: 01/12/2026 10h\netat: annulé\naussi: 08/12/2026")["timings"]) == 2
