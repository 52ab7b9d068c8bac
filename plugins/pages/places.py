"""The houses and the projects."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from plugins.model.agenda import Date, takes_place
from plugins.model.article import Article
from plugins.model.event import Event
from plugins.model.place import House, Project
from plugins.model.radio import Episode
from plugins.model.site import Site
from plugins.pages import sections
from plugins.pages.agenda import AHEAD
from plugins.pages.card import doors, teasers
from plugins.pages.listing import Listing, arrange, until_full
from plugins.pages.page import Page, picture_of

CARDS = 20
"""About how many single dates the page of a house or project lists."""

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


def pages(site: Site) -> Iterator[Page]:
    """Yield the pages of the houses, then those of the projects."""
    if site.houses:
        yield _houses(site)
    if site.projects:
        given = {"projects": teasers(site.projects)}
        yield Page("/projets/", "projects", "Les projets", "Ce que nous faisons ensemble, toute l’année.", given=given)
    yield from _each_house(site)
    yield from _each_project(site)


def coming_by_house(site: Site) -> Mapping[str, list[Date]]:
    """Return the dates to come, by the house that organises or welcomes; cancelled ones are not to come."""
    dates = (found for found in _coming(site) if takes_place(found.event))
    return _grouped((key, found) for found in dates for key in _house_keys(found.event))


def _coming(site: Site) -> list[Date]:
    return site.agenda.between(site.today, site.today + AHEAD)


def _house_keys(event: Event) -> set[str]:
    venue = {event.venue.key} if event.venue else set()
    return {house.key for house in event.houses} | venue


def _grouped(pairs: Iterable[tuple[K, T]]) -> Mapping[K, list[T]]:
    groups: dict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _short(dates: list[Date], today: date) -> Listing:
    listing = arrange(dates, today)
    return replace(listing, days=until_full(listing.days, CARDS))


def _houses(site: Site) -> Page:
    given = {"houses": tuple((door, house.summary, house.district) for door, house in zip(doors(site.houses), site.houses, strict=True))}
    return Page("/maisons/", "houses", "Les maisons", "Où nous trouver : adresses, téléphones et accueil.", given=given)


def _each_house(site: Site) -> Iterator[Page]:
    dates = _grouped((key, found) for found in _coming(site) for key in _house_keys(found.event))
    projects = _grouped((house.key, project) for project in site.projects for house in project.houses)
    for house in site.houses:
        yield _house(site, house, dates[house.key], projects[house.key])


def _house(site: Site, house: House, dates: list[Date], projects: list[Project]) -> Page:
    given = {
        "house": house,
        "html": site.html.get(house.path, ""),
        "listing": _short(dates, site.today),
        "projects": teasers(projects),
        "calendar": f"/agenda/maisons/{house.key}.ics",
    }
    return Page(house.address, "house", house.title, house.summary, picture_of(house), given)


def _each_project(site: Site) -> Iterator[Page]:
    dates = _grouped((found.event.project.path, found) for found in _coming(site) if found.event.project)
    texts: tuple[Article | Episode, ...] = (*sections.news(site), *sections.articles(site), *site.aired)
    by_project = _grouped((text.project.path, text) for text in texts if text.project)
    for project in site.projects:
        given = {
            "project": project,
            "html": site.html.get(project.path, ""),
            "houses": doors(project.houses),
            "listing": _short(dates[project.path], site.today),
            "stories": teasers(by_project[project.path]),
        }
        yield Page(project.address, "project", project.title, project.summary, picture_of(project), given)
