"""A house of which the agenda says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from plugins.model.agenda import Date, takes_place
from plugins.model.problem import Problem
from plugins.model.site import Site
from plugins.model.words import day_words
from plugins.watch.coming import doubt

QUIET = timedelta(weeks=3)


def quiet_houses(site: Site, folder: str) -> Iterator[Problem]:
    """Yield a problem for each house that for three weeks neither organises nor welcomes anything."""
    last = site.today + QUIET - timedelta(days=1)
    busy = {key for found in site.agenda.between(site.today, last) if takes_place(found) for key in _houses(found)}
    for house in site.houses:
        if house.key not in busy:
            yield doubt(
                f"{folder}/{house.path}",
                "",
                f"Rien n'est annoncé dans cette maison jusqu'au {day_words(last)}.",
                f"Ajoutez ses rendez-vous dans {folder}/evenements ; ceux qui y sont ont-ils la clé « maison » ?",
            )


def _houses(found: Date) -> set[str]:
    """Return the keys of the houses that organise a date, and of its place."""
    return {house.key for house in found.event.houses} | ({found.venue.key} if found.venue else set())
