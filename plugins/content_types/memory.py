"""What reading leaves for the next time: files as they looked, texts as they were understood, bodies as they were rendered.

Each thing stands beside what it was made of, and is taken again only when that is still the same. On the disk the texts
of each folder are apart from those of the others, so that an edit writes down one folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from posixpath import dirname
from typing import Self

from plugins.build.parts import InParts
from plugins.content_types.links import Links
from plugins.content_types.markdown import Rendered
from plugins.model.library import Item
from plugins.model.problem import Problem
from plugins.model.town import Town

Question = tuple[str, str]
"""Name of a table of the town, and what was looked for in it; empty: all of it."""
Rendereds = Mapping[str, tuple[str, Rendered]]
"""Bodies by path, each with its Markdown; what is rendered depends on nothing else but where its links led."""


@dataclass(frozen=True)
class Text:
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


@dataclass(frozen=True)
class Shelf:
    """The texts of one folder, with their bodies."""

    texts: Mapping[str, Text] = field(default_factory=dict)
    """By path."""
    bodies: Rendereds = field(default_factory=dict)

    def holds(self, other: Shelf) -> bool:
        """Return whether it holds the very same things, and nothing else."""
        pairs = ((self.texts, other.texts), (self.bodies, other.bodies))
        return all(len(mine) == len(its) and all(mine.get(path) is thing for path, thing in its.items()) for mine, its in pairs)


AROUND = "/"
"""Name of the part that is around all texts; no folder is called so."""


@dataclass
class Memory(InParts):
    """Everything that one reading understood, and what it was understood with."""

    zone: str = ""
    """Of the school holidays that the town has; the libraries that tell them are part of the version."""
    around: bytes = b""
    """Fingerprint of the settings that the texts were read with."""
    town: Town | None = None
    """With every house, place and project: when it is the same as a whole, nobody asks it again."""
    texts: Mapping[str, Text] = field(default_factory=dict)
    """By path."""
    links: Links | None = None
    """Where everything led, as a whole too."""
    bodies: Rendereds = field(default_factory=dict)
    last: Mapping[str, object] = field(default_factory=dict)
    """The parts that it was put together from, or the memory before it."""

    def parts(self) -> Mapping[str, object]:
        """Return what is around all texts, and a shelf for each folder."""
        around, last = replace(self, texts={}, bodies={}, last={}), self.last
        found: dict[str, object] = {AROUND: last[AROUND] if last.get(AROUND) == around else around}
        for folder, paths in groupby(sorted(self.texts, key=dirname), dirname):
            texts = {path: self.texts[path] for path in paths}
            shelf, before = Shelf(texts, {path: self.bodies[path] for path in texts}), last.get(folder)
            found[folder] = before if isinstance(before, Shelf) and before.holds(shelf) else shelf
        return found

    @classmethod
    def of(cls, parts: Mapping[str, object]) -> Self:
        """Return the memory that has these parts; without what is around them, the texts tell nothing."""
        around = parts.get(AROUND)
        if not isinstance(around, cls):
            return cls()
        shelves = [shelf for shelf in parts.values() if isinstance(shelf, Shelf)]
        texts = {path: text for shelf in shelves for path, text in shelf.texts.items()}
        return replace(around, texts=texts, bodies={path: body for shelf in shelves for path, body in shelf.bodies.items()}, last=parts)
