"""What is written into the audio beside the sound (ID3v2.3): title, show, date, cover, chapters, for players that know no feed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct
from PIL import Image, ImageOps, UnidentifiedImageError

from plugins.model.chapter import Chapter
from plugins.model.site import Identity, Show
from plugins.studio.ffmpeg import run
from plugins.studio.shelf import Known

COVER_BYTES = 500_000
"""Of the cover within the audio: more slows the start of every listening."""
COVER_TRIES = ((1400, 85), (1400, 70), (1000, 70), (700, 70), (500, 60))
"""Pixels and JPEG quality, until it is small enough; the last always is."""


class Tags(Struct, frozen=True):
    """Everything that is written into an audio beside the sound."""

    texts: str
    """In ffmpeg's metadata format."""
    cover: bytes
    """A JPEG; empty: none."""

    @property
    def digest(self) -> str:
        """Tells whether an audio has these tags already."""
        return hashlib.sha256(self.texts.encode() + b"\0" + self.cover).hexdigest()[:16]


def metadata(identity: Identity, show: Show, episode: Known, seconds: float) -> str:
    """Return what ffmpeg reads as metadata: the texts, and each chapter up to the next one, in order."""
    said = {
        "title": episode.title,
        "artist": identity.name,
        "album": show.name,
        "date": episode.aired.day.isoformat() if episode.aired else "",
        "track": str(episode.number or ""),
        "genre": "Podcast",
    }
    head = (f"{name}={_escaped(text)}\n" for name, text in said.items() if text)
    return "".join((";FFMETADATA1\n", *head, *_chapters(episode.chapters, seconds)))


def _chapters(chapters: Sequence[Chapter], seconds: float) -> Iterator[str]:
    """Yield the chapters that begin within the recording."""
    inside = [chapter for chapter in chapters if chapter.second < int(seconds)]
    for chapter, after in zip_longest(inside, inside[1:]):
        end = after.second if after else int(seconds)
        yield f"[CHAPTER]\nTIMEBASE=1/1\nSTART={chapter.second}\nEND={end}\ntitle={_escaped(chapter.title)}\n"


def _escaped(text: str) -> str:
    """Return a value as ffmpeg's metadata format wants it (ffmpeg-formats, Metadata)."""
    return re.sub(r"([=;#\\\n])", r"\\\1", text)


def cover(path: Path) -> bytes:
    """Return a picture as an RGB JPEG small enough to lie in an audio; empty when it is missing or damaged, which the build tells."""
    try:
        with Image.open(path) as opened:
            turned = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, UnidentifiedImageError):
        return b""
    return next(data for side, quality in COVER_TRIES if len(data := _jpeg(turned, side, quality)) < COVER_BYTES)


def _jpeg(image: Image.Image, side: int, quality: int) -> bytes:
    image.thumbnail((side, side))
    stream = BytesIO()
    image.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()


def tag(sound: Path, target: Path, tags: Tags) -> None:
    """Write a copy of an audio with these tags instead of its own; the sound is copied as it is, and the same tags give the same bytes.

    ffmpeg writes CTOC and CHAP in the order of the chapters, which other libraries do not.
    """
    texts, image = target.with_suffix(".txt"), target.with_suffix(".jpg")
    texts.write_text(tags.texts, "utf-8")
    image.write_bytes(tags.cover)
    inputs = [sound, texts, *([image] if tags.cover else [])]
    attached = ("-map", "2:v", "-disposition:v", "attached_pic", "-metadata:s:v", "comment=Cover (front)") if tags.cover else ()
    given = ("-map_metadata", "1", "-map_chapters", "1", "-c", "copy", "-id3v2_version", "3", "-bitexact", "-f", "mp3")
    run(inputs, ["-map", "0:a:0", *attached, *given], target, lambda _: None)
