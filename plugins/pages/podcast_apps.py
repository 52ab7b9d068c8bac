"""How to follow the programme in an application for podcasts."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from msgspec import Struct

from plugins.model.site import Identity, Show

FEED = "/la-bobine/podcast.xml"
ANTENNAPOD = "https://antennapod.org/deeplink/subscribe"
"""Opens the application where it is, and a page that explains it elsewhere (antennapod.org, documentation for podcasters)."""


class App(Struct, frozen=True):
    """A way to subscribe."""

    name: str
    href: str


def apps(identity: Identity, show: Show) -> tuple[App, ...]:
    """Return the applications that one link leads to; for all others there is the feed's address to copy."""
    feed = identity.absolute(FEED)
    listed = (App("Spotify", show.spotify),) if show.spotify else ()
    return (App("Apple Podcasts", f"podcast://{_without_scheme(feed)}"), *listed, App("AntennaPod", _antennapod(feed, show.name)))


def _without_scheme(url: str) -> str:
    """Return what Apple's own scheme wants after it: the host and the path."""
    parts = urlsplit(url)
    return parts.netloc + parts.path


def _antennapod(feed: str, name: str) -> str:
    return f"{ANTENNAPOD}?url={quote(feed, safe='')}&title={quote(name, safe='')}"
