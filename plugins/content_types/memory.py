"""What reading leaves for the next time: files as they looked, texts as they were understood, bodies as they were rendered.

Each thing stands beside what it was made of, and is taken again only when that is still the same. On the disk the texts
of each folder are apart from those of the others, so that an edit writes down one folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.content_types.links import Links
from plugins.content_types.markdown import Rendered
from plugins.model.problem import Problem
from plugins.model.shelf import Item
from plugins.model.town import Town

Question = tuple[str, str]
"""Name of a table of the town, and what was looked for in it; empty: all of it."""
Rendereds = Mapping[str, tuple[str, Rendered]]
"""Bodies by path, each with its Markdown; what is rendered depends on nothing else but where its links led."""


class Text(Struct, frozen=True):
    """One text of the content, understood."""

    digest: bytes
    """Of its bytes."""
    item: Item | None
    problems: tuple[Problem, ...]
    asked: Mapping[Question, object]
    """What reading it asked the town, and the answers: while they stay the same, so does the item."""
    fingerprint: bytes
    """Of all that the item is made of."""
    body: str = ""
    """Markdown."""
    body_line: int = 1
    """Line of the file where the body starts."""


class Folder(Struct, frozen=True):
    """The texts of one folder: the very same as long as none of them is understood anew."""

    texts: Mapping[str, Text] = field(default_factory=dict)
    """By path."""


class Kept(Struct, frozen=True):
    """The texts of one folder, with their bodies: the very same as long as none of them is rendered anew either."""

    folder: Folder = field(default_factory=Folder)
    bodies: Rendereds = field(default_factory=dict)


AROUND = "/"
"""Name of the part that is around all texts; no folder is called so."""


class Memory(Struct, dict=True):
    """Everything that one reading understood, and what it was understood with; it is kept in parts."""

    zone: str = ""
    """Of the school holidays that the town has; the libraries that tell them are part of the version."""
    around: bytes = b""
    """Fingerprint of the settings that the texts were read with."""
    town: Town | None = None
    """With every house, place and project."""
    links: Links | None = None
    """Where everything led: when it is the same as a whole, nobody asks it again."""
    folders: Mapping[str, Kept] = field(default_factory=dict)
    """By path."""
    last: Memory | None = None
    """What is around all texts, as it was put down last."""

    def kept(self, folder: str) -> Kept:
        """Return what is known of a folder."""
        return self.folders.get(folder) or Kept()

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """All texts by path."""
        return {path: text for kept in self.folders.values() for path, text in kept.folder.texts.items()}

    def parts(self) -> Mapping[str, object]:
        """Return what is around all texts, and each folder."""
        around = replace(self, folders={}, last=None)
        return {AROUND: self.last if self.last == around else around, **self.folders}

    @classmethod
    def of(cls, parts: Mapping[str, object]) -> Self:
        """Return the memory that has these parts; without what is around them, the texts tell nothing."""
        around = parts.get(AROUND)
        if not isinstance(around, cls):
            return cls()
        return replace(around, folders={name: part for name, part in parts.items() if isinstance(part, Kept)}, last=around)
