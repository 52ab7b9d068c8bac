"""The live hour of the programme: the same day of each week, in the months of its season."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta

from msgspec import Struct

from plugins.model.dates import BYDAY

YEAR = 366
MP3 = "audio/mpeg"
"""Media type of a stream of which nothing else is said."""


class Live(Struct, frozen=True):
    """When and where the programme is heard live."""

    start: time
    end: time
    first_month: int
    """Of the season, 1 to 12."""
    last_month: int
    stream: str = ""
    """Address of the station's stream; empty: on the air alone, and no live feed."""
    mime: str = MP3
    """Of the stream."""

    def is_in_season(self, day: date) -> bool:
        """Return whether the programme runs in the month of that day; a season may go over New Year."""
        if self.first_month <= self.last_month:
            return self.first_month <= day.month <= self.last_month
        return day.month >= self.first_month or day.month <= self.last_month

    def season(self, day: date) -> tuple[date, date]:
        """Return the first and last day of the season that a day is in, or of the next one between two seasons."""
        year = day.year
        if self.first_month > self.last_month:
            year -= day.month <= self.last_month
            ends = year + 1
        else:
            year += day.month > self.last_month
            ends = year
        return date(year, self.first_month, 1), date(ends, self.last_month, monthrange(ends, self.last_month)[1])


def next_live(live: Live, weekday: str, today: date) -> date | None:
    """Return the first broadcast from today on; None for a weekday that is none."""
    return next(_days(live, weekday, today, 1), None)


def next_day(live: Live | None, weekday: str, today: date) -> date | None:
    """Return the next day of the programme, of which no season may be known; None for a weekday that is none."""
    if weekday not in BYDAY:
        return None
    return next_live(live, weekday, today) if live else today + timedelta(days=(BYDAY.index(weekday) - today.weekday()) % 7)


def last_live(live: Live, weekday: str, today: date) -> date | None:
    """Return the last broadcast before today; None for a weekday that is none."""
    return next(_days(live, weekday, today - timedelta(days=1), -1), None)


def _days(live: Live, weekday: str, start: date, step: int) -> Iterator[date]:
    days = (start + timedelta(days=step * number) for number in range(YEAR))
    return (day for day in days if BYDAY[day.weekday()] == weekday and live.is_in_season(day))
