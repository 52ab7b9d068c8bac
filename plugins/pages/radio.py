"""The radio programme: the page of the show, with its live hour, its podcast, its chronicles and its seasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from msgspec import Struct

from plugins.model import live
from plugins.model.chronicle import chronicles
from plugins.model.dates import BYDAY
from plugins.model.entry import File
from plugins.model.radio import Episode
from plugins.model.site import Identity, Show, Site
from plugins.model.words import hour_words
from plugins.pages import announced, chronicle_pages, episodes
from plugins.pages.card import Teaser, teaser
from plugins.pages.linked_data.radio import show_things
from plugins.pages.page import Face, Page, Pages
from plugins.pages.podcast_apps import FEED, apps
from plugins.pages.sections import has_radio

BREAK = timedelta(days=14)
"""Longer without a broadcast than this: the season is over, or there are holidays, and no next date is promised."""
DIRECT = "/la-bobine/direct.ics"


class OnAir(Struct, frozen=True):
    """The live hour, as the page's script follows it."""

    day: date
    """The next one."""
    weekday: int
    """0 for Sunday, as JavaScript counts."""
    first: str
    """`18:00`, by the clock of the town."""
    last: str
    zone: str
    season: date
    """The last day of the season."""
    hours: str
    """In words: `de 18 h à 18 h 55`."""
    until: str
    """In words: `18 h 55`."""


def pages(site: Site) -> Iterator[Page | Pages]:
    """Yield the page of the show and those of its episodes and chronicles; none in a town without a programme."""
    if not has_radio(site) or site.identity.show is None:
        return
    show = site.identity.show
    of = {"identity": site.identity, "show": show, "cover": site.files.get(show.cover), "next_live": next_live(site), "aired": site.aired}
    yield Page("/la-bobine/", "radio", radio_face, of)
    yield from episodes.seasons(site, show)
    yield from chronicle_pages.pages(site, show)


def next_live(site: Site) -> date | None:
    """Return the day of the next broadcast, else None: while a season runs, one is promised only when the last ones took place."""
    show = site.identity.show
    if show is None or show.weekday not in BYDAY:
        return None
    heard = [episode.aired.date() for episode in site.aired[:1]]
    begun = [show.live.season(site.today)[0]] if show.live else []
    if site.today - max(heard + begun, default=date.min) > BREAK:
        return None
    return live.next_day(show.live, show.weekday, site.today)


def radio_face(identity: Identity, show: Show, cover: File | None, next_live: date | None, aired: tuple[Episode, ...]) -> Face:
    """Return the page of the show and of its episodes, newest first."""
    given = {
        "show": show,
        "cover": cover,
        "next_live": next_live,
        "on_air": on_air(identity, show, next_live),
        "calendar": DIRECT if show.live and show.weekday in BYDAY else "",
        "apps": apps(identity, show),
        "feed": identity.absolute(FEED),
        "latest": aired[0] if aired else None,
        "chronicles": chronicles(show.chronicles, aired),
        "seasons": _seasons(aired),
    }
    return Face(show.name, show.description, cover, given, feeds=(announced.podcast(show.name),), things=partial(show_things, show, cover))


def on_air(identity: Identity, show: Show, next_live: date | None) -> OnAir | None:
    """Return the live hour that a clock can follow; None when no hour is said, or no date is promised."""
    if show.live is None or next_live is None:
        return None
    first, last = show.live.start, show.live.end
    return OnAir(
        day=next_live,
        weekday=(BYDAY.index(show.weekday) + 1) % 7,
        first=f"{first:%H:%M}",
        last=f"{last:%H:%M}",
        zone=identity.zone.key,
        season=show.live.season(next_live)[1],
        hours=f"de {hour_words(first)} à {hour_words(last)}",
        until=hour_words(last),
    )


def _seasons(aired: tuple[Episode, ...]) -> tuple[tuple[str, tuple[tuple[int, int, Teaser], ...]], ...]:
    """Return each season with (number, seconds, teaser) of its episodes, newest first."""
    groups = groupby(aired, key=lambda episode: episode.season)
    return tuple((season, tuple((e.number, e.enclosure.recording.seconds, teaser(e)) for e in found)) for season, found in groups)
