"""The kinds of files that the site holds: what they are called on the web, how long they keep, who may read them."""

from __future__ import annotations

from msgspec import Struct

from plugins.model.radio import MIME_TYPES

ASK = "no-cache"
"""Kept, and asked about each time (RFC 9111 §5.2.2.4): an agenda of yesterday would send people to closed doors."""
HOUR = "max-age=3600"
"""Asked about once a visit."""
DAY = "max-age=86400"
"""Changed seldom, and under the same name."""
FOREVER = "max-age=31536000, immutable"
"""Under a name that changes with the content (RFC 8246)."""


class Kind(Struct, frozen=True):
    """Files that are served alike."""

    endings: tuple[str, ...]
    """With their dot."""
    mime: str
    """Media type."""
    cache: str
    """Value of Cache-Control."""
    is_text: bool = False
    """In UTF-8, which the media type says."""
    is_squeezable: bool = False
    """Worth compressing on the way."""
    is_shared: bool = False
    """Whether scripts of other sites may read it (Fetch, §3.2): calendars, feeds, open data, what podcast players on the web show."""

    @property
    def content_type(self) -> str:
        """The value of Content-Type."""
        return f"{self.mime}; charset=utf-8" if self.is_text else self.mime


def _text(endings: tuple[str, ...], mime: str, cache: str = ASK, *, is_shared: bool = False) -> Kind:
    return Kind(endings, mime, cache, is_text=True, is_squeezable=True, is_shared=is_shared)


KINDS = (
    _text((".html",), "text/html"),
    _text((".css",), "text/css", HOUR),
    _text((".js",), "text/javascript", HOUR),
    _text((".txt",), "text/plain", is_shared=True),
    _text((".ics",), "text/calendar", is_shared=True),
    _text((".xml",), "application/xml", is_shared=True),  # feeds too: a browser shows it, where it would store application/rss+xml
    _text((".vtt",), "text/vtt", is_shared=True),
    Kind((".json",), "application/json", ASK, is_squeezable=True, is_shared=True),
    Kind((".webmanifest",), "application/manifest+json", ASK, is_squeezable=True),
    Kind((".svg",), "image/svg+xml", DAY, is_squeezable=True),
    Kind((".jpg", ".jpeg"), "image/jpeg", DAY),
    Kind((".png",), "image/png", DAY),
    Kind((".gif",), "image/gif", DAY),
    Kind((".webp",), "image/webp", DAY),
    Kind((".avif",), "image/avif", DAY),
    Kind((".ico",), "image/x-icon", DAY),
    Kind((".pdf",), "application/pdf", DAY),
    Kind((".pf_fragment", ".pf_index", ".pf_meta"), "application/octet-stream", FOREVER),  # the search's index
    Kind((".pagefind",), "application/octet-stream", DAY),  # its engine
    *(Kind((f".{ending}",), mime, DAY, is_shared=True) for ending, mime in MIME_TYPES.items()),
)
"""Every ending once."""
MEDIA_TYPES = {ending: kind.content_type for kind in KINDS for ending in kind.endings}
"""Value of Content-Type by ending."""
