"""The radio programme: the show and its episodes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from plugins.model.radio import Episode
from plugins.model.site import Site
from plugins.pages.card import Teaser, doors, teaser
from plugins.pages.frame import Link
from plugins.pages.page import Page, picture_of
from plugins.pages.sections import has_radio

BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Weekdays of RFC 5545 §3.3.10, Monday first."""
BREAK = timedelta(days=14)
"""Longer without a broadcast than this: the season is over, or there are holidays, and no next date is promised."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of the show and one for each episode that was broadcast; none in a town without a programme."""
    if not has_radio(site) or site.identity.show is None:
        return
    show = site.identity.show
    given = {
        "show": show,
        "cover": site.files.get(show.cover),
        "next_live": next_live(site),
        "latest": site.aired[0] if site.aired else None,
        "seasons": _seasons(site.aired),
    }
    yield Page("/la-bobine/", "radio", show.name, show.description, site.files.get(show.cover), given)
    aired = site.aired
    for newer, episode, older in zip((None, *aired), aired, (*aired[1:], None), strict=False):
        yield _episode(site, episode, older, newer)


def next_live(site: Site) -> date | None:
    """Return the day of the next broadcast while a season runs, else None."""
    show = site.identity.show
    if show is None or show.weekday not in BYDAY or not site.aired:
        return None
    if site.today - site.aired[0].aired.date() > BREAK:
        return None
    return site.today + timedelta(days=(BYDAY.index(show.weekday) - site.today.weekday()) % 7)


def _seasons(episodes: tuple[Episode, ...]) -> tuple[tuple[str, tuple[tuple[int, int, Teaser], ...]], ...]:
    """Return each season with (number, seconds, teaser) of its episodes, newest first."""
    groups = groupby(episodes, key=lambda episode: episode.season)
    return tuple((season, tuple((e.number, e.enclosure.recording.seconds, teaser(e)) for e in found)) for season, found in groups)


def _episode(site: Site, episode: Episode, older: Episode | None, newer: Episode | None) -> Page:
    given = {
        "episode": episode,
        "html": site.html.get(episode.path, ""),
        "show": site.identity.show.name if site.identity.show else "",
        "houses": doors(episode.houses),
        "older": Link(older.address, older.title) if older else None,
        "newer": Link(newer.address, newer.title) if newer else None,
    }
    return Page(episode.address, "episode", episode.title, episode.summary, picture_of(episode), given)
