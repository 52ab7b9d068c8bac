"""The live hour of the programme as a calendar of its own: one weekly event from the first to the last broadcast of the season."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from plugins.agenda.calendars import Subscription, subscription_calendar
from plugins.agenda.content_line import moments, recur, text, written
from plugins.build.output import Output
from plugins.model.dates import BYDAY
from plugins.model.live import Live, next_live
from plugins.model.site import Identity, Show, Site
from plugins.model.words import NBSP

ADDRESS = "/la-bobine/direct.ics"
PAGE = "/la-bobine/"
WEEK = timedelta(days=7)


class LiveHour(Struct, frozen=True, dict=True):
    """The broadcasts of a season on their way into a calendar."""

    show: Show
    live: Live
    identity: Identity
    first: date
    last: date

    @property
    def modified(self) -> None:
        """Nobody knows: it follows from the settings and the day."""

    @cached_property
    def text(self) -> bytes:
        """The VEVENT, folded, each line ended by CRLF."""
        return written(["BEGIN:VEVENT", *_when(self), *_what(self), "END:VEVENT"])


def live_outputs(site: Site) -> Iterator[Output]:
    """Yield the calendar of the live hour, of the season under way or the next one; none in a town that says no hour."""
    show = site.identity.show
    if show is None or show.live is None or not site.episodes:
        return
    days = broadcasts(show.live, show.weekday, site.today)
    if days is None:
        return
    said = f"{show.name} en direct, {show.schedule}, sur {show.station}."
    subscription = Subscription(ADDRESS, f"{show.name} en direct", said, PAGE)
    vevents = (LiveHour(show, show.live, site.identity, *days),)
    yield Output(ADDRESS.lstrip("/"), subscription_calendar, {"subscription": subscription, "identity": site.identity, "vevents": vevents})


def broadcasts(live: Live, weekday: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last broadcast of the season of a day, or of the next one between two; None for a weekday that is none."""
    start, end = live.season(today)
    first = next_live(live, weekday, start)
    return None if first is None else (first, first + (end - first) // WEEK * WEEK)


def _when(hour: LiveHour) -> Iterator[str]:
    """Yield when it is heard; the rule ends with the season, since calendar programs do not agree on rules by month."""
    yield f"SUMMARY:{text(f'{hour.show.name} en direct')}"
    yield moments("DTSTART", _moment(hour, hour.first, hour.live.start))
    yield moments("DTEND", _moment(hour, hour.first, hour.live.end))
    yield f"DTSTAMP:{hour.first.year:04}0101T000000Z"
    yield f"UID:{uuid5(NAMESPACE_URL, f'{hour.show.guid}:direct:{hour.first.year}')}"
    until = _moment(hour, hour.last, hour.live.start).astimezone(UTC)
    yield f"RRULE:{recur({'FREQ': 'WEEKLY', 'UNTIL': until, 'BYDAY': [BYDAY[hour.first.weekday()]]})}"


def _moment(hour: LiveHour, day: date, at: time) -> datetime:
    return datetime.combine(day, at, hour.identity.zone)


def _what(hour: LiveHour) -> Iterator[str]:
    """Yield the rest, by name; who listens is not busy."""
    page = hour.identity.absolute(PAGE)
    said = (hour.show.tagline, f"Pour passer à l’antenne{NBSP}: {hour.show.phone}", hour.live.stream, page)
    yield f"DESCRIPTION:{text(chr(10).join(filter(None, said)))}"
    yield f"LOCATION:{text(hour.show.station)}"
    yield "STATUS:CONFIRMED"
    yield "TRANSP:TRANSPARENT"
    yield f"URL:{page}"
