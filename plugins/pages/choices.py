"""The choices that the agenda offers: by house, theme and public, and what costs nothing or asks nothing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from plugins.model.place import Term
from plugins.model.site import Site
from plugins.pages import facets


class Choice(Struct, frozen=True):
    """One thing to choose, which has a page of its own."""

    facet: str
    """What it asks of a date, by name and value: `maison:ors`."""
    address: str
    label: str
    note: str = ""
    """What the choice means, where its name does not say it all."""
    calendar: str = ""
    """Address of its calendar; empty: there is none."""
    phone: str = ""
    """Whom to ask; empty: any house."""

    @property
    def name(self) -> str:
        """Its name in the query of an address."""
        return self.facet.partition(":")[0]

    @property
    def value(self) -> str:
        """Its value in the query of an address."""
        return self.facet.partition(":")[2]


class Group(Struct, frozen=True):
    """Choices of one kind."""

    label: str
    """`Maison`."""
    every: str
    """What is chosen when none is: `Toutes les maisons`; empty when each can be chosen beside the others."""
    choices: tuple[Choice, ...]


def choices(site: Site) -> tuple[Group, ...]:
    """Return all choices in groups, in the order of the settings; a group of nothing is left out."""
    groups = (
        Group("Maison", "Toutes les maisons", tuple(_houses(site))),
        Group("Thématique", "Toutes les thématiques", _terms("thematique", site.themes)),
        Group("Public", "Tous les publics", _terms("public", site.audiences)),
        Group("Autres envies", "", tuple(_wishes(site.identity.season_ticket))),
    )
    return tuple(group for group in groups if group.choices)


def _houses(site: Site) -> Iterator[Choice]:
    for house in site.houses:
        address = f"/agenda/maisons/{house.key}"
        yield Choice(f"maison:{house.key}", f"{address}/", house.title, calendar=f"{address}.ics", phone=house.phone)


def _terms(name: str, terms: tuple[Term, ...]) -> tuple[Choice, ...]:
    addresses = ((term, f"/agenda/{name}s/{term.key}") for term in terms)
    return tuple(Choice(f"{name}:{term.key}", f"{address}/", term.name, calendar=f"{address}.ics") for term, address in addresses)


def _wishes(season_ticket: str) -> Iterator[Choice]:
    free = "Gratuit pour tout le monde, ou à prix libre\u00a0: chacun donne ce qu’il peut."
    yield Choice(facets.FREE, "/agenda/gratuit/", "Gratuit ou prix libre", free)
    yield Choice(
        facets.ACCESSIBLE,
        "/agenda/accessible/",
        "Accessible en fauteuil",
        "Les rendez-vous et les lieux annoncés comme accessibles en fauteuil roulant. Un doute\u00a0? La maison répond au téléphone.",
    )
    yield Choice(facets.OPEN, "/agenda/sans-inscription/", "Sans inscription", "On vient sans prévenir, comme on est.")
    if season_ticket:
        note = "Tous les spectacles de la saison qui restent à venir."
        yield Choice(facets.TICKET, "/agenda/passeport/", season_ticket, note, "/agenda/passeport.ics")
