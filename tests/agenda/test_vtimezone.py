"""The town's time zone says what the zone database says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plugins.agenda.vtimezone import timezone

YEARS = range(2015, 2036)
ZONES = ("Europe/Paris", "America/Miquelon", "America/Martinique", "Indian/Reunion", "Pacific/Noumea", "Australia/Sydney")


@pytest.mark.parametrize("key", ZONES)
def test_offsets_are_those_of_the_zone_database(key: str) -> None:
    """Around every change of hour of twenty years, and in between, the VTIMEZONE gives the offset that zoneinfo gives."""
    zone = ZoneInfo(key)
    written = timezone(zone).to_tz()
    moments = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=12 * n) for year in YEARS for n in range(730)]

    assert [m.astimezone(written).utcoffset() for m in moments] == [m.astimezone(zone).utcoffset() for m in moments]


def test_paris_changes_by_yearly_rules_from_1970() -> None:
    """Outlook reads yearly rules with these onsets, and misreads lists of dates."""
    text = timezone(ZoneInfo("Europe/Paris")).to_ical().decode()

    assert "DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200" in text
    assert "DTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100" in text
    assert "RDATE" not in text


def test_zone_without_summer_time_has_one_observance() -> None:
    """Réunion never changes its hour: one STANDARD and no rule."""
    text = timezone(ZoneInfo("Indian/Reunion")).to_ical().decode()

    assert text.count("BEGIN:STANDARD") == 1
    assert "DAYLIGHT" not in text
    assert "RRULE" not in text
    assert "TZOFFSETTO:+0400" in text
