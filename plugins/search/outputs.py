"""The files of the search as outputs."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from plugins.build.fingerprint import digest_of_files
from plugins.build.output import Output
from plugins.model import text
from plugins.model.site import Site
from plugins.search.bundle import bundle
from plugins.search.events import event_records
from plugins.search.pagefind import index_of, pagefind_version
from plugins.search.record import Record
from plugins.search.shelf import kept
from plugins.search.texts import text_records

INDEX = "recherche/index/"
"""Where the index is published: under the page of the search, so that one rule of a server holds for both."""

CODE = (Path(__file__).parent, Path(text.__file__))
"""What decides how a record becomes an index."""


def records(site: Site) -> tuple[Record, ...]:
    """Return everything that can be found on the day of the build."""
    return (*text_records(site), *event_records(site))


def outputs(site: Site, shelf: Path) -> Iterator[Output]:
    """Yield the files of the index, which is kept on a shelf and made only of records that are not those of last time. Raise PagefindError."""
    found, doors = records(site), tuple((house.key, house.short) for house in site.houses)
    makings = pagefind_version(), digest_of_files({path.name: path for path in CODE}), doors, found
    name = blake2b(repr(makings).encode(), digest_size=16).hexdigest()
    for path, digest in kept(shelf, name, lambda: bundle(index_of(found), found, doors)).items():
        yield Output(INDEX + path, as_made, {"path": str(shelf / name / path), "digest": digest})


def as_made(path: str, digest: str) -> Path:  # noqa: ARG001  # the digest is what the output depends on
    """Return the file to copy."""
    return Path(path)
