"""What a calendar says of one event."""

from __future__ import annotations

import re

import icalendar
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from plugins.agenda.vevent import Vevent
from plugins.model.coordinates import Coordinates
from plugins.model.event import Event
from plugins.model.place import Term, Venue
from tests.agenda.invented import events
from tests.agenda.writing import write_by_icalendar
from tests.towns import IDENTITY, read_event

SOUP = read_event("debut: 28/11/2026 10h")
NASTY = "Fête\rBEGIN:VALARM\nATTACH:https://mal.example ; « virgule, point-virgule » \\N 🎉"


def _said(event: Event) -> icalendar.Event:
    found = icalendar.Event.from_ical(Vevent(event, IDENTITY).text)
    assert isinstance(found, icalendar.Event)
    return found


def _names(event: Event) -> list[str]:
    """Return the names of the content lines, unfolded."""
    lines = Vevent(event, IDENTITY).text.decode().replace("\r\n ", "").split("\r\n")
    return [line.partition(":")[0].partition(";")[0] for line in lines]


@given(events())
@settings(deadline=None)
def test_any_event_is_written_as_the_icalendar_library_writes_it(event: Event) -> None:
    """Whatever it holds: the same properties in the same order, escaped and folded alike, byte for byte, but for what is Apple's own."""
    ours = re.sub(rb"X-APPLE[^\r]*\r\n(?: [^\r]*\r\n)*", b"", Vevent(event, IDENTITY).text)
    assert ours == write_by_icalendar(event, IDENTITY)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), max_size=80))
def test_apple_finds_the_place_on_the_map(name: str) -> None:
    """The point, the name and the address come back, whatever was typed."""
    assume(not re.search(r"\\[\\,;:]", name))  # our reader takes that for escapes, of which a parameter has none (RFC 5545 §3.2)
    venue = Venue("", name, "3 rue du « Pont » ; à gauche", "26100", "Romans", coordinates=Coordinates(45.0466, 5.0517))
    place = _said(replace(SOUP, venue=venue))["X-APPLE-STRUCTURED-LOCATION"]
    assert str(place) == "geo:45.0466,5.0517"
    assert " ".join(place.params["X-TITLE"].split()) == " ".join(name.split())
    assert place.params["X-ADDRESS"] == venue.address


def test_title_cannot_bring_in_a_line() -> None:
    """A carriage return or a line feed in any text stays text."""
    plain = read_event("debut: 28/11/2026 10h\nresume: R\nlieu: 1 rue X\nthematique: velo")
    nasty = replace(plain, title=NASTY, summary=NASTY, uid=NASTY, themes=(Term("x", NASTY),))

    assert _names(nasty) == _names(plain)
    assert b"\r" not in Vevent(nasty, IDENTITY).text.replace(b"\r\n", b"")
    assert str(_said(nasty)["SUMMARY"]).startswith("Fête\nBEGIN:VALARM\nATTACH")


def test_commas_inside_a_theme_do_not_part_it() -> None:
    """Categories are escaped one by one."""
    event = read_event("debut: 28/11/2026 10h\nthematique: cuisine, velo")

    assert _said(event).categories == ["Cuisine, bocaux et conserves", "Vélo"]


@pytest.mark.parametrize("letter", ["a", "é", "€", "🎉", "👩\u200d🍳", "\\", ";"])
@pytest.mark.parametrize("shift", range(4))
def test_lines_are_folded_at_75_octets_between_characters(letter: str, shift: int) -> None:
    """No line is longer than 75 octets and each is UTF-8 by itself (RFC 5545 §3.1)."""
    title = "x" * shift + letter * 120
    event = replace(read_event("debut: 28/11/2026 10h"), title=title)
    text = Vevent(event, IDENTITY).text

    assert max(map(len, text.split(b"\r\n"))) <= 75
    assert all(line.decode("utf-8") is not None for line in text.split(b"\r\n"))
    assert str(_said(event)["SUMMARY"]) == title


