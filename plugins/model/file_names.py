"""What letters and episodes call an event or a text: the name of its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from posixpath import basename
from typing import TYPE_CHECKING, TypeVar

from plugins.model.text import fold

if TYPE_CHECKING:
    from plugins.model.entry import Entry

E = TypeVar("E", bound="Entry")


@lru_cache(maxsize=16_384)
def file_name(path: str) -> str:
    """Return what a letter calls a file: its folded name, without its folder and `.md`."""
    return fold(basename(path).removesuffix(".md"))


def by_name(entries: Iterable[E]) -> Mapping[str, tuple[E, ...]]:
    """Return entries by the names of their files; those of one name stay in their order."""
    found: dict[str, tuple[E, ...]] = {}
    for entry in entries:
        name = file_name(entry.path)
        found[name] = (*found.get(name, ()), entry)
    return found
