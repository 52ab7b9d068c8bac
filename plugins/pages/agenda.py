"""The agenda: what comes, today, this weekend, and month by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from plugins.model.agenda import dates
from plugins.model.event import Event
from plugins.model.site import Site
from plugins.model.words import day_words
from plugins.pages.listing import Listing, arrange, by_day, until_full
from plugins.pages.months import Month, Months
from plugins.pages.page import Face, Page

AHEAD = timedelta(days=59)
"""How far the agenda's first page looks; the months tell the rest."""
CARDS = 60
"""About how many dates that page lists: it must stay light on a phone."""
SUNDAY = 6


def pages(site: Site, months: Months, events: tuple[Event, ...]) -> Iterator[Page]:
    """Yield the pages of the agenda, of which the first shows `events`, but not those of each event."""
    yield _coming(site, months, events)
    yield Page("/agenda/aujourd-hui/", "days", today_face, {"today": site.today, "events": site.agenda.events_between(site.today, site.today)})
    first, last = weekend(site.today)
    yield Page("/agenda/ce-week-end/", "days", weekend_face, {"first": first, "last": last, "events": site.agenda.events_between(first, last)})
    for before, month, after in zip((None, *months), months, (*list(months)[1:], None), strict=False):
        yield Page(month.address, "month", month_face, {"month": month, "before": before, "after": after, "events": months[month]})


def weekend(today: date) -> tuple[date, date]:
    """Return the first and last day of this weekend: the next one until Friday, what is left of it from Saturday on."""
    sunday = today + timedelta(days=SUNDAY - today.weekday())
    return max(today, sunday - timedelta(days=1)), sunday


def coming(events: tuple[Event, ...], today: date) -> Listing:
    """Return what comes in the next weeks, arranged and of a length one can read."""
    listing = arrange(dates(events, today, today + AHEAD), today)
    return replace(listing, days=until_full(listing.days, CARDS))


def _coming(site: Site, months: Months, events: tuple[Event, ...]) -> Page:
    left = tuple(month for month in months if month.last >= site.today)
    webcal = site.identity.absolute("/agenda.ics").replace("https:", "webcal:", 1).replace("http:", "webcal:", 1)
    of = {"today": site.today, "events": events, "months": left, "webcal": webcal}
    return Page("/agenda/", "agenda", coming_face, of)


def coming_face(today: date, events: tuple[Event, ...], months: tuple[Month, ...], webcal: str) -> Face:
    """Return the agenda's first page: the coming weeks, then the months that are not over."""
    given = {"listing": coming(events, today), "months": months, "webcal": webcal}
    return Face("L’agenda", "Tout ce qui se passe dans les prochaines semaines, jour par jour.", given=given)


def today_face(today: date, events: tuple[Event, ...]) -> Face:
    """Return the page of the day."""
    given = {
        "days": by_day(dates(events, today, today), today),
        "heading": "Aujourd’hui",
        "words": day_words(today),
        "empty": "Rien au programme aujourd’hui.",
    }
    return Face("Aujourd’hui", f"Ce qui se passe le {day_words(today)}.", given=given)


def weekend_face(first: date, last: date, events: tuple[Event, ...]) -> Face:
    """Return the page of the weekend."""
    words = day_words(last) if first == last else f"{day_words(first, year=False)} et {day_words(last)}"
    given = {
        "days": by_day(dates(events, first, last), first),
        "heading": "Ce week-end",
        "words": words,
        "empty": "Rien au programme ce week-end.",
    }
    return Face("Ce week-end", f"Ce qui se passe ce week-end : {words}.", given=given)


def month_face(month: Month, events: tuple[Event, ...], before: Month | None, after: Month | None) -> Face:
    """Return the page of a month, which is the same whichever day it is."""
    listing = arrange(dates(events, month.first, month.last), month.first)
    given = {"month": month, "before": before, "after": after, "listing": listing}
    return Face(f"Agenda, {month.name}", f"Tous les rendez-vous du mois : {month.name}.", given=given)