@pytest.mark.parametrize(
    ("state", "summary", "transparency", "sequence"),
    [
        ("maintenu", "Bal", "OPAQUE", 0),
        ("complet", "COMPLET – Bal", "OPAQUE", 0),
        ("annulé", "ANNULÉ – Bal", "TRANSPARENT", 1),
        ("reporté au 05/12/2026", "REPORTÉ – Bal", "OPAQUE", 1),
        ("reporté sans date", "REPORTÉ – Bal", "TRANSPARENT", 1),
    ],
)
def test_cancelled_event_stays_and_says_so(state: str, summary: str, transparency: str, sequence: int) -> None:
    """STATUS:CANCELLED would make it vanish from subscribers' calendars; the title says it instead."""
    said = _said(read_event(f"titre: Bal\ndebut: 28/11/2026 20h\netat: {state}"))

    assert (said.summary, said.transparency, said.sequence, said.status) == (summary, transparency, sequence, "CONFIRMED")


def test_what_waits_for_its_date_says_so() -> None:
    """Who finds the old date in a calendar reads first that another one will come."""
    said = _said(read_event("debut: 28/11/2026 20h\netat: reporté sans date\ntarif: 5 €"))

    assert str(said["DESCRIPTION"]).startswith("Reporté\u00a0: la nouvelle date sera annoncée.\nTarif")
    assert said.start.day == 28


def test_a_postponed_event_keeps_its_name_and_address() -> None:
    """UID, URL and DTSTAMP are those of the old date, so that calendars move the event instead of showing two."""
    old, new = (read_event(f"debut: 28/12/2026 20h\netat: {state}") for state in ("maintenu", "reporté au 05/01/2027"))
    before, after = _said(old), _said(new)

    assert (before["UID"], before["URL"], before.DTSTAMP) == (after["UID"], after["URL"], after.DTSTAMP)
    assert f"{after.start:%d/%m/%Y %H}" == "05/01/2027 20"


@pytest.mark.parametrize(
    ("change", "sequence"),
    [("complet", 0), ("maintenu", 0), ("annulé", 1), ("reporté sans date", 1), ("lieu pont", 1), ("21h", 1), ("reporté au 09/12", 1)],
)
def test_a_changed_date_counts_what_matters(change: str, sequence: int) -> None:
    """SEQUENCE grows when date, time, place or status of one date change (RFC 5545 §3.8.7.4)."""
    event = read_event(f"debut: 01/12/2026 20h\nrepetition: chaque mardi, 3 fois\nchangements: 08/12/2026 : {change}")
    _, changed = icalendar.Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + Vevent(event, IDENTITY).text + b"END:VCALENDAR\r\n").events

    assert changed.sequence == sequence


def test_nothing_that_calendars_act_upon() -> None:
    """No alarm rings and nobody is asked to answer."""
    names = _names(read_event("debut: 28/11/2026 10h\nmaison: pont\ninscription: 04 75 00 00 03\nimage: images/soupe.jpg\nimage-alt: Soupe"))

    assert {"BEGIN", "CONTACT", "IMAGE", "ATTACH", "URL"} <= set(names)
    assert not {"METHOD", "ORGANIZER", "ATTENDEE"} & set(names)
    assert names.count("BEGIN") == 1


def test_description_starts_with_telephone_and_price() -> None:
    """Clients show two lines: how to book and the price, then what it is, then where to read more."""
    event = read_event("debut: 28/11/2026 10h\nresume: On goûte.\ntarif: 5 €\ninscription: 04 75 00 00 03\ninscription-avant: 26/11/2026")

    assert str(_said(event)["DESCRIPTION"]) == (
        "Inscription\u00a0: 04 75 00 00 03, jusqu'au 26 novembre 2026\nTarif\u00a0: 5\u00a0€\n\nOn goûte.\n\n"
        "https://villeneuve.example/agenda/2026/11/28/soupe/"
    )


def test_house_answers_when_no_number_is_given() -> None:
    """Without a number to book at, the telephone of the house stands first."""
    said = _said(read_event("debut: 28/11/2026 10h\nmaison: pont\ninscription: libre"))

    assert str(said["DESCRIPTION"]).startswith("Sans inscription\nRenseignements\u00a0: 04 75 00 00 01\n")
    assert "CONTACT" not in said
