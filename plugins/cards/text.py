"""Words on a picture: which letters the font has, how large they can be, and where their lines break."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from plugins.model.text import french_spaces

_MARKS = "\u2010\u2012-\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2032\u2033\u2039\u203a\u20ac\u2116\u2212"
UNKNOWN = re.compile(f"[^ -~\u00a0-\u00ac\u00ae-\u0132\u0134-\u017e\u0218-\u021b\u0400-\u045f\u0490\u0491{_MARKS}]")
"""What the font has no sign for (fonts/ORIGINE.txt says what it has): it would be a square."""
_ALIKE = str.maketrans({"\u202f": "\u00a0", "\u2007": "\u00a0", "\u2011": "-", "\u2190": "–", "\u2192": "–", "\u2194": "–", "\u02bc": "’"})
_DANGLING = " \u00a0,;:/|·+&-–—"
ELLIPSIS = "…"

Measure = Callable[[str, int], float]
"""Returns how wide a text is in a size, both in pixels."""


class Room(Struct, frozen=True):
    """Where a text has to find room."""

    width: float
    height: float
    sizes: Sequence[int]
    """Sizes it may have, the largest first."""
    leading: float = 1.12
    """From one line to the next, in sizes."""


class Block(Struct, frozen=True):
    """A text in lines."""

    size: int
    lines: tuple[str, ...]
    height: float


def readable(text: str) -> str:
    """Return the text without what the font has no sign for: letters in disguise become plain, emoji and other scripts are left out."""
    plain = unicodedata.normalize("NFC", text).translate(_ALIKE)
    plain = UNKNOWN.sub(lambda found: UNKNOWN.sub("", unicodedata.normalize("NFKD", found[0])), plain)
    words = re.sub(" +", " ", plain).strip(" \u00a0")
    return words if plain == text else words.strip(_DANGLING)


def fitted(text: str, room: Room, measure: Measure) -> Block:
    """Return the text in the largest size in which it finds room, in lines of about one length; it is cut after a word when it finds none."""
    if not text:
        return Block(room.sizes[0], (), 0)
    words = french_spaces(text).split(" ")
    for size in room.sizes:
        widths = [measure(word, size) for word in words]
        space = measure(" ", size)
        lines = _broken(widths, space, room.width)
        if len(lines) <= _most(room, size) and max(widths) <= room.width:
            return _block(_balanced(words, widths, space, room.width), size, room)
    return _block(_cut(words, room, measure), room.sizes[-1], room)


def _most(room: Room, size: int) -> int:
    return max(1, int(room.height / (size * room.leading)))


def _block(lines: Sequence[str], size: int, room: Room) -> Block:
    return Block(size, tuple(lines), len(lines) * size * room.leading)


def _broken(widths: Sequence[float], space: float, width: float) -> list[int]:
    """Return at which word each line starts."""
    starts, end = [0], 0.0
    for index, wide in enumerate(widths):
        if index and end + space + wide > width:
            starts.append(index)
            end = wide
        else:
            end += wide + (space if index else 0)
    return starts


def _balanced(words: Sequence[str], widths: Sequence[float], space: float, width: float) -> list[str]:
    """Return the lines broken for the least width that makes no more of them."""
    count = len(_broken(widths, space, width))
    narrow = range(int(max(widths)) + 1, int(width) + 1)
    least = bisect_left(narrow, -count, key=lambda wide: -len(_broken(widths, space, wide)))
    starts = _broken(widths, space, narrow[least] if least < len(narrow) else width)
    return [" ".join(words[start:end]) for start, end in pairwise([*starts, len(words)])]


def _cut(words: Sequence[str], room: Room, measure: Measure) -> list[str]:
    """Return as many words as find room in the smallest size, and an ellipsis; a first word longer than a line is cut itself."""
    size = room.sizes[-1]
    lines, most = [""], _most(room, size)
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if measure(longer + ELLIPSIS, size) <= room.width:
            lines[-1] = longer
        elif lines[-1] and len(lines) < most and measure(word + ELLIPSIS, size) <= room.width:
            lines.append(word)
        else:
            break
    if not lines[-1]:
        ends = range(len(words[0]) + 1)
        fits = bisect_left(ends, x=True, key=lambda end: measure(words[0][:end] + ELLIPSIS, size) > room.width)
        return [words[0][: fits - 1] + ELLIPSIS]
    return [*lines[:-1], lines[-1].rstrip(_DANGLING) + ELLIPSIS]
