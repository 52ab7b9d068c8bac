"""One .md and one .ics of the same name in golden/ are one case."""

from pathlib import Path

import pytest

from plugins.agenda.calendars import event_calendar
from plugins.agenda.vevent import Vevent
from tests.towns import IDENTITY, read_site

CASES = sorted(Path(__file__).with_name("golden").glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_event_becomes_calendar(case: Path) -> None:
    """What a writer types gives this file, byte for byte."""
    (event,) = read_site({f"evenements/2026/{case.name}": case.read_text("utf-8")}).events

    assert event_calendar(Vevent(event, IDENTITY)) == case.with_suffix(".ics").read_bytes()


def test_every_case_is_compared() -> None:
    """No expected file stands without its text."""
    assert CASES
    assert {case.stem for case in CASES} == {path.stem for path in Path(__file__).with_name("golden").glob("*.ics")}
