"""The service worker, the manifest and humans.txt as outputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.build.output import Output
from plugins.model.site import Identity, Site
from plugins.offline.humans import humans
from plugins.offline.manifest import manifest
from plugins.offline.worker import ASSETS, apart, make_worker


def outputs(site: Site) -> Iterator[Output]:
    """Yield the manifest and humans.txt."""
    identity = site.identity
    yield Output("manifest.webmanifest", manifest, {"name": identity.name, "tagline": identity.tagline, "base": identity.base})
    yield Output("humans.txt", humans, {"identity": identity, "has_radio": bool(identity.show and site.episodes)})


def worker(script: str, identity: Identity, declared: Mapping[str, Output]) -> Output:
    """Return the worker that keeps, of what is declared, the files of the light page; a theme may have fewer of them."""
    assets = tuple(declared[path] for path in ASSETS if path in declared)
    return Output("sw.js", make_worker, {"script": script, "assets": assets, "apart": apart(identity)})
