"""The ways down to pages: what stands above them, from the top."""

from __future__ import annotations

from plugins.pages.frame import Link

AGENDA = (Link("/agenda/", "L’agenda"),)
HOUSES = (Link("/maisons/", "Les maisons"),)
PROJECTS = (Link("/projets/", "Les projets"),)
NEWS = (Link("/actualites/", "Les actualités"),)
LETTERS = (Link("/lettre/", "La lettre"),)


def magazine(name: str) -> tuple[Link, ...]:
    """Return the way to what stands in the magazine."""
    return (Link("/le-fil/", name),)


def radio(show: str) -> tuple[Link, ...]:
    """Return the way to what stands under the programme."""
    return (Link("/la-bobine/", show),)
