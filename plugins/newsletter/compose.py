"""What a letter shows. Everything here depends on the day of the letter, so that an old letter never changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plugins.build.again import same_again
from plugins.model.letter import Letter
from plugins.model.site import Site
from plugins.newsletter.carrying import carrier
from plugins.newsletter.composition import Composition
from plugins.newsletter.editorial import mail_html
from plugins.newsletter.gathering import gather
from plugins.newsletter.links import Links, linked_markdown
from plugins.newsletter.material import CarrierMaterial, Material, WeeklyMaterial, sending
from plugins.newsletter.weekly import weekly


def compose(site: Site, letter: Letter) -> Composition:
    """Return what one letter of a site shows; for many of them `compose_all` is quicker."""
    return next(compose_all(site, (letter,)))


def compose_all(site: Site, letters: Iterable[Letter]) -> Iterator[Composition]:
    """Yield what each letter shows; one that carries an issue that is not there is left out, and `name_problems` tells of it."""
    return map(_composed, gather(site, letters))


@same_again
def composed(_: str, material: Material) -> Composition:
    """Return what a letter shows, by its key; the mail and the web version both ask, and get the same object."""
    return _composed(material)


def _composed(material: Material) -> Composition:
    if isinstance(material, CarrierMaterial):
        return carrier(material, _common(material))
    assert isinstance(material, WeeklyMaterial)
    return weekly(material, _common(material))


def _common(material: Material) -> Mapping[str, Any]:
    """Return the fields of Composition, by name."""
    letter, identity = material.letter, material.identity
    links = Links(identity, letter.key)
    return {
        "letter": letter,
        "links": links,
        "sent": sending(letter, identity.zone),
        "banner": material.banner,
        "markdown": linked_markdown(letter, links, material.leads),
        "html": mail_html(material.html, letter.address, links, material.pictures),
        "houses": material.houses,
    }
