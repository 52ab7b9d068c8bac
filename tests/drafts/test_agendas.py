"""Calendars as real programs write them: one file, one case. Beside each lies what comes of it, drafts and messages, for people to judge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given

from plugins.content_types.links import Links
from plugins.content_types.markdown import Renderer
from plugins.drafts.calendars import read_calendar
from plugins.drafts.compose import Result, read_text
from plugins.drafts.series import Group
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS
from tests.drafts.calendars import series
from tests.drafts.villeneuve import CONTEXT, HERE, report, take

FILES = sorted((HERE / "agendas").glob("*.ics"))
EACH = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
NOT_COMPARED = {
    "bad-rule": "the other reader stops at it",
    "bad-duration": "the other reader stops at it",
    "range": "told as not taken",
    "rule-12": "an hourly rule is told as not taken",
    "rule-13": "the other reader never ends",
    "rule-14": "a start after the end of the rule: we keep the start",
}
"""UIDs of events whose dates the other reader does not have, and why."""


def results(file: Path) -> Iterator[tuple[Group, Result]]:
    """Yield each event of a file with what came of it."""
    calendar = read_calendar(file.name, file.read_bytes(), CONTEXT)
    taken = take(file.name, file.read_bytes())
    for (_, group), result in zip(calendar.groups, taken.results, strict=True):
        yield group, result


def expanded(group: Group, first: date, last: date) -> set[datetime]:
    """Return the starts that recurring-ical-events finds from one day to another, on the town's clock."""
    calendar = icalendar.Calendar()
    for component in (group.master, *group.others):
        calendar.add_component(component)
    found = recurring_ical_events.of(calendar).between(first - timedelta(days=1), last + timedelta(days=2))
    starts = {local(item["DTSTART"].dt) for item in found}
    return {start for start in starts if first <= start.date() <= last}


def local(moment: date) -> datetime:
    """Return a moment on the town's clock, to the minute; a floating one is there already."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo:
        moment = moment.astimezone(UTC).astimezone(CONTEXT.town.zone).replace(tzinfo=None)
    return moment.replace(second=0, microsecond=0)


def test_there_are_many() -> None:
    """Each program that people keep agendas in is there, and each way of doing it wrong."""
    assert len(FILES) >= 25


@EACH
def test_what_comes_of_it_is_known(file: Path) -> None:
    """Drafts and messages are those that lie beside the calendar."""
    assert report(take(file.name, file.read_bytes())) == file.with_suffix(".txt").read_text("utf-8")


@EACH
def test_every_draft_is_read_without_an_error(file: Path) -> None:
    """Our own reader takes each draft as it is: header, dates and body."""
    for text in take(file.name, file.read_bytes()).texts:
        event, problems = read_text("evenements/2026/essai.md", text, CONTEXT.town)
        assert event is not None
        assert event.is_draft
        assert [problem for problem in problems if problem.is_error] == []
        body = Renderer().render(
            read_header(text, KNOWN_KEYS).body, lambda written, is_picture: Links({}, {}, "").resolve("x.md", written, is_picture)
        )
        assert body.faults == ()


@EACH
def test_the_dates_are_those_of_another_reader(file: Path) -> None:
    """From its first date to its last, each draft has the dates that recurring-ical-events finds in the source, changes made."""
    for group, result in results(file):
        if result.draft is None or result.draft.uid in NOT_COMPARED:
            continue
        event, _ = read_text("evenements/2026/essai.md", result.draft.text, CONTEXT.town)
        assert event is not None
        ours = {occurrence.start.replace(tzinfo=None) for occurrence in event.occurrences}
        assert ours == expanded(group, min(ours).date(), max(ours).date())


@given(series())
def test_any_series_has_the_dates_of_another_reader(calendar: str) -> None:
    """Whatever rule, exceptions and changed dates a program writes, over both changes of hour: the draft is read, and has its dates.

    A cancelled date may be left out of a draft where it cannot be told.
    """
    data = calendar.encode()
    ((_, group),) = read_calendar("serie.ics", data, CONTEXT).groups
    for text in take("serie.ics", data).texts:
        event, problems = read_text("evenements/2026/essai.md", text, CONTEXT.town)
        assert event is not None
        assert [problem for problem in problems if problem.is_error] == []
        ours = {occurrence.start.replace(tzinfo=None) for occurrence in event.occurrences}
        theirs = expanded(group, min(ours).date(), max(ours).date())
        gone = {local(other.decoded("DTSTART")) for other in group.others if str(other.get("STATUS")) == "CANCELLED"}
        assert ours - gone == theirs - gone


@EACH
def test_two_readings_are_the_same(file: Path) -> None:
    """The same bytes give the same drafts and messages."""
    data = file.read_bytes()
    assert take(file.name, data) == take(file.name, data)
