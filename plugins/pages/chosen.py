"""A page for each choice: what comes in one house, for one public, or free for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from plugins.model.agenda import dates
from plugins.model.event import Event
from plugins.model.site import Site
from plugins.pages import announced, trails
from plugins.pages.choices import Choice, Group
from plugins.pages.facets import TICKET, facets, facets_of
from plugins.pages.listing import arrange, shortened
from plugins.pages.months import Month
from plugins.pages.page import Face, Page
from plugins.pages.subscribing import Calendar

CARDS = 60
"""About how many single dates such a page lists."""
SEASON = timedelta(days=365)
"""How far the page of the season ticket looks: shows are rare, and chosen long before."""


class Chosen(Struct, frozen=True):
    """What the page of a choice shows beside its dates."""

    choice: Choice
    group: Group
    """The choices beside it."""
    webcal: str
    """The link that subscribes to its calendar; empty: it has none."""
    later: Month | None
    """When nothing comes: the first month with something."""
    month: str
    """Address of this month."""


class Span(Struct, frozen=True):
    """Some events, and the days on which the first and the last of their dates stand; a page that is given these, and not the day, may stay."""

    events: tuple[Event, ...] = ()
    first: date = date.min
    last: date = date.min


def pages(site: Site, events: tuple[Event, ...], until: date, groups: tuple[Group, ...], month: str) -> Iterator[Page]:
    """Yield the page of each choice with its events among those that come until a day; month is the address of this month."""
    season = site.today + SEASON
    shows = tuple(event for event in site.agenda.events_between(site.today, season) if event.season)
    found = {**_by_facet(events, site.today, until), TICKET: _by_facet(shows, site.today, season).get(TICKET, Span())}
    offered = [(group, choice) for group in groups for choice in group.choices]
    later = _later(site, until) if any(not found.get(choice.facet, Span()).events for _, choice in offered) else {}
    for group, choice in offered:
        span = found.get(choice.facet, Span())
        webcal = Calendar(choice.label, site.identity.absolute(choice.calendar)).webcal if choice.calendar else ""
        chosen = Chosen(choice, group, webcal, None if span.events else later.get(choice.facet), month)
        yield Page(choice.address, "chosen", chosen_face, {"chosen": chosen, "span": span})


def _by_facet(events: Iterable[Event], first: date, last: date) -> Mapping[str, Span]:
    """Return the events by what holds of one of their dates between two days."""
    found: dict[str, list[tuple[Event, date, date]]] = defaultdict(list)
    for event in events:
        occurrences = event.occurrences.between(first, last)
        for facet in facets_of(event, occurrences):
            found[facet].append((event, max(occurrences[0].day, first), occurrences[-1].day))
    return {facet: _span(near) for facet, near in found.items()}


def _span(near: Iterable[tuple[Event, date, date]]) -> Span:
    events, firsts, lasts = zip(*near, strict=True)
    return Span(events, min(firsts), max(lasts))


def _later(site: Site, until: date) -> Mapping[str, Month]:
    """Return the first month with something of each facet, for those of which nothing comes until a day."""
    found: dict[str, Month] = {}
    for (year, month), events in site.agenda.by_month.items():
        if (year, month) >= (until.year, until.month):
            for event in events:
                for facet in facets_of(event, (event.first,)):
                    found.setdefault(facet, Month(year, month))
    return found


def chosen_face(chosen: Chosen, span: Span) -> Face:
    """Return the page of a choice: the dates of which it holds."""
    choice = chosen.choice
    found = (found for found in dates(span.events, span.first, span.last) if choice.facet in facets(found))
    given = {
        "choice": choice,
        "group": chosen.group,
        "listing": shortened(arrange(found, span.first), CARDS),
        "webcal": chosen.webcal,
        "later": chosen.later,
        "month": chosen.month,
    }
    said = choice.note or f"Les prochains rendez-vous\u00a0: {choice.label}."
    feeds = (announced.calendar(choice.calendar, choice.label),)
    return Face(f"Agenda\u00a0: {choice.label}", said, given=given, trail=trails.AGENDA, feeds=feeds)
