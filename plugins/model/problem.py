"""What is wrong with a content file, said so that its writer can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from itertools import groupby

from msgspec import Struct


class Severity(Enum):
    """How much a problem matters: an error stops the publication, a warning does not."""

    ERROR = "erreur"
    WARNING = "attention"


class Problem(Struct, frozen=True):
    """One thing to mend."""

    file: str
    """Path of the file as the writer knows it, from the project's folder."""
    line: int
    """Line in that file, from 1; 0 when the whole file is meant."""
    key: str
    """Key of the header, as design names it; empty when none is meant."""
    what: str
    """What is wrong, one French sentence."""
    instead: str
    """What to write instead, French."""
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """True when the site must not be published with it."""
        return self.severity is Severity.ERROR


class Wrong(ValueError):
    """A value that nobody can read: what is wrong and what to write instead."""

    def __init__(self, what: str, instead: str) -> None:
        """Keep both sentences as data, so that the caller adds file, line and key."""
        super().__init__(what, instead)
        self.what = what
        self.instead = instead


def by_file(problems: Iterable[Problem]) -> list[tuple[str, list[Problem]]]:
    """Return the problems grouped by file, each group in the order of its lines, without repeats."""
    ordered = sorted(set(problems), key=lambda p: (p.file, p.line, p.key, p.what))
    return [(file, list(group)) for file, group in groupby(ordered, key=lambda p: p.file)]
