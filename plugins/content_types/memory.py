"""Bodies rendered before, by the text they were rendered from: Markdown is the dearest part of reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.content_types.markdown import Rendered


@dataclass
class Memory:
    """The bodies of one run; nothing in them depends on where or when they were rendered."""

    bodies: dict[str, tuple[bytes, Rendered]] = field(default_factory=dict)
    """By path, with the digest of the file; good as long as its links lead where they led."""


class Recollection:
    """Finds bodies in an older memory, and gathers the new one."""

    def __init__(self, old: Memory, digests: Mapping[str, bytes]) -> None:
        """Take what was kept, and the digest of each file of now by path."""
        self._old = old
        self._digests = digests
        self.new = Memory()

    def body(self, path: str) -> Rendered | None:
        """Return the body rendered before from the same text, if any."""
        digest, rendered = self._old.bodies.get(path, (b"", None))
        return rendered if digest == self._digests[path] else None

    def keep(self, path: str, rendered: Rendered) -> None:
        """Keep a body for the next run."""
        self.new.bodies[path] = (self._digests[path], rendered)
