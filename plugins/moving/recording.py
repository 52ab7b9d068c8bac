"""The recording of an episode that moves in: its bytes here when they are at hand, else its address elsewhere."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from plugins.moving.item import Item
from plugins.studio.sidecar import Sidecar
from plugins.studio.source import file_digest


class Found(Struct, frozen=True):
    """What is known of a recording."""

    sidecar: Sidecar
    copied: Path | None
    """The file to copy here, byte for byte; None when there is none, or it is here already."""


def recording(place: Path, item: Item, before: Sidecar | None, file: Path | None) -> Found | None:
    """Return the recording of an episode whose audio is to lie at a place; None when nobody knows how long it lasts."""
    if before and not before.url and before.sha256:
        is_wanted = file is not None and not place.exists() and file_digest(file) == before.sha256
        return Found(before, file if is_wanted else None)
    if file:
        seconds = item.seconds or _measured(file)
        here = Sidecar(bytes=file.stat().st_size, seconds=seconds, sha256=file_digest(file), guid=item.guid)
        return Found(here, file) if seconds else None
    elsewhere = Sidecar(bytes=item.size, seconds=item.seconds, url=item.url, type=item.mime, guid=item.guid)
    return Found(elsewhere, None) if item.seconds else None


def _measured(path: Path) -> int:
    """Return the seconds of an audio file, 0 when it cannot be read."""
    from tinytag import TinyTag, TinyTagException  # feeds that do not say how long an episode lasts are rare

    try:
        return round(TinyTag.get(path).duration or 0)
    except TinyTagException:
        return 0
