"""The Content-Security-Policy of each part of the site (W3C, CSP Level 3): nothing but what its pages need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.model.site import Site

PAGE = {
    "default-src": "'none'",
    "script-src": "'self'",  # the scripts of /theme/, and the worker that keeps a page for when there is no network
    "style-src": "'self'",
    "img-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",  # the search, and the page for what is lost
    "manifest-src": "'self'",
    "form-action": "'self'",  # the search
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""What a page may do. No `upgrade-insecure-requests`: what stands here is all https once the page is."""
FRAMED = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "data:",  # its empty icon, which spares a request
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "*",  # partners are whoever wants to be one
}
"""What the page may do that partners frame."""

Policy = Mapping[str, str]


class Place(Struct, frozen=True):
    """A part of the site with a policy of its own."""

    prefix: str
    """What its addresses start with, without the site's base: `/agenda/cadre/`."""
    policy: str
    """Value of Content-Security-Policy."""


def places(site: Site) -> Iterator[Place]:
    """Yield the parts of a site, the whole of it first; none of the others lies within another."""
    yield _place("/", PAGE)
    yield _place("/agenda/cadre/", FRAMED)
    yield _place("/agenda/integrer/", PAGE | {"frame-src": "'self'"})
    yield _place("/recherche/", PAGE | {"script-src": "'self' 'wasm-unsafe-eval'"})  # Pagefind compiles WebAssembly
    if site.identity.joining:
        yield _place("/lettre/", PAGE | {"form-action": f"'self' {origin(site.identity.joining)}"})
    if any(episode.enclosure.recording.url for episode in site.episodes):
        # Hosts of podcasts send on to others, which a policy judges too, and change them without a word
        yield _place("/la-bobine/", PAGE | {"media-src": "'self' https:"})


def origin(address: str) -> str:
    """Return the scheme and host of an address, as policies name them."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _place(prefix: str, policy: Policy) -> Place:
    return Place(prefix, "; ".join(f"{name} {value}" for name, value in policy.items()))
