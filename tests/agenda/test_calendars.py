"""What a calendar says of itself."""

from __future__ import annotations

import pytest

from plugins.agenda.calendars import Subscription, subscription_calendar
from tests.towns import IDENTITY

SAID = "Soupes, jeux ; et \\ chansons"
ESCAPED = r"Soupes\, jeux \; et \\ chansons"


@pytest.mark.parametrize("name", ["NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC"])
def test_what_a_calendar_says_is_escaped(name: str) -> None:
    """A comma, a semicolon or a backslash in a name or description stays a part of it (RFC 5545 §3.3.11), in the names of older clients too."""
    found = subscription_calendar(Subscription("/agenda.ics", SAID, SAID, "/agenda/"), IDENTITY, ())
    assert f"{name}:{ESCAPED}\r\n" in found.decode().replace("\r\n ", "")
