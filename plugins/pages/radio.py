"""The radio programme: the show and its episodes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from plugins.model.entry import File
from plugins.model.radio import Episode
from plugins.model.site import Show, Site
from plugins.pages.card import Teaser, doors, teaser
from plugins.pages.frame import Link
from plugins.pages.page import Face, Page, picture_of
from plugins.pages.sections import has_radio

BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Weekdays of RFC 5545 §3.3.10, Monday first."""
BREAK = timedelta(days=14)
"""Longer without a broadcast than this: the season is over, or there are holidays, and no next date is promised."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of the show and one for each episode that was broadcast; none in a town without a programme."""
    if not has_radio(site) or site.identity.show is None:
        return
    show, aired = site.identity.show, site.aired
    of = {"show": show, "cover": site.files.get(show.cover), "next_live": next_live(site), "episodes": aired}
    yield Page("/la-bobine/", "radio", radio_face, of)
    yield from _episodes(site, show, aired)


def _episodes(site: Site, show: Show, aired: tuple[Episode, ...]) -> Iterator[Page]:
    links = tuple(Link(episode.address, episode.title) for episode in aired)
    for newer, episode, older in zip((None, *links), aired, (*links[1:], None), strict=False):
        of = {"episode": episode, "html": site.html.get(episode.path, ""), "show": show.name, "older": older, "newer": newer}
        yield Page(episode.address, "episode", episode_face, of)


def next_live(site: Site) -> date | None:
    """Return the day of the next broadcast while a season runs, else None."""
    show = site.identity.show
    if show is None or show.weekday not in BYDAY or not site.aired:
        return None
    if site.today - site.aired[0].aired.date() > BREAK:
        return None
    return site.today + timedelta(days=(BYDAY.index(show.weekday) - site.today.weekday()) % 7)


def radio_face(show: Show, cover: File | None, next_live: date | None, episodes: tuple[Episode, ...]) -> Face:
    """Return the page of the show and of its episodes, newest first."""
    given = {
        "show": show,
        "cover": cover,
        "next_live": next_live,
        "latest": episodes[0] if episodes else None,
        "seasons": _seasons(episodes),
    }
    return Face(show.name, show.description, cover, given)


def _seasons(episodes: tuple[Episode, ...]) -> tuple[tuple[str, tuple[tuple[int, int, Teaser], ...]], ...]:
    """Return each season with (number, seconds, teaser) of its episodes, newest first."""
    groups = groupby(episodes, key=lambda episode: episode.season)
    return tuple((season, tuple((e.number, e.enclosure.recording.seconds, teaser(e)) for e in found)) for season, found in groups)


def episode_face(episode: Episode, html: str, show: str, older: Link | None, newer: Link | None) -> Face:
    """Return the page of an episode of the show."""
    given = {"episode": episode, "html": html, "show": show, "houses": doors(episode.houses), "older": older, "newer": newer}
    return Face(episode.title, episode.summary, picture_of(episode), given)
