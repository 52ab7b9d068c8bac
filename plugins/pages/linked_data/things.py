"""Things of schema.org as plain data, and the script that holds those of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import json

from plugins.model.site import Identity
from plugins.pages.frame import Link

SCHEMA = "https://schema.org/"
HOME = Link("/", "Accueil")

Thing = Mapping[str, object]
"""One thing of schema.org, by property."""


def said(thing: Thing) -> Thing:
    """Return a thing without what nobody said."""
    return {name: value for name, value in thing.items() if value not in (None, "", [])}


def named(thing: Thing) -> Thing:
    """Return the name alone of a thing that is told elsewhere in the graph."""
    return {"@id": thing["@id"]}


def script(things: Iterable[Thing]) -> str:
    """Return the JSON of some things to stand in a `script` element, which no text in it can end (HTML, §4.12.1.3)."""
    return json.encode({"@context": SCHEMA.rstrip("/"), "@graph": list(things)}).decode().replace("<", "\\u003c")


def breadcrumb(identity: Identity, trail: Sequence[Link], here: Link) -> Thing:
    """Return the way from the home page to this one (Google asks for two steps or more, each with its name and place)."""
    return {"@type": "BreadcrumbList", "itemListElement": list(_steps(identity, (HOME, *trail, here)))}


def _steps(identity: Identity, links: Iterable[Link]) -> Iterator[Thing]:
    for position, link in enumerate(links, 1):
        yield {"@type": "ListItem", "position": position, "name": link.label, "item": identity.absolute(link.address)}
