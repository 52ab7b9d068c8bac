"""Sites for the tests of the header files, and what their addresses should get."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from msgspec.structs import replace

from plugins.hosting.kinds import KINDS
from plugins.hosting.rules import POLICY, Rules, headers_of, rules
from plugins.model.site import Site
from tests.pages.sites import episode
from tests.towns import IDENTITY, read_site

PAGES = (
    "/", "/agenda/", "/agenda/2026/11/28/soupe/", "/agenda/cadre/", "/agenda/cadre/pont/", "/agenda/integrer/", "/lettre/s-abonner/",
    "/la-bobine/", "/la-bobine/2026-2027/onde/", "/recherche/", "/maisons/", "/maisons/pont/",
)  # fmt: skip
FILES = (
    "/agenda.ics", "/agenda/2026/11/28/soupe/evenement.ics", "/agenda/evenements.json", "/flux.xml", "/la-bobine/podcast.xml", "/robots.txt",
    "/la-bobine/audio/onde.mp3", "/bobine/transcriptions/onde.vtt", "/images/pain.jpg", "/images/pain.avif", "/theme/site.css", "/theme/fil.svg",
    "/sw.js", "/manifest.webmanifest",
)  # fmt: skip


def town(url: str = IDENTITY.url, joining: str = "") -> Site:
    """Return a town at an address, with or without what takes the form."""
    return read_site({}, replace(IDENTITY, url=url, joining=joining))


def with_recording_at(address: str) -> Site:
    """Return a town with an episode; its recording is on the site where no address is given."""
    site = read_site({"bobine/2026-2027/onde.md": episode("08/10/2026", 1)})
    (found,) = site.episodes
    recording = replace(found.enclosure.recording, url=address)
    return replace(site, episodes=(replace(found, enclosure=replace(found.enclosure, recording=recording)),))


def policy_at(path: str, found: Rules) -> str:
    """Return the policy of an address from the root of the site: that of the part it lies in."""
    return next((place.policy for place in found.parts if path.startswith(place.prefix)), found.places[0].policy)


def expected(path: str, found: Rules) -> dict[str, str]:
    """Return every header that the rules give an address, from the root of the site."""
    ending = PurePosixPath(path).suffix if not path.endswith("/") else ".html"
    kind = next(kind for kind in KINDS if ending in kind.endings)
    return {**dict(found.everywhere), POLICY: policy_at(path, found), **dict(headers_of(kind)), "Content-Type": kind.content_type}


def directives(policy: str) -> dict[str, str]:
    """Return the directives of a policy."""
    return dict(part.split(" ", 1) for part in policy.split("; "))


def policies(site: Site, paths: Iterable[str] = PAGES) -> dict[str, dict[str, str]]:
    """Return the directives of the policy at each address of a site."""
    found = rules(site)
    return {path: directives(policy_at(path, found)) for path in paths}
