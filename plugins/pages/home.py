"""The home page: the coming seven days in one look, then what is new, then the houses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial

from msgspec import Struct

from plugins.model.agenda import dates, takes_place
from plugins.model.article import Article, Issue
from plugins.model.event import Event
from plugins.model.place import House
from plugins.model.radio import Episode
from plugins.model.site import Identity, Site
from plugins.model.telling import is_regular
from plugins.pages import sections
from plugins.pages.agenda import AHEAD
from plugins.pages.card import Card, Door, card, door, teaser, teasers
from plugins.pages.heads import home_head
from plugins.pages.linked_data.organisation import home_things
from plugins.pages.listing import Day, by_day, folded
from plugins.pages.page import Face, Page
from plugins.pages.places import house_keys
from plugins.pages.radio import next_live

DAYS = 7
CARDS = 4
"""How many dates of a day are shown before the rest is folded away."""
NEWS = 3


class Visit(Struct, frozen=True):
    """A house, and the next thing to come for."""

    door: Door
    next: Card | None


class New(Struct, frozen=True):
    """What there is to read and to hear."""

    magazine: str
    issue: Issue | None
    episode: Episode | None
    next_live: date | None
    news: tuple[Article, ...]
    has_letter: bool


def pages(site: Site, events: tuple[Event, ...]) -> Iterator[Page]:
    """Yield the home page, which shows of the events those of the week."""
    yield Page("/", "home", home_face, {"identity": site.identity, "today": site.today, "events": events, "houses": site.houses, "new": _new(site)})


def home_face(identity: Identity, today: date, events: tuple[Event, ...], houses: tuple[House, ...], new: New) -> Face:
    """Return the home page."""
    given = {
        "today": today,
        "ends": datetime.combine(today + timedelta(days=1), time(), identity.zone),
        "week": week(events, today),
        "issue": teaser(new.issue) if new.issue else None,
        "magazine": new.magazine,
        "number": new.issue.number if new.issue else None,
        "news": teasers(new.news),
        "episode": teaser(new.episode) if new.episode else None,
        "next_live": new.next_live,
        "visits": visits(houses, events, today),
        "has_letter": new.has_letter,
    }
    head = home_head(identity.name, identity.tagline)
    said = f"{identity.tagline}. L’agenda, les adresses et les nouvelles.".removeprefix(". ")
    return Face(identity.name, said, given=given, head=head, things=partial(home_things, houses))


def week(events: tuple[Event, ...], today: date) -> tuple[Day, ...]:
    """Return today and the six days after it, those with nothing on too."""
    coming = dates(events, today, today + timedelta(days=DAYS - 1))
    found = {day.day: day for day in by_day(coming, today)}
    rare = frozenset(item.event.address for item in coming if not is_regular(item.event))
    days = (today + timedelta(days=n) for n in range(DAYS))
    return tuple(folded(found[day], rare, CARDS) if day in found else Day(day, ()) for day in days)


def visits(houses: tuple[House, ...], events: tuple[Event, ...], today: date) -> tuple[Visit, ...]:
    """Return the houses, each with the next date that begins there and takes place."""
    coming = filter(takes_place, reversed(dates(events, today, today + AHEAD)))
    nexts = {key: found for found in coming if found.occurrence.day >= today for key in house_keys(found.event)}
    return tuple(Visit(door(house), card(found) if (found := nexts.get(house.key)) else None) for house in houses)


def _new(site: Site) -> New:
    issues, aired = sections.issues(site), site.aired
    return New(
        magazine=sections.magazine_name(site),
        issue=issues[0] if issues else None,
        episode=aired[0] if sections.has_radio(site) and aired else None,
        next_live=next_live(site),
        news=sections.news(site)[:NEWS],
        has_letter=sections.has_letter(site),
    )
