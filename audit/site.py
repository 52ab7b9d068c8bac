"""The site that is judged: built as for the public, apart from the one that is shown, and its pages by kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct
from pelican.settings import read_settings

from plugins.build.command import run_pelican
from plugins.content_types.config import read_config
from plugins.content_types.reading import read
from plugins.model.site import Site
from plugins.pages.outputs import outputs
from plugins.pages.page import Page

CONF = "publishconf.py"
FOLDER = Path("build/audit")
"""From the root: what the audit makes."""


class Target(Struct, frozen=True):
    """One page of a kind."""

    kind: str
    """Name of its template: `event`."""
    address: str
    title: str


class Built(Struct, frozen=True):
    """A site that was built."""

    day: date
    base: str
    """What stands before every address on its host; mostly empty."""
    public: Path
    headers: Path
    """What nginx is told."""
    kinds: dict[str, str]
    """The kind of each page, by address."""
    targets: tuple[Target, ...]
    """One page of each kind, the main ones first."""
    main: tuple[Target, ...]
    """Home, agenda, an event to come, an episode."""


def build(root: Path) -> Built | int:
    """Build the site of a root as for the public; return its exit status when it fails. Nothing is written beside the texts."""
    folder = root / FOLDER
    places = {"OUTPUT_PATH": str(folder / "site"), "BUILD_PATH": str(folder / "coulisses")}
    if status := run_pelican(root / CONF, RECORD_REVISIONS=False, **places):
        return status
    site = read(read_config(read_settings(str(root / CONF)))).site
    pages = pages_of(site)
    return Built(
        day=site.today,
        base=site.identity.base,
        public=folder / "site",
        headers=folder / "coulisses/hebergement/nginx",
        kinds={page.address: page.template for page in pages},
        targets=targets_of(site, pages),
        main=main_of(site, pages),
    )


def pages_of(site: Site) -> tuple[Page, ...]:
    """Return every page of a site, as it is declared."""
    things = outputs(site, lambda *_, **__: "", lambda _: b"", has_index=True)
    return tuple(page for thing in things for output in thing.outputs if isinstance(page := output.given["page"], Page))


def main_of(site: Site, pages: Iterable[Page]) -> tuple[Target, ...]:
    """Return home, agenda, the event of the next date to come, the newest episode."""
    coming = next(site.agenda.after(site.today), None)
    wanted = ("/", "/agenda/", *([coming.event.address] if coming else []), *(episode.address for episode in site.aired[:1]))
    by_address = {page.address: page for page in pages}
    return tuple(_target(by_address[address]) for address in wanted if address in by_address)


def targets_of(site: Site, pages: tuple[Page, ...]) -> tuple[Target, ...]:
    """Return one page of each kind: the main ones, then the first of each other one."""
    main = main_of(site, pages)
    first = {page.template: page for page in reversed(pages)}
    rest = sorted(first.keys() - {target.kind for target in main})
    return (*main, *(_target(first[kind]) for kind in rest))


def _target(page: Page) -> Target:
    return Target(page.template, page.address, page.face.title)
