"""The pages of the chronicles: everything that was heard under one name, each time at its moment."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.build.again import same_again
from plugins.model.chronicle import Chronicle, chronicles
from plugins.model.place import Term
from plugins.model.radio import Episode
from plugins.model.site import Show, Site
from plugins.model.text import plural
from plugins.model.words import NBSP
from plugins.pages import announced, trails
from plugins.pages.page import Face, Page


def pages(site: Site, show: Show) -> Iterator[Page]:
    """Yield a page for each chronicle that was heard, made of the episodes that have it."""
    for found in _heard("chronicles", show.chronicles, site.aired):
        episodes = tuple({moment.episode.path: moment.episode for moment in found.moments}.values())
        yield Page(found.address, "chronicle", chronicle_face, {"show": show.name, "key": found.key, "name": found.name, "episodes": episodes})


@same_again
def _heard(_: str, named: tuple[Term, ...], aired: tuple[Episode, ...]) -> tuple[Chronicle, ...]:
    """Return the chronicles: ten years of episodes have thousands of chapters, and most runs find the same."""
    return chronicles(named, aired)


def chronicle_face(show: str, key: str, name: str, episodes: tuple[Episode, ...]) -> Face:
    """Return the page of a chronicle of the show, its moments newest first."""
    (chronicle,) = chronicles((Term(key, name),), episodes)
    count = plural(len(chronicle.moments), "chronique")
    said = f"«{NBSP}{name}{NBSP}» dans {show}{NBSP}: {count} à réécouter, chacune à son moment."
    given = {"chronicle": chronicle}
    return Face(f"{name} – {show}", said, given=given, trail=trails.radio(show), feeds=(announced.podcast(show),))
