"""The live hour in one's calendar."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from msgspec.structs import replace

from plugins.agenda.live import broadcasts, live_outputs
from plugins.model.live import Live
from plugins.model.site import Site
from tests.towns import IDENTITY, PARIS, SHOW, TODAY, read_site

LIVE = Live(time(18), time(18, 55), 10, 7)
ONDE = "---\ntitre: Onde\nnumero: 1\nsaison: 2026-2027\ndiffusion: 01/10/2026 18h\naudio: 2026-10-01.mp3\n---\n"


def site_with(live: Live | None = LIVE, today: date = TODAY, weekday: str = "TH") -> Site:
    """Return a site with one episode."""
    show = replace(SHOW, live=live, weekday=weekday)
    return read_site({"bobine/2026-2027/onde.md": ONDE}, replace(IDENTITY, show=show), today)


def calendar(site: Site) -> bytes:
    """Return the calendar of the live hour."""
    (output,) = live_outputs(site)
    assert output.path == "la-bobine/direct.ics"
    content = output.render().content
    assert isinstance(content, bytes)
    return content


def test_every_broadcast_of_the_season_and_no_other() -> None:
    """Another library finds each Thursday from October to July, at the same hour on the wall in winter and summer."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(calendar(site_with()))).between(date(2026, 1, 1), date(2029, 1, 1))
    starts = sorted(event.start for event in found)
    assert (starts[0], starts[-1]) == (datetime(2026, 10, 1, 18, tzinfo=PARIS), datetime(2027, 7, 29, 18, tzinfo=PARIS))
    assert {start.astimezone(ZoneInfo("Europe/Paris")).time() for start in starts} == {time(18)}
    assert {(after.date() - before.date()).days for before, after in pairwise(starts)} == {7}
    assert {(event.end - event.start).seconds for event in found} == {55 * 60}


def test_it_is_the_same_all_season() -> None:
    """Not a byte changes from one day to the next, and the next season has a name of its own."""
    assert calendar(site_with()) == calendar(site_with(today=date(2027, 7, 31)))
    (now,), (later,) = (icalendar.Calendar.from_ical(calendar(site_with(today=day))).events for day in (TODAY, date(2027, 8, 1)))
    assert now["UID"] != later["UID"]
    assert later.start == datetime(2027, 10, 7, 18, tzinfo=PARIS)


def test_it_says_where_to_listen_and_whom_to_call() -> None:
    """The station is the place, and the open line stands in it; who listens stays free."""
    (event,) = icalendar.Calendar.from_ical(calendar(site_with())).events
    assert (str(event["SUMMARY"]), str(event["LOCATION"]), str(event["TRANSP"])) == ("Les Ondes du Pont en direct", "Radio du Pont", "TRANSPARENT")
    assert SHOW.phone in str(event["DESCRIPTION"])


@pytest.mark.parametrize("site", [site_with(live=None), site_with(weekday="XX"), replace(site_with(), episodes=())], ids=["heures", "jour", "radio"])
def test_without_hours_there_is_no_calendar(site: Site) -> None:
    """No hours, no weekday or no programme: nothing to subscribe to."""
    assert list(live_outputs(site)) == []


def test_a_season_within_a_year() -> None:
    """The first and last broadcast lie within its months."""
    assert broadcasts(Live(time(10), time(11), 2, 6), "MO", TODAY) == (date(2027, 2, 1), date(2027, 6, 28))
