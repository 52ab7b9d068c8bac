"""An output: one file of the site, as a pure function of what it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.model.problem import Problem

ASIDE = "//"
"""What the keys of files start with that are not public."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an output holds, and what is to be told of it; with an error among the problems nothing is published."""

    content: bytes | Path
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """One file to publish. What `make` is given is all that it depends on."""

    path: str
    """From the public folder, with slashes: `agenda/index.html`."""
    make: Callable[..., bytes | Path | Told]
    """Called with `given`; returns the file's bytes, or the path of a file to copy as it is."""
    given: Mapping[str, object] = field(default_factory=dict)
    """Named inputs: plain frozen data."""
    is_public: bool = True
    """False: for the sender's eyes, written under build/lettres/ and not under the public folder."""

    @property
    def key(self) -> str:
        """Its path, told apart from that of a file in the other folder; no public path starts with a slash."""
        return self.path if self.is_public else f"{ASIDE}{self.path}"

    def render(self) -> Told:
        """Return what the file holds, and its problems."""
        made = self.make(**self.given)
        return made if isinstance(made, Told) else Told(made, ())


def page_path(address: str) -> str:
    """Return the path of the page at an address: `/agenda/` gives `agenda/index.html`."""
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")
