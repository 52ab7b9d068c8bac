"""The home page: the coming seven days in one look, then what is new, then the houses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from plugins.model.site import Site
from plugins.pages import sections
from plugins.pages.card import Card, Door, card, door, teaser, teasers
from plugins.pages.listing import Day, by_day, folded, is_regular
from plugins.pages.page import Page
from plugins.pages.places import coming_by_house
from plugins.pages.radio import next_live

DAYS = 7
CARDS = 4
"""How many dates of a day are shown before the rest is folded away."""
NEWS = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """A house, and the next thing to come for."""

    door: Door
    next: Card | None


def pages(site: Site) -> Iterator[Page]:
    """Yield the home page."""
    identity = site.identity
    issues = sections.issues(site)
    given = {
        "today": site.today,
        "week": week(site),
        "issue": teaser(issues[0]) if issues else None,
        "magazine": sections.magazine_name(site),
        "number": issues[0].number if issues else None,
        "news": teasers(sections.news(site)[:NEWS]),
        "episode": teaser(site.aired[0]) if sections.has_radio(site) and site.aired else None,
        "next_live": next_live(site),
        "visits": visits(site),
        "has_letter": sections.has_letter(site),
    }
    yield Page("/", "home", identity.name, identity.tagline, given=given)


def week(site: Site) -> tuple[Day, ...]:
    """Return today and the six days after it, those with nothing on too."""
    dates = site.agenda.between(site.today, site.today + timedelta(days=DAYS - 1))
    found = {day.day: day for day in by_day(dates, site.today)}
    rare = frozenset(date.event.address for date in dates if not is_regular(date.event))
    days = (site.today + timedelta(days=n) for n in range(DAYS))
    return tuple(folded(found[day], rare, CARDS) if day in found else Day(day, ()) for day in days)


def visits(site: Site) -> tuple[Visit, ...]:
    """Return the houses, each with the next date that begins there and takes place."""
    coming = coming_by_house(site)
    nexts = {key: next((found for found in dates if found.occurrence.day >= site.today), None) for key, dates in coming.items()}
    return tuple(Visit(door(house), card(found) if (found := nexts.get(house.key)) else None) for house in site.houses)
