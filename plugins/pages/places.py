"""The houses and the projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TypeVar

from msgspec.structs import replace

from plugins.model.agenda import dates
from plugins.model.article import Article
from plugins.model.event import Event
from plugins.model.place import House, Project
from plugins.model.radio import Episode
from plugins.model.share_card import share_card
from plugins.model.site import Site
from plugins.pages import announced, sections, trails
from plugins.pages.agenda import AHEAD
from plugins.pages.card import doors, teasers
from plugins.pages.heads import opening
from plugins.pages.linked_data.organisation import house_things
from plugins.pages.listing import Listing, arrange, until_full
from plugins.pages.page import Face, Page, picture_of

CARDS = 20
"""About how many single dates the page of a house or project lists."""

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def pages(site: Site, events: tuple[Event, ...]) -> Iterator[Page]:
    """Yield the pages of the houses, then those of the projects, with what comes there of the events."""
    if site.houses:
        yield Page("/maisons/", "houses", houses_face, {"houses": site.houses})
    if site.projects:
        yield Page("/projets/", "projects", projects_face, {"projects": site.projects})
    yield from _each_house(site, events)
    yield from _each_project(site, events)


def house_keys(event: Event) -> set[str]:
    """Return the keys of the houses that organise or welcome an event, and of its venue."""
    venue = {event.venue.key} if event.venue else set()
    return {house.key for house in event.houses} | venue


def _each_house(site: Site, events: Iterable[Event]) -> Iterator[Page]:
    by_house = grouped((key, event) for event in events for key in house_keys(event))
    projects = grouped((house.key, project) for project in site.projects for house in project.houses)
    for house in site.houses:
        of = {
            "house": house,
            "html": site.html.get(house.path, ""),
            "today": site.today,
            "events": by_house.get(house.key, ()),
            "projects": projects.get(house.key, ()),
        }
        yield Page(house.address, "house", house_face, of)


def _each_project(site: Site, events: Iterable[Event]) -> Iterator[Page]:
    by_project = grouped((event.project.path, event) for event in events if event.project)
    texts: tuple[Article | Episode, ...] = (*sections.news(site), *sections.articles(site), *site.aired)
    stories = grouped((text.project.path, text) for text in texts if text.project)
    for project in site.projects:
        of = {
            "project": project,
            "html": site.html.get(project.path, ""),
            "today": site.today,
            "events": by_project.get(project.path, ()),
            "stories": stories.get(project.path, ()),
        }
        yield Page(project.address, "project", project_face, of)


def grouped(pairs: Iterable[tuple[K, T]]) -> Mapping[K, tuple[T, ...]]:
    """Return what has the same key together, by that key."""
    groups: dict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def houses_face(houses: tuple[House, ...]) -> Face:
    """Return the page of all houses."""
    given = {"houses": tuple((door, house.summary, house.district) for door, house in zip(doors(houses), houses, strict=True))}
    return Face("Les maisons", "Où nous trouver : adresses, téléphones et accueil.", given=given, feeds=(announced.AGENDA,))


def projects_face(projects: tuple[Project, ...]) -> Face:
    """Return the page of all projects."""
    return Face("Les projets", "Ce que nous faisons ensemble, toute l’année.", given={"projects": teasers(projects)})


def house_face(house: House, html: str, today: date, events: tuple[Event, ...], projects: tuple[Project, ...]) -> Face:
    """Return the page of a house: how to come, and what comes there."""
    given = {
        "house": house,
        "html": html,
        "listing": _coming(events, today),
        "projects": teasers(projects),
        "calendar": f"/agenda/maisons/{house.key}.ics",
    }
    return Face(
        house.title,
        house.summary or opening(html) or f"{house.title}\u00a0: {house.venue.address}",
        picture_of(house) or share_card(house.address),
        given,
        trail=trails.HOUSES,
        feeds=(announced.calendar(f"/agenda/maisons/{house.key}.ics", house.title),),
        things=partial(house_things, house),
    )


def project_face(project: Project, html: str, today: date, events: tuple[Event, ...], stories: tuple[Article | Episode, ...]) -> Face:
    """Return the page of a project: what comes, and what was written and broadcast about it."""
    given = {
        "project": project,
        "html": html,
        "houses": doors(project.houses),
        "listing": _coming(events, today),
        "stories": teasers(stories),
    }
    return Face(project.title, project.summary or opening(html), picture_of(project), given, mark="le projet", trail=trails.PROJECTS)


def _coming(events: tuple[Event, ...], today: date) -> Listing:
    listing = arrange(dates(events, today, today + AHEAD), today)
    return replace(listing, days=until_full(listing.days, CARDS))
