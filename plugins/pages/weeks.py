"""The page of a month: its weeks as a table, with what lasts for weeks apart."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from plugins.model.agenda import Date, dates
from plugins.model.event import Event
from plugins.model.telling import is_regular
from plugins.pages import announced, trails
from plugins.pages.card import Card, card
from plugins.pages.listing import is_long
from plugins.pages.months import Month, Months
from plugins.pages.page import Face, Page

MOST = 8
"""How many dates of a day are shown before the rest is folded away."""


class Cell(Struct, frozen=True):
    """One day of a month's table."""

    day: date
    when: str
    """`other` in the month before or after, `past`, `now`; empty when it is to come."""
    single: tuple[Card, ...] = ()
    regular: tuple[Card, ...] = ()
    """What comes back: after what does not, so that it buries nothing."""
    more: tuple[Card, ...] = ()
    """What is folded away on a day with much."""


def pages(months: Months, today: date) -> Iterator[Page]:
    """Yield the page of each month; one that is over, or has not begun, is the same each day."""
    for before, month, after in zip((None, *months), months, (*list(months)[1:], None), strict=False):
        day = max(month.first - timedelta(days=1), min(today, month.last + timedelta(days=1)))
        yield Page(month.address, "month", month_face, {"month": month, "today": day, "before": before, "after": after, "events": months[month]})


def month_face(month: Month, today: date, events: tuple[Event, ...], before: Month | None, after: Month | None) -> Face:
    """Return the page of a month."""
    found = dates(events, month.first, month.last)
    long = [one for one in found if is_long(one)]
    given = {
        "shown": month,
        "month": month.address,
        "before": before,
        "after": after,
        "has_today": month.first <= today <= month.last,
        "weeks": weeks(month, [one for one in found if one not in long], today),
        "long": tuple(map(card, long)),
    }
    said = f"Tous les rendez-vous du mois\u00a0: {month.name}."
    return Face(f"Agenda, {month.name}", said, given=given, trail=trails.AGENDA, feeds=(announced.AGENDA,))


def weeks(month: Month, found: Iterable[Date], today: date) -> tuple[tuple[Cell, ...], ...]:
    """Return the weeks of a month, Monday first, with some dates on each day that they touch."""
    by_day = _by_day(found)
    return tuple(tuple(_cell(day, month, by_day, today) for day in week) for week in Calendar().monthdatescalendar(month.year, month.month))


def _by_day(found: Iterable[Date]) -> Mapping[date, list[Date]]:
    groups: dict[date, list[Date]] = defaultdict(list)
    for one in found:
        for number in range(one.occurrence.days):
            groups[one.occurrence.day + timedelta(days=number)].append(one)
    return groups


def _cell(day: date, month: Month, by_day: Mapping[date, list[Date]], today: date) -> Cell:
    if not month.first <= day <= month.last:
        return Cell(day, "other")
    found = sorted(by_day.get(day, ()), key=lambda one: is_regular(one.event))
    cards = [card(one) for one in found]
    most = len(cards) if len(cards) <= MOST + 1 else MOST
    singles = sum(not is_regular(one.event) for one in found)
    when = "past" if day < today else "now" if day == today else ""
    return Cell(day, when, tuple(cards[: min(singles, most)]), tuple(cards[singles:most]), tuple(cards[most:]))
