"""The frame: what every page shows around its own content."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from plugins.model.conformity import ADDRESS, conformity
from plugins.model.entry import File
from plugins.model.site import Identity, Site
from plugins.pages import announced, sections
from plugins.pages.announced import Feed
from plugins.pages.card import Door, doors

JOIN = "/lettre/s-abonner/"
"""The page that says how to get the letter."""


class Link(Struct, frozen=True):
    """A link of the menu or of the footer."""

    address: str
    label: str


class Frame(Struct, frozen=True):
    """The same on every page of a build."""

    identity: Identity
    houses: tuple[Door, ...]
    menu: tuple[Link, ...]
    pages: tuple[Link, ...]
    """Pages that stand by themselves, for the footer."""
    feeds: tuple[Feed, ...]
    join: Link | None
    """Where one asks for the letter; None in a town that sends none."""
    picture: File | None
    """Shown when a page without a picture is shared."""
    logo: File | None


def frame(site: Site) -> Frame:
    """Return the frame of a site; a section without content is not in its menu."""
    identity = site.identity
    return Frame(
        identity=identity,
        houses=doors(site.houses),
        menu=tuple(_menu(site)),
        pages=tuple(_alone(site)),
        feeds=tuple(_feeds(site)),
        join=Link(JOIN, "La lettre, par courrier électronique") if sections.has_letter(site) else None,
        picture=site.files.get(identity.picture),
        logo=site.files.get(identity.logo),
    )


def _alone(site: Site) -> Iterator[Link]:
    """Yield the pages that stand by themselves; the home page says the state of accessibility, as the law asks (decree 2019-768, article 5)."""
    yield Link(ADDRESS, f"Accessibilité\u00a0: {conformity(site.review, site.today).value}")
    yield from (Link(page.address, page.title) for page in site.pages if page.address != ADDRESS)


def _menu(site: Site) -> Iterator[Link]:
    yield Link("/agenda/", "Agenda")
    if site.houses:
        yield Link("/maisons/", "Maisons")
    if site.projects:
        yield Link("/projets/", "Projets")
    if site.issues:
        yield Link("/le-fil/", sections.magazine_name(site))
    if site.identity.show and sections.has_radio(site):
        yield Link("/la-bobine/", site.identity.show.name)
    if site.news:
        yield Link("/actualites/", "Actualités")
    if sections.has_letter(site):
        yield Link("/lettre/", "La lettre")
    yield Link("/recherche/", "Chercher")


def _feeds(site: Site) -> Iterator[Feed]:
    yield announced.AGENDA
    yield announced.NEWS
    if site.identity.show and sections.has_radio(site):
        yield announced.podcast(site.identity.show.name)
