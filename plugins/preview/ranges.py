"""Parts of a file, which players ask for in order to seek and Apple before it takes a podcast (RFC 9110 §14)."""

from __future__ import annotations

import re
from typing import BinaryIO

from msgspec import Struct

_RANGE = re.compile(r"bytes=(?:(\d{1,18})-(\d{0,18})|-(\d{1,18}))", re.ASCII | re.IGNORECASE)
"""One range: `bytes=0-1`, `bytes=500-`, `bytes=-500`."""


class Part(Struct, frozen=True):
    """A run of bytes of a file."""

    first: int
    last: int
    """Inclusive; before `first` when the file holds no such byte."""

    @property
    def size(self) -> int:
        """Number of bytes; 0 when there is nothing to send."""
        return max(0, self.last - self.first + 1)


def part_of(header: str, size: int) -> Part | None:
    """Return what a Range header asks of a file of `size` bytes; None for the whole file.

    The whole file answers several ranges at once and what is not understood, as §14.2 allows.
    """
    match = _RANGE.fullmatch(header.strip())
    if not match:
        return None
    first, last, tail = match.groups()
    if tail:
        return Part(max(0, size - int(tail)), size - 1)
    if last and int(last) < int(first):
        return None
    return Part(int(first), min(int(last), size - 1) if last else size - 1)


class PartReader:
    """Reads a part of an open file and no further."""

    def __init__(self, file: BinaryIO, part: Part) -> None:
        """Go to the first byte of the part."""
        self._file = file
        self._left = part.size
        file.seek(part.first)

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, at most `size`; none at the end of the part."""
        found = self._file.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(found)
        return found

    def close(self) -> None:
        """Close the file."""
        self._file.close()
