"""What reading leaves for the next time: files as they looked, texts as they were understood, bodies as they were rendered.

Each thing stands beside what it was made of, and is taken again only when that is still the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.content_types.links import Links
from plugins.content_types.markdown import Rendered
from plugins.content_types.survey import Seen
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


@dataclass
class Looks:
    """The files of one reading, as they looked: enough to see whether anything changed."""

    seen: Mapping[str, Seen] = field(default_factory=dict)
    """By path."""


@dataclass
class Memory:
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
