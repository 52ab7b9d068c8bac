"""A page: where it is, which template shows it, and what it is made of.

Declaring a page costs nothing: what it says is worked out by its view, when the page is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct, field

from plugins.model.entry import Entry, File
from plugins.pages.announced import Feed
from plugins.pages.frame import Frame, Link
from plugins.pages.linked_data.things import Thing

Things = Callable[[Frame], Iterable[Thing]]
"""Tells machines what a page is about, beside the way to it."""


def nothing(_: Frame) -> Iterable[Thing]:
    """Tell nothing."""
    return ()


class Published(Struct, frozen=True):
    """What programs ask of a text that came out on a day (ogp.me, article)."""

    day: date
    section: str
    authors: tuple[str, ...] = ()


class Face(Struct, frozen=True):
    """What a page says, ready for its template."""

    title: str
    description: str
    """One or two sentences for search results and shares; empty: the site's own."""
    picture: File | None = None
    """Shown when the page is shared; None: the site's own."""
    given: Mapping[str, object] = field(default_factory=dict)
    """What the template shows, by name."""
    mark: str = ""
    """What tells it from other pages of the same title: `28 novembre 2026`, `Le Fil n° 47`."""
    head: str = ""
    """The words of its title element; empty: title, mark and the site's name."""
    trail: tuple[Link, ...] = ()
    """The pages above it, from the top; the home page is not named."""
    feeds: tuple[Feed, ...] | None = None
    """What one can subscribe to there; None: to all that the site has."""
    published: Published | None = None
    """Of a text that came out on a day."""
    things: Things = nothing
    is_findable: bool = True
    """Whether search engines may show it."""


View = Callable[..., Face]
"""A pure function of a module, called with what its page is made of."""


class Page(Struct, frozen=True):
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


class Pages(Struct, frozen=True):
    """Pages that are declared together, and not again as long as what they are declared of stays the same."""

    name: str
    """Unlike that of any others: `2026-11`, the path of the first text."""
    template: str
    """Of all of them."""
    declare: Callable[..., Iterable[Page]]
    """A pure function of a module, called with `of`."""
    of: Mapping[str, object] = field(default_factory=dict)


def picture_of(entry: Entry) -> File | None:
    """Return the file of an entry's picture, None when it has none."""
    return entry.picture.file if entry.picture else None
