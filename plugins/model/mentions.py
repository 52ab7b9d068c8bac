"""What episodes speak of: the events and texts that each names, and the episodes that speak of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from plugins.model.article import Article
from plugins.model.event import Event

if TYPE_CHECKING:
    from plugins.model.radio import Episode
    from plugins.model.site import Site

Spoken = Event | Article


class Mentions(Struct, frozen=True):
    """The links between the radio and the rest of the site, both ways."""

    of: Mapping[str, tuple[Spoken, ...]]
    """What an episode speaks of, in its writer's order, by the path of the episode."""
    to: Mapping[str, tuple[Episode, ...]]
    """Which episodes speak of an event or a text, newest first, by its path."""


def links(site: Site) -> Mentions:
    """Return the links of the episodes that were broadcast; a name that nothing bears is for the checks to tell."""
    of = {episode.path: about(site, episode) for episode in site.aired if episode.about}
    to: dict[str, list[Episode]] = defaultdict(list)
    for episode in site.aired:
        for entry in of.get(episode.path, ()):
            to[entry.path].append(episode)
    return Mentions(of, {path: tuple(episodes) for path, episodes in to.items()})


def about(site: Site, episode: Episode) -> tuple[Spoken, ...]:
    """Return what an episode speaks of and has a page; of several that bear a name, the one nearest to the broadcast."""
    issues = {None, *(issue.number for issue in site.issues if site.is_out(issue))}
    found: dict[str, Spoken] = {}
    for name in episode.about:
        named = [entry for entry in site.named(name) if site.is_out(entry) and (isinstance(entry, Event) or entry.number in issues)]
        if named:
            entry = min(named, key=lambda entry: (_away(entry, episode.aired.date()), entry.path))
            found[entry.path] = entry
    return tuple(found.values())


def _away(entry: Spoken, day: date) -> int:
    """Return how many days lie between an entry and a day."""
    days = (entry.date,) if isinstance(entry, Article) else tuple(one.day for one in entry.occurrences)
    return min((abs((one - day).days) for one in days), default=0)
