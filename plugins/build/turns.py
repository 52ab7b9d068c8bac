"""In which order outputs are made, and which of them by one process: what they share is then imported and worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from posixpath import dirname

from plugins.build.output import Output

PICTURES, LETTERS, FILES, PAGES = range(4)
"""Pictures first, while processes are small, then letters, which take longest, then calendars, feeds and the like, and pages last."""
ENDS = (".jpg", ".png", ".avif", ".webp")
"""Of the paths of pictures, which take much memory for a moment."""
NEIGHBOURS = (4, 4, 24, 4)
"""How many outputs of each kind one process makes in a row; those of a letter are three, and most calendars are made at once."""


def turn(output: Output) -> int:
    """Return when it is the turn of an output."""
    if output.path.endswith(ENDS):
        return PICTURES
    return LETTERS if not output.is_public else PAGES if output.path.endswith(".html") else FILES


def in_batches(outputs: Iterable[Output]) -> Iterator[range]:
    """Yield the numbers of the outputs that one process makes, of outputs in their order: the files of a letter, neighbours of one kind."""
    first = 0
    for (kind, _), found in groupby(outputs, key=_kind):
        end = first + len(list(found))
        yield from (range(number, min(number + NEIGHBOURS[kind], end)) for number in range(first, end, NEIGHBOURS[kind]))
        first = end


def _kind(output: Output) -> tuple[int, str]:
    return turn(output), "" if output.is_public else dirname(output.path)
