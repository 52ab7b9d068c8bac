"""The values of a feed, as many programs write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from plugins.model.chapter import Chapter

LONGEST = 100 * 3600
"""Seconds: more is a mistake."""
_CLOCK = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,6})(?:[.,]\d+)?")


def read_published(text: str) -> datetime | None:
    """Return a date of RFC 2822, aware; None when it is none."""
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def read_seconds(text: str) -> int:
    """Return a time or a duration: `01:02:03`, `62:03`, `3723`, `3723.5`; 0 when it cannot be read."""
    match = _CLOCK.fullmatch(text.strip())
    if not match:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    found = hours * 3600 + minutes * 60 + seconds
    return found if found <= LONGEST else 0


def read_number(text: str) -> int:
    """Return a whole number, 0 when it is none."""
    return int(text) if re.fullmatch(r"\d{1,12}", text.strip()) else 0


def ascending(found: Iterable[tuple[float, str]]) -> tuple[Chapter, ...]:
    """Return moments with titles as chapters: in order, one a second, those without a title left out."""
    chapters: dict[int, Chapter] = {}
    for start, title in sorted(found, key=lambda pair: pair[0]):
        if title.strip() and 0 <= start <= LONGEST:
            chapters.setdefault(int(start), Chapter(int(start), " ".join(title.split())))
    return tuple(chapters.values())
