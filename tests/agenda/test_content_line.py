"""Content lines are written as RFC 5545 says, and byte for byte as the icalendar library writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar.parser import Contentline

from plugins.agenda.content_line import Moment, moments, recur, text, written
from tests.agenda.invented import words

PARIS, REUNION = ZoneInfo("Europe/Paris"), ZoneInfo("Indian/Reunion")
ZONES = (PARIS, REUNION, ZoneInfo("UTC"), UTC)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300) | st.text("a^\\é", min_size=70))
def test_any_line_is_folded_as_the_library_folds_it(line: str) -> None:
    """Whatever it holds, the same octets stand on the same lines; nothing is folded between a backslash or a caret and what it is about."""
    assert written([line]) == Contentline(line).to_ical() + b"\r\n"  # type: ignore[no-untyped-call]  # it types half of itself


@given(words())
def test_folded_lines_are_at_most_75_octets_of_whole_characters(said: str) -> None:
    """Each line is UTF-8 by itself, and all of them unfolded are the text again (§3.1)."""
    lines = written([text(said)]).removesuffix(b"\r\n").split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert lines[0].decode() + "".join(line.decode()[1:] for line in lines[1:]) == text(said)


@given(words())
def test_any_text_is_escaped_as_the_library_escapes_it(said: str) -> None:
    """Backslash, semicolon, comma and any line end are escaped, nothing else (§3.3.11)."""
    assert text(said).encode() == icalendar.vText(said).to_ical()


def test_typed_backslash_stays_one() -> None:
    r"""A backslash before an N is two in the file; the icalendar library alone would make a line end of `\N`."""
    typed = r"C:\Nuit \n \\N"
    event = b"BEGIN:VEVENT\r\n" + written([f"SUMMARY:{text(typed)}"]) + b"END:VEVENT\r\n"

    assert text(r"\N") == r"\\N"
    assert str(icalendar.Event.from_ical(event)["SUMMARY"]) == typed


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ((date(2026, 11, 28),), "X;VALUE=DATE:20261128"),
        ((date(2026, 11, 28), date(2027, 1, 2)), "X;VALUE=DATE:20261128,20270102"),
        ((datetime(2026, 11, 28, 9, 5, tzinfo=PARIS),), "X;TZID=Europe/Paris:20261128T090500"),
        ((datetime(2026, 11, 28, tzinfo=REUNION), datetime(2027, 1, 1, tzinfo=REUNION)), "X;TZID=Indian/Reunion:20261128T000000,20270101T000000"),
        ((datetime(2026, 11, 28, 9, tzinfo=UTC),), "X:20261128T090000Z"),
        ((date(987, 1, 2),), "X;VALUE=DATE:09870102"),
    ],
)
def test_moments_say_their_type_or_their_zone(values: tuple[Moment, ...], line: str) -> None:
    """Whole days say VALUE=DATE, hours their TZID, and UTC its Z alone (§3.2.19)."""
    assert moments("X", *values) == line


def _in(zone: tzinfo) -> st.SearchStrategy[list[datetime]]:
    return st.lists(st.datetimes(timezones=st.just(zone)), min_size=1)


@given(st.lists(st.dates(), min_size=1) | st.sampled_from(ZONES).flatmap(_in))
def test_any_moments_are_written_as_the_library_writes_them(values: list[date] | list[datetime]) -> None:
    """One date or many, whole days or hours, in any zone."""
    event = icalendar.Event()
    event.add("RDATE", values)

    assert b"BEGIN:VEVENT\r\n" + written([moments("RDATE", *values)]) + b"END:VEVENT\r\n" == event.to_ical()


def test_rule_is_written_part_by_part() -> None:
    """Lists have commas, UNTIL is a moment, and the parts stand in the order given (§3.3.10)."""
    until = datetime(2027, 6, 29, 12, tzinfo=UTC)

    assert recur({"FREQ": "MONTHLY", "UNTIL": until, "INTERVAL": 2, "BYDAY": ["1TU", "-1FR"]}) == (
        "FREQ=MONTHLY;UNTIL=20270629T120000Z;INTERVAL=2;BYDAY=1TU,-1FR"
    )
    assert recur({"FREQ": "DAILY", "UNTIL": date(2027, 6, 29)}) == "FREQ=DAILY;UNTIL=20270629"
