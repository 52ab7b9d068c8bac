"""What a source says of an event, and the draft that is made of it."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from hashlib import blake2b

from msgspec import Struct

from plugins.drafts.times import Times
from plugins.model.problem import Problem, Severity
from plugins.model.text import clean

Fields = tuple[tuple[str, str], ...]
"""Keys of a header with what stands behind them, each on one line."""
_NO_VALUE = frozenset({"|", ">", "|-", ">-"})
"""What the header reader takes for YAML's marks of a text that follows."""


class Found(Struct, frozen=True):
    """One event of a source, its values written as our header wants them."""

    source: str
    """What the messages call it: file and title."""
    uid: str
    title: str
    times: Times | None
    """None when `fields` say when it takes place."""
    fields: Fields = ()
    body: str = ""
    """Markdown."""
    problems: tuple[Problem, ...] = ()
    """What could not be taken."""


class Draft(Struct, frozen=True, dict=True):
    """One event as a text of ours."""

    source: str
    uid: str
    title: str
    day: date
    """Of its first date."""
    text: str
    """The whole file."""

    @cached_property
    def digest(self) -> str:
        """Tells whether somebody has changed the file since."""
        return digest(self.text)


def digest(text: str) -> str:
    """Return a digest of a text, the same whatever its line ends."""
    return blake2b(clean(text).encode(), digest_size=12).hexdigest()


def written(fields: Fields, body: str) -> str:
    """Return a whole file: the header between its two lines, then the body."""
    lines = (f"{key}: {value}" if not value.startswith("\n") else f"{key}:{value}" for key, value in fields)
    return "\n".join(("---", *lines, "---", *([body] if body else []))) + "\n"


def one_line(text: str) -> str:
    """Return a text as a value of a header that reads back as it is: one line, clean, quotes around all of it made French."""
    line = " ".join(clean(text).split())
    if match := re.fullmatch(r'"(.*)"|\'(.*)\'', line):
        line = f"« {(match[1] or match[2] or '').strip()} »"
    return "" if line in _NO_VALUE else line


def told(source: str, name: str, what: str, instead: str, severity: Severity = Severity.WARNING) -> Problem:
    """Return what is to be said of an event of a source: the property, why it was not taken, what to do."""
    return Problem(source, 0, name, what, instead, severity)
