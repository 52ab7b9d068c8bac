"""The music played on the air, with what societies of authors ask to know of it."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from plugins.model.chapter import CLOCK, second_of
from plugins.model.schema import Kind

_APART = re.compile(r"[;,](?![^(]*\))(?![^«]*»)(?!(?<=\d,)\d)")
"""What parts two pieces on one line: not inside parentheses or « », not inside a number."""
_TRACK = re.compile(rf"(?:{CLOCK}\s+)?(?P<name>.+?)\s*(?:\((?P<credits>[^()]*(?:\([^()]*\)[^()]*)*)\))?", re.DOTALL)
_DASH = re.compile(r"\s+[-–—]\s+")
_LENGTH = re.compile(
    r"(?:(?P<h>\d+):)?(?P<m>\d{1,3}):(?P<s>[0-5]\d)|(?P<min>\d{1,3})\s*(?:min|mn|['’′])\s*(?:(?P<sec>[0-5]?\d)\s*(?:s|[\"”″]|'')?)?|(?P<all>\d{1,4})\s*s"
)


class Track(Struct, frozen=True):
    """A piece of music; empty where the writer does not say."""

    title: str
    artist: str = ""
    """Who plays it."""
    authors: str = ""
    """Who wrote words and music."""
    label: str = ""
    seconds: int | None = None
    """How long it was heard."""
    second: int | None = None
    """When in the recording it starts."""

    @property
    def name(self) -> str:
        """How listeners read it: `Titre – Artiste`."""
        return f"{self.title} – {self.artist}" if self.artist else self.title


def _read_tracks(text: str, _: date | None) -> tuple[Track, ...]:
    bare = text.strip().removeprefix("[").removesuffix("]") if text.lstrip().startswith("[") else text
    parts = bare.split("\n") if "\n" in bare.strip() else _APART.split(bare)
    lines = (part.strip().removeprefix("- ").removeprefix("• ").strip(" ,;\"'") for part in parts)
    return tuple(_read_track(line) for line in lines if line)


def _read_track(line: str) -> Track:
    """Return a piece from what is known of it: anybody's spelling is better than none."""
    match = _TRACK.fullmatch(line)
    assert match is not None
    title, artist = _title_and_artist(match["name"])
    authors, label, seconds = _credits(match["credits"] or "")
    return Track(title, artist, authors, label, seconds, second_of(match) if match["minutes"] else None)


def _title_and_artist(name: str) -> tuple[str, str]:
    """Part at the last dash: titles have more of them than names."""
    *title, artist = _DASH.split(name)
    return (" – ".join(title).strip(" «»"), artist.strip()) if title else (artist.strip(" «»"), "")


def _credits(written: str) -> tuple[str, str, int | None]:
    """Return authors, label and length; the length is known by its look, wherever it stands."""
    parts = [part.strip() for part in written.split(";")]
    lengths = [part for part in parts if _LENGTH.fullmatch(part)]
    authors, *labels = [part for part in parts if part not in lengths] or [""]
    return authors, " ; ".join(filter(None, labels)), _seconds(lengths[0]) if lengths else None


def _seconds(written: str) -> int:
    match = _LENGTH.fullmatch(written)
    assert match is not None
    h, m, s, minutes, sec, only = (int(match[name] or 0) for name in ("h", "m", "s", "min", "sec", "all"))
    return h * 3600 + (m + minutes) * 60 + s + sec + only


TRACKS = Kind("un morceau par ligne : « Titre – Artiste (auteur, compositeur ; label ; 3:45) »", _read_tracks)
