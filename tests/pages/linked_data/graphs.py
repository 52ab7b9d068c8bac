"""The graph that a page tells machines, read back from its HTML, and what Google's documentation says of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from plugins.model.site import Site
from tests.pages.sites import rendered

Graph = list[dict[str, Any]]
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d[+-]\d\d:\d\d)?")
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Event": ("name", "startDate", "eventStatus"),
    "Place": ("name", "address"),
    "LocalBusiness": ("@id", "name", "address", "url"),
    "Organization": ("name",),
    "Person": ("name",),
    "WebSite": ("name", "url", "potentialAction"),
    "SearchAction": ("target", "query-input"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "Article": ("headline", "datePublished", "author", "publisher"),
    "NewsArticle": ("headline", "datePublished", "author", "publisher"),
    "OpeningHoursSpecification": ("dayOfWeek", "opens", "closes"),
    "GeoCoordinates": ("latitude", "longitude"),
    "PodcastSeries": ("name", "url", "webFeed"),
    "PodcastEpisode": ("name", "url", "datePublished", "partOfSeries", "associatedMedia"),
    "AudioObject": ("contentUrl", "encodingFormat", "duration"),
}
"""What Google asks of each type (developers.google.com, Search, structured data), and what podcasts cannot do without."""


def graph_of(text: str) -> Graph:
    """Return what a page tells machines; what it names by @id alone is put in the place of the name."""
    (found,) = SCRIPT.findall(text)
    parsed = json.loads(found)
    assert parsed["@context"] == "https://schema.org"
    told: dict[str, Any] = {thing["@id"]: thing for thing in things(parsed["@graph"]) if "@id" in thing and len(thing) > 1}
    assert list(faults(parsed["@graph"])) == []
    return [_resolved(thing, told) for thing in parsed["@graph"]]


def graph(site: Site, path: str) -> Graph:
    """Return what the page of a site at a path tells machines."""
    return graph_of(rendered(site, [path])[path])


def of_kind(found: Graph, kind: str) -> dict[str, Any]:
    """Return the one thing of a type at the top of a graph."""
    (thing,) = (thing for thing in found if thing["@type"] == kind)
    return thing


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every thing in a value."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from things(part)


def _resolved(value: Any, told: Mapping[str, Any]) -> Any:
    if isinstance(value, list):
        return [_resolved(part, told) for part in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"@id"}:
        return {name: part for name, part in told[value["@id"]].items() if not isinstance(part, (dict, list))}
    return {name: _resolved(part, told) for name, part in value.items()}


def faults(found: Any) -> Iterator[str]:
    """Yield what Google would say of the things in a graph."""
    all_things = list(things(found))
    told = [thing["@id"] for thing in all_things if "@id" in thing and len(thing) > 1]
    yield from (f"told twice: {name}" for name in sorted(set(told)) if told.count(name) > 1)
    for thing in all_things:
        if set(thing) == {"@id"}:
            yield from () if thing["@id"] in told else [f"not told: {thing['@id']}"]
            continue
        yield from (f"{thing['@type']}: no {name}" for name in REQUIRED.get(thing["@type"], ()) if not thing.get(name))
        yield from (f"empty: {name}" for name, value in thing.items() if value in ("", None, [], {}))
        yield from (f"{name} {value}" for name, value in thing.items() if _is_moment(name) and not MOMENT.fullmatch(value))
        yield from _of_kind(thing)


def _is_moment(name: str) -> bool:
    return name.endswith(("Date", "Published", "validThrough"))


def _of_kind(thing: dict[str, Any]) -> Iterator[str]:
    if thing["@type"] == "Event":
        if thing.get("endDate", thing["startDate"]) < thing["startDate"]:
            yield "ends before it starts"
        if not re.fullmatch(r"https://schema\.org/Event(Scheduled|Cancelled|Postponed|Rescheduled)", thing["eventStatus"]):
            yield thing["eventStatus"]
    if thing["@type"] == "Offer" and not isinstance(thing.get("price", 0), (int, float)):
        yield "price"
    if thing["@type"] == "BreadcrumbList":
        steps = [item["position"] for item in thing["itemListElement"]]
        yield from () if len(steps) >= 2 and steps == list(range(1, len(steps) + 1)) else [f"steps {steps}"]
    if "telephone" in thing and not thing["telephone"].startswith("+"):
        yield "telephone without its country"
