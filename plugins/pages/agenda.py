"""The agenda: what comes, today, this weekend, and month by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plugins.model.agenda import Agenda
from plugins.model.site import Site
from plugins.model.words import day_words, month_words
from plugins.pages.listing import Listing, arrange, by_day, until_full
from plugins.pages.page import Page

AHEAD = timedelta(days=59)
"""How far the agenda's first page looks; the months tell the rest."""
CARDS = 60
"""About how many dates that page lists: it must stay light on a phone."""
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, slots=True)
class Month:
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


def pages(site: Site) -> Iterator[Page]:
    """Yield the pages of the agenda, but those of the events."""
    months = tuple(Month(*found) for found in site.agenda.months())
    yield _coming(site, months)
    yield _today(site)
    yield _weekend(site)
    for before, month, after in zip((None, *months), months, (*months[1:], None), strict=False):
        yield _month(site.agenda, month, before, after)


def coming(site: Site) -> Listing:
    """Return what comes in the next weeks, arranged and of a length one can read."""
    listing = arrange(site.agenda.between(site.today, site.today + AHEAD), site.today)
    return replace(listing, days=until_full(listing.days, CARDS))


def weekend(today: date) -> tuple[date, date]:
    """Return the first and last day of this weekend: the next one until Friday, what is left of it from Saturday on."""
    sunday = today + timedelta(days=SUNDAY - today.weekday())
    return max(today, sunday - timedelta(days=1)), sunday


def _coming(site: Site, months: tuple[Month, ...]) -> Page:
    left = tuple(month for month in months if month.last >= site.today)
    webcal = site.identity.absolute("/agenda.ics").replace("https:", "webcal:", 1).replace("http:", "webcal:", 1)
    given = {"listing": coming(site), "months": left, "webcal": webcal, "today": site.today}
    return Page("/agenda/", "agenda", "L’agenda", "Tout ce qui se passe dans les prochaines semaines, jour par jour.", given=given)


def _today(site: Site) -> Page:
    given = {
        "days": by_day(site.agenda.between(site.today, site.today), site.today),
        "heading": "Aujourd’hui",
        "words": day_words(site.today),
        "empty": "Rien au programme aujourd’hui.",
    }
    return Page("/agenda/aujourd-hui/", "days", "Aujourd’hui", f"Ce qui se passe le {day_words(site.today)}.", given=given)


def _weekend(site: Site) -> Page:
    first, last = weekend(site.today)
    words = day_words(last) if first == last else f"{day_words(first, year=False)} et {day_words(last)}"
    given = {
        "days": by_day(site.agenda.between(first, last), first),
        "heading": "Ce week-end",
        "words": words,
        "empty": "Rien au programme ce week-end.",
    }
    return Page("/agenda/ce-week-end/", "days", "Ce week-end", f"Ce qui se passe ce week-end : {words}.", given=given)


def _month(agenda: Agenda, month: Month, before: Month | None, after: Month | None) -> Page:
    listing = arrange(agenda.between(month.first, month.last), month.first)
    given = {"month": month, "before": before, "after": after, "listing": listing}
    return Page(month.address, "month", f"Agenda, {month.name}", f"Tous les rendez-vous du mois : {month.name}.", given=given)
