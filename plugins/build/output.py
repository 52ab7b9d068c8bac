"""An output: one file of the site, as a pure function of what it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.model.problem import Problem


class Refused(Exception):  # what it says: an output that may not go out
    """Raised by `make` when what it made breaks a rule; nothing of the build is then published."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems for the report."""
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Output:
    """One file to publish. What `make` is given is all that it depends on."""

    path: str
    """From the public folder, with slashes: `agenda/index.html`."""
    make: Callable[..., bytes | Path]
    """Called with `given`; returns the file's bytes, or the path of a file to copy as it is. May raise Refused."""
    given: Mapping[str, object] = field(default_factory=dict)
    """Named inputs: plain frozen data."""
    is_public: bool = True
    """False: for the sender's eyes, written under build/lettres/ and not under the public folder."""

    def render(self) -> bytes | Path:
        """Return what the file holds."""
        return self.make(**self.given)


def page_path(address: str) -> str:
    """Return the path of the page at an address: `/agenda/` gives `agenda/index.html`."""
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")
