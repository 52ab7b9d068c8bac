"""The feed of texts, the map of the site and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from plugins.build.output import Output
from plugins.feeds.atom import ADDRESS, Text, atom
from plugins.feeds.robots import SITEMAP, robots, sitemap
from plugins.model.site import Site

MOST_ENTRIES = 20
"""Readers come back more often than twenty texts appear."""
FRAMED = "/agenda/cadre/"
"""Where pages lie that stand in other people's sites and ask not to be found: the map does not name them."""


def outputs(site: Site, addresses: Sequence[str]) -> Iterator[Output]:
    """Yield the feed of the newest texts, and the map of the pages at these addresses (from the root, without the site's base)."""
    texts = newest(site)
    bodies = tuple(site.html.get(text.path, "") for text in texts)
    yield Output(ADDRESS.lstrip("/"), atom, {"identity": site.identity, "texts": texts, "bodies": bodies})
    named = tuple(address for address in addresses if not address.startswith(FRAMED))
    yield Output(SITEMAP.lstrip("/"), sitemap, {"identity": site.identity, "addresses": named})
    yield Output("robots.txt", robots, {"identity": site.identity})


def newest(site: Site) -> tuple[Text, ...]:
    """Return the texts that have appeared by the day of the build, newest first."""
    texts: Iterator[Text] = chain(site.news, site.articles, site.issues)
    appeared = (text for text in texts if text.date <= site.today)
    return tuple(sorted(appeared, key=lambda text: (-text.date.toordinal(), text.address))[:MOST_ENTRIES])
