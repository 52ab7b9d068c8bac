"""The music of some weeks as a table, and what is missing in it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from io import StringIO

from msgspec import Struct

from plugins.model.radio import Episode
from plugins.model.text import listed
from plugins.model.track import Track
from plugins.model.words import clock

COLUMNS = ("Date", "Émission", "Titre", "Interprète", "Auteur, compositeur", "Label", "Durée", "Heure de passage")
_ASKED = {"artist": "l'interprète", "authors": "l'auteur ou le compositeur", "label": "le label", "seconds": "la durée"}
"""What a society wants of each piece, as we say it."""
_FORMULA = ("=", "+", "-", "@", "\t")


class Play(Struct, frozen=True):
    """One piece in one episode."""

    episode: Episode
    track: Track

    @property
    def hour(self) -> str:
        """When it was on the air, `18:14:20`; empty: not known."""
        if self.track.second is None:
            return ""
        return f"{self.episode.aired + timedelta(seconds=self.track.second):%H:%M:%S}"


def between(episodes: Iterable[Episode], first: date, last: date) -> tuple[Episode, ...]:
    """Return the episodes that were broadcast between two days, both included, oldest first."""
    return tuple(sorted((one for one in episodes if first <= one.aired.date() <= last), key=lambda one: one.aired))


def plays(episodes: Iterable[Episode]) -> Iterator[Play]:
    """Yield each piece in the order in which it was heard."""
    return (Play(episode, track) for episode in episodes for track in episode.tracks)


def table(found: Iterable[Play]) -> bytes:
    """Return the table as a spreadsheet opens it by a double click: UTF-8 with its mark, semicolons, CRLF."""
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, found))
    return stream.getvalue().encode("utf-8-sig")


def missing(episodes: Iterable[Episode]) -> Iterator[str]:
    """Yield one French line for each piece that is not told whole, and for each episode without music."""
    for episode in episodes:
        if not episode.tracks:
            yield f"{_name(episode)} : aucune musique n'est notée."
        for track in episode.tracks:
            if gaps := [words for name, words in _ASKED.items() if not getattr(track, name)]:
                yield f"{_name(episode)}, « {track.title} » : il manque {listed(gaps)}."


def _row(play: Play) -> tuple[str, ...]:
    episode, track = play.episode, play.track
    length = "" if track.seconds is None else clock(track.seconds)
    cells = (f"{episode.aired:%d/%m/%Y}", _name(episode), track.title, track.artist, track.authors, track.label, length, play.hour)
    return tuple(map(_harmless, cells))


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: a singer may be called `-M-`."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _name(episode: Episode) -> str:
    return f"n°\u00a0{episode.number}, {episode.title}"
