"""« On en parle à la radio »: the links from what an episode speaks of to the episode."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.model.mentions import links
from plugins.model.site import Site
from plugins.pages.frame import Link

OnAir = Mapping[str, tuple[Link, ...]]


def spoken_links(site: Site) -> OnAir:
    """Return the links to the episodes that speak of an event or a text, newest first, by its path; none in a town without a programme."""
    if site.identity.show is None:
        return {}
    return {path: tuple(Link(episode.address, episode.title) for episode in episodes) for path, episodes in links(site).to.items()}
