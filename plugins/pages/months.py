"""The months of the agenda, each with the events that its page shows and no other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from plugins.model.agenda import Agenda
from plugins.model.event import Event
from plugins.model.words import month_words


class Month(Struct, frozen=True):
    """A month that has a page."""

    year: int
    month: int

    @property
    def address(self) -> str:
        """Its page."""
        return f"/agenda/{self.year}/{self.month:02}/"

    @property
    def name(self) -> str:
        """`novembre 2026`."""
        return month_words(self.year, self.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return (self.first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


Months = Mapping[Month, tuple[Event, ...]]
"""The events that have a date in each month, by month in order; a month without any is not there."""


def by_month(agenda: Agenda) -> Months:
    """Return the events of an agenda by month; one that goes on into the next month stands in both."""
    return {Month(*month): events for month, events in agenda.by_month.items()}


def current(months: Months, today: date) -> str:
    """Return the address of this month; of the next one that has a page, else of the last one; empty when no month has one."""
    found = next((month for month in months if month.last >= today), None) or next(reversed(tuple(months)), None)
    return found.address if found else ""
