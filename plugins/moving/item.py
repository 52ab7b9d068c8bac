"""One episode as its old feed tells it."""

from __future__ import annotations

from datetime import datetime
from posixpath import basename
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from plugins.model.chapter import Chapter
from plugins.model.radio import Genre


class Item(Struct, frozen=True):
    """What an item of RSS 2.0 says, with the tags that podcasts add."""

    title: str
    guid: str
    """To the byte; the audio's address where the feed gives none, as apps do."""
    published: datetime | None
    """Aware; None when it cannot be read."""
    url: str
    """Of the audio, to the byte."""
    size: int
    """Bytes, as the feed says; 0 or 1 from programs that do not know."""
    mime: str
    seconds: int
    """0 when the feed does not say."""
    number: int | None
    genre: Genre
    text: str
    """The longest description there is, HTML or not."""
    guests: tuple[str, ...] = ()
    crew: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    """Those that stand in the feed itself."""
    chapters_url: str = ""
    transcripts: tuple[str, ...] = ()
    """Addresses."""
    soundbite: tuple[int, int] | None = None
    """Start and length in seconds."""
    others: tuple[str, ...] = ()
    """Tags with something in them that our texts have no place for."""

    @property
    def name(self) -> str:
        """Name of the audio file, as its address ends."""
        return unquote(basename(urlsplit(self.url).path))


class Feed(Struct, frozen=True):
    """A whole feed."""

    guid: str
    """podcast:guid; empty: none."""
    is_locked: bool
    next_page: str
    """Address of the next part of a feed in parts; empty: this is all."""
    items: tuple[Item, ...]
    """In the order of the feed."""
