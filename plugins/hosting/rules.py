"""Which headers each address gets: one set of rules, which each web server is told in its own words."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from plugins.hosting.kinds import KINDS, Kind
from plugins.hosting.policy import Place, places
from plugins.model.site import Identity, Site

Header = tuple[str, str]
POLICY, CACHE, SHARED = "Content-Security-Policy", "Cache-Control", "Access-Control-Allow-Origin"
EVERYWHERE: tuple[Header, ...] = (
    ("X-Content-Type-Options", "nosniff"),
    # Another site learns that somebody came from here, and not from which page
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    # Webmail shows the letter's pictures, applications play the podcast, the app that takes the form wears our style
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)
"""What every answer says; all that is here is public and the same for everybody."""
HSTS: Header = ("Strict-Transport-Security", "max-age=31536000")
"""A year of https alone (RFC 6797), for this host and no other of its domain."""

HIDDEN = r"/(?:\.htaccess|_headers)$"
"""Addresses of what is for servers and no page, as a regular expression."""


class Rules(Struct, frozen=True):
    """What a web server needs to know of a site."""

    host: str
    """Its name: `maisonsdequartier.fr`."""
    base: str
    """What stands before every address."""
    everywhere: tuple[Header, ...]
    places: tuple[Place, ...]
    """The whole site first, then parts with a policy of their own."""

    @property
    def parts(self) -> tuple[Place, ...]:
        """The parts whose policy is not that of the whole."""
        return self.places[1:]

    @property
    def lost(self) -> str:
        """Address of the page for what does not exist."""
        return f"{self.base}/404.html"


def rules(site: Site) -> Rules:
    """Return the rules of a site."""
    identity = site.identity
    everywhere = (*EVERYWHERE, HSTS) if _owns_its_host(identity) else EVERYWHERE
    return Rules(identity.url.split("/")[2], identity.base, everywhere, tuple(places(site)))


def headers_of(kind: Kind) -> tuple[Header, ...]:
    """Return what files of a kind say beside what all do."""
    shared = ((SHARED, "*"),) if kind.is_shared else ()
    return ((CACHE, kind.cache), *shared)


def alike() -> Mapping[tuple[Header, ...], str]:
    """Return the files that say the same, as a regular expression of their addresses, by what they say."""
    found: dict[tuple[Header, ...], list[str]] = {}
    for kind in KINDS:
        found.setdefault(headers_of(kind), []).extend(ending[1:] for ending in kind.endings)
    return {headers: rf"\.(?:{'|'.join(endings)})$" for headers, endings in found.items()}


def _owns_its_host(identity: Identity) -> bool:
    """Return whether a promise for the whole host is ours to make: in a folder we are guests."""
    return identity.url.startswith("https://") and not identity.base
