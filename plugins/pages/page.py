"""A page: where it is, which template shows it, and what it is made of.

Declaring a page costs nothing: what it says is worked out by its view, when the page is made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from plugins.model.entry import Entry, File


@dataclass(frozen=True, slots=True)
class Face:
    """What a page says, ready for its template."""

    title: str
    description: str
    """One or two sentences for search results and shares; empty: the site's own."""
    picture: File | None = None
    """Shown when the page is shared; None: the site's own."""
    given: Mapping[str, object] = field(default_factory=dict)
    """What the template shows, by name."""


View = Callable[..., Face]
"""A pure function of a module, called with what its page is made of."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, as plain data."""

    address: str
    """From the root of the site: `/agenda/`."""
    template: str
    """Name of the theme's template, without `.html`."""
    view: View
    of: Mapping[str, object] = field(default_factory=dict)
    """All that the page is made of, by name, as it was read: entries, small facts, and the day only where the page is about it."""

    @property
    def face(self) -> Face:
        """What the page says."""
        return self.view(**self.of)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the templates call `page`."""

    address: str
    title: str
    description: str
    picture: File | None


def shown(page: Page, face: Face) -> Shown:
    """Return what templates know of a page beside what it shows."""
    return Shown(page.address, face.title, face.description, face.picture)


def picture_of(entry: Entry) -> File | None:
    """Return the file of an entry's picture, None when it has none."""
    return entry.picture.file if entry.picture else None
