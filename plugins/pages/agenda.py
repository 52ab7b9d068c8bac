"""The agenda: what comes, today, this weekend, by month and by choice, and how to subscribe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from plugins.model.agenda import dates
from plugins.model.event import Event
from plugins.model.site import Site
from plugins.model.words import day_words
from plugins.pages import announced, chosen, subscribing, trails, weeks
from plugins.pages.card import card
from plugins.pages.choices import Group, choices
from plugins.pages.listing import Listing, arrange, by_day, is_long, shortened
from plugins.pages.months import Month, Months, current
from plugins.pages.page import Face, Page

AHEAD = timedelta(days=59)
"""How far the agenda's first page looks; the months tell the rest."""
CARDS = 60
"""About how many dates that page lists: it must stay light on a phone."""
SUNDAY = 6


def pages(site: Site, months: Months, events: tuple[Event, ...]) -> Iterator[Page]:
    """Yield the pages of the agenda, of which the first shows `events`, but not those of each event."""
    groups, month = choices(site), current(months, site.today)
    left = tuple(month for month in months if month.last >= site.today)
    yield Page("/agenda/", "agenda", coming_face, {"today": site.today, "events": events, "months": left, "groups": groups, "month": month})
    yield from _near(site, month)
    yield from chosen.pages(site, events, site.today + AHEAD, groups, month)
    yield Page("/agenda/s-abonner/", "subscribe", subscribing.subscribe_face, {"identity": site.identity, "groups": groups, "month": month})
    yield from weeks.pages(months, site.today)


def _near(site: Site, month: str) -> Iterator[Page]:
    """Yield the pages of the day and of the weekend, each with the midnight from when on it is about days gone by."""
    today, (first, last) = site.today, weekend(site.today)
    of_day = {"today": today, "events": site.agenda.events_between(today, today), "ends": _midnight(site, today), "month": month}
    yield Page("/agenda/aujourd-hui/", "days", today_face, of_day)
    of_weekend = {"first": first, "last": last, "events": site.agenda.events_between(first, last), "ends": _midnight(site, last), "month": month}
    yield Page("/agenda/ce-week-end/", "days", weekend_face, of_weekend)


def _midnight(site: Site, day: date) -> datetime:
    """Return when a day ends in the town."""
    return datetime.combine(day + timedelta(days=1), time(), site.identity.zone)


def weekend(today: date) -> tuple[date, date]:
    """Return the first and last day of this weekend: the next one until Friday, what is left of it from Saturday on."""
    sunday = today + timedelta(days=SUNDAY - today.weekday())
    return max(today, sunday - timedelta(days=1)), sunday


def coming(events: tuple[Event, ...], today: date, offered: frozenset[str] = frozenset()) -> Listing:
    """Return what comes in the next weeks, arranged and of a length one can read; `offered` names the facets by which it can be filtered."""
    return shortened(arrange(dates(events, today, today + AHEAD), today, offered), CARDS)


def coming_face(today: date, events: tuple[Event, ...], months: tuple[Month, ...], groups: tuple[Group, ...], month: str) -> Face:
    """Return the agenda's first page: the coming weeks, with what to choose among them, then the months that are not over."""
    offered = frozenset(choice.facet for group in groups for choice in group.choices)
    given = {"listing": coming(events, today, offered), "months": months, "groups": groups, "month": month}
    return Face("L’agenda", "Tout ce qui se passe dans les prochaines semaines, jour par jour.", given=given, feeds=(announced.AGENDA,))


def today_face(today: date, events: tuple[Event, ...], ends: datetime, month: str) -> Face:
    """Return the page of the day; its title names the day, since a page may be read after it."""
    given = {**_days(events, today, today), "heading": "Aujourd’hui", "words": day_words(today), "ends": ends, "month": month}
    return _near_face(f"Aujourd’hui, {day_words(today)}", f"Ce qui se passe le {day_words(today)}.", given)


def weekend_face(first: date, last: date, events: tuple[Event, ...], ends: datetime, month: str) -> Face:
    """Return the page of the weekend; its title names the days, as above."""
    words = day_words(last) if first == last else f"{day_words(first, year=False)} et {day_words(last)}"
    given = {**_days(events, first, last), "heading": "Ce week-end", "words": words, "ends": ends, "month": month}
    return _near_face(f"Ce week-end, {words}", f"Ce qui se passe ce week-end\u00a0: {words}.", given)


def _near_face(title: str, description: str, given: dict[str, object]) -> Face:
    return Face(title, description, given=given, trail=trails.AGENDA, feeds=(announced.AGENDA,))


def _days(events: tuple[Event, ...], first: date, last: date) -> dict[str, object]:
    """Return what takes place on a few days, and what lasts for longer apart."""
    found = dates(events, first, last)
    return {
        "is_one_day": first == last,
        "days": by_day((one for one in found if not is_long(one)), first),
        "long": tuple(card(one) for one in found if is_long(one)),
    }
