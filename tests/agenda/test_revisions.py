"""What subscribers' calendars notice of an edit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from plugins.agenda.revisions import Told, revise, told
from plugins.agenda.vevent import Vevent, lines_of
from plugins.model.event import Event
from plugins.model.revision import Revision
from tests.towns import IDENTITY, try_event

TODAY = date(2026, 11, 22)
SOUP = "debut: 28/11/2026 14h\nfin: 17h\nlieu: 3 rue du Pont, 99000 Essai\nresume: On épluche.\n"
COURSE = "debut: 01/12/2026 14h\nrepetition: chaque mardi, 4 fois\n"


def soup(text: str = SOUP) -> Event:
    """Return an event that always has the same UID."""
    event = try_event(f"{text}uid: soupe")
    assert event
    return event


def now(event: Event) -> Told:
    """Return what calendars are told of an event."""
    return told(lines_of(event, IDENTITY), IDENTITY.url)


def after(event: Event, last: Revision | None, day: date = TODAY) -> Revision:
    """Return the revision after an event was published on a day."""
    return revise(now(event), last, day)


FIRST = after(soup(), None)


def test_a_new_event_begins_at_zero() -> None:
    """Nothing was told of it, so nothing has changed."""
    assert (FIRST.sequence, FIRST.modified) == (0, datetime(2026, 11, 22, tzinfo=UTC))


def test_nothing_grows_for_nothing() -> None:
    """Published again on any day, from a site at any address, an event keeps its numbers."""
    elsewhere = replace(IDENTITY, url="https://ailleurs.example")
    event = replace(soup(), summary=f"Voir {IDENTITY.url}/a/ ou {elsewhere.url}/b/")
    first = after(event, None)
    assert after(event, first, TODAY + timedelta(9)) == first
    assert revise(told(lines_of(event, elsewhere), elsewhere.url), first, TODAY + timedelta(9)) == first


@pytest.mark.parametrize(
    ("old", "new", "grows"),
    [
        ("28/11/2026 14h", "29/11/2026 14h", 1), ("14h", "15h", 1), ("fin: 17h", "fin: 18h", 1), ("3 rue", "5 rue", 1),
        ("lieu", "etat: annulé\nlieu", 1), ("lieu", "etat: complet\nlieu", 1), ("épluche", "mange", 0),
    ],
)  # fmt: skip
def test_sequence_grows_with_what_people_plan_by(old: str, new: str, grows: int) -> None:
    """Date, time, place and state count for SEQUENCE; any change that calendars show counts for LAST-MODIFIED."""
    changed = after(soup(SOUP.replace(old, new)), FIRST, TODAY + timedelta(1))
    assert changed.sequence == FIRST.sequence + grows
    assert changed.modified == datetime(2026, 11, 23, tzinfo=UTC)


def test_a_new_title_does_not_move_anybody() -> None:
    """A title is told again, but nobody has to plan anew."""
    changed = after(replace(soup(), title="Soupe et pain"), FIRST)
    assert changed.sequence == FIRST.sequence
    assert changed.modified > FIRST.modified


def test_a_change_of_one_date_counts() -> None:
    """A single date of a series that is cancelled is news for whoever has the series."""
    first = after(soup(COURSE), None)
    assert after(soup(COURSE + "changements: 08/12/2026 : annulé\n"), first).sequence == first.sequence + 1


def test_what_is_taken_back_grows_too() -> None:
    """Cancelled, then on again: a number that went down would be passed over."""
    cancelled = after(soup(SOUP + "etat: annulé\n"), FIRST)
    assert after(soup(), cancelled).sequence == FIRST.sequence + 2


def test_two_changes_of_one_day_are_told_apart() -> None:
    """LAST-MODIFIED grows also when the day is the same, or the clock went back."""
    noon = after(soup(SOUP.replace("14h", "15h")), FIRST)
    evening = after(soup(SOUP.replace("14h", "16h")), noon, TODAY - timedelta(1))
    assert FIRST.modified < noon.modified < evening.modified


def test_calendars_are_told() -> None:
    """The component says the numbers, its DTSTAMP follows, and every changed date says the same."""
    event = soup(COURSE + "changements: 08/12/2026 : annulé\n")
    revision = replace(after(event, None), sequence=7)
    text = Vevent(event, IDENTITY, revision).text.decode()
    assert text.count("BEGIN:VEVENT") == 2
    for line in ("SEQUENCE:7\r\n", "DTSTAMP:20261122T000000Z\r\n", "LAST-MODIFIED:20261122T000000Z\r\n"):
        assert text.count(line) == 2


def test_what_is_not_published_yet_has_no_date() -> None:
    """Before it is published an edit has its number, but the day it will be told is not known: two builds give the same bytes."""
    text = Vevent(soup(SOUP.replace("14h", "15h")), IDENTITY, FIRST).text.decode()
    assert "SEQUENCE:1\r\n" in text
    assert "LAST-MODIFIED" not in text
