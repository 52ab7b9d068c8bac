"""Gathering what the letters of a site are composed of: it is done in every run for all of them, and composes none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from plugins.build.again import same_again, the_same
from plugins.model.letter import Letter
from plugins.model.site import Site
from plugins.newsletter.editorials import Editorials
from plugins.newsletter.material import CarrierMaterial, Material
from plugins.newsletter.names import carried
from plugins.newsletter.weeklies import Weeklies


@same_again
def gathered(_: str, site: Site) -> Mapping[str, tuple[Material, ...]]:
    """Return what letters are composed of, newest first, by the month in which they go out; the mail and the web version both ask."""
    by_month = groupby(gather(site, site.letters), key=lambda one: one.month)
    return {month: the_same(f"letters {month}", tuple(found)) for month, found in by_month}


def gather(site: Site, letters: Iterable[Letter]) -> Iterator[Material]:
    """Yield what some letters are composed of, without those that carry an issue that is not there."""
    editorials, weeklies = Editorials(site), Weeklies(site)
    for letter in letters:
        if letter.number is None:
            yield weeklies.of(letter, editorials.of(letter))
        elif issue := carried(site, letter):
            articles = (article for article in site.articles if article.number == issue.number and article.date <= letter.day)
            yield CarrierMaterial(**editorials.of(letter), issue=issue, articles=tuple(articles))
