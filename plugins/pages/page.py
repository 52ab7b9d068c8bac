"""A page: where it is, which template shows it, and everything that it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.model.entry import Entry, File


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, as plain data."""

    address: str
    """From the root of the site: `/agenda/`."""
    template: str
    """Name of the theme's template, without `.html`."""
    title: str
    description: str
    """One or two sentences for search results and shares; empty: the site's own."""
    picture: File | None = None
    """Shown when the page is shared; None: the site's own."""
    given: Mapping[str, object] = field(default_factory=dict)
    """What the template shows, by name."""


def picture_of(entry: Entry) -> File | None:
    """Return the file of an entry's picture, None when it has none."""
    return entry.picture.file if entry.picture else None
