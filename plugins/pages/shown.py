"""What the templates call `page`: what its head says, and how one came there."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from plugins.model.entry import File
from plugins.pages.announced import Feed
from plugins.pages.frame import Frame, Link
from plugins.pages.heads import head, snippet
from plugins.pages.linked_data.things import HOME, Thing, breadcrumb, script
from plugins.pages.page import Face, Page, Published

MIME_TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "gif": "image/gif", "avif": "image/avif"}


class Shared(Struct, frozen=True):
    """The picture shown when the page is shared."""

    address: str
    width: int
    height: int
    mime: str
    """Empty: not known."""

    @property
    def is_wide(self) -> bool:
        """Whether it can stand above the words; a square one stands beside them."""
        return self.width > self.height


class Shown(Struct, frozen=True):
    """What templates know of a page beside what it shows."""

    address: str
    title: str
    description: str
    """As the page says it of itself."""
    head: str
    """The words of the title element."""
    snippet: str
    """The description for search results and shares."""
    picture: Shared | None
    published: Published | None
    feeds: tuple[Feed, ...]
    section: str
    """Address in the menu of what the page is, or lies in; `/` for the home page, empty for what is not in the menu."""
    trail: tuple[Link, ...]
    """The pages above it, the home page not among them."""
    linked: str
    """What it tells machines, to stand in a script; empty: nothing."""
    is_findable: bool
    """Whether search engines may show it."""


def shown(page: Page, face: Face, frame: Frame) -> Shown:
    """Return what templates know of a page."""
    identity = frame.identity
    picture = face.picture or frame.picture
    return Shown(
        address=page.address,
        title=face.title,
        description=face.description,
        head=face.head or head(face.title, face.mark, identity.name),
        snippet=snippet(face.description or face.title, f"{identity.name} – {identity.tagline}" if identity.tagline else identity.name),
        picture=_shared(picture) if picture else None,
        published=face.published,
        feeds=frame.feeds if face.feeds is None else face.feeds,
        section=_section(page.address, frame.menu),
        trail=face.trail,
        linked=script(_things(page, face, frame)) if face.is_findable else "",
        is_findable=face.is_findable,
    )


def _section(address: str, menu: Iterable[Link]) -> str:
    if address == HOME.address:
        return address
    return next((link.address for link in menu if address.startswith(link.address)), "")


def _shared(file: File) -> Shared:
    return Shared(file.address, file.width, file.height, MIME_TYPES.get(file.address.rpartition(".")[2].lower(), ""))


def _things(page: Page, face: Face, frame: Frame) -> list[Thing]:
    """Return all that a page tells machines; the home page is no step of a way."""
    way = [] if page.address == HOME.address else [breadcrumb(frame.identity, face.trail, Link(page.address, face.title))]
    return [*face.things(frame), *way]
