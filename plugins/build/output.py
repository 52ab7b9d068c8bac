"""An output: one file of the site, as a pure function of what it is given; a group: outputs declared together, as another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from plugins.model.problem import Problem

ASIDE = "//"
"""What the keys of files start with that are not public."""


class Told(Struct, frozen=True):
    """What an output holds, and what is to be told of it; with an error among the problems nothing is published."""

    content: bytes | Path
    problems: tuple[Problem, ...]


class Output(Struct, frozen=True):
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

    @property
    def made_of(self) -> object:
        """All that the file depends on."""
        return self.make, self.given

    @property
    def outputs(self) -> tuple[Output, ...]:
        """Itself: an output is a group of one."""
        return (self,)

    def render(self) -> Told:
        """Return what the file holds, and its problems."""
        made = self.make(**self.given)
        return made if isinstance(made, Told) else Told(made, ())


class Group(Struct, frozen=True):
    """Outputs that are declared together: as long as what they are declared of stays the same, nobody declares them again."""

    name: str
    """Unlike that of any other group: `pages 2026-11`."""
    declare: Callable[..., Iterable[Output]]
    """A pure function, called with `given`; the outputs depend on nothing else."""
    given: Mapping[str, object] = field(default_factory=dict)
    """Named inputs: plain frozen data."""

    @property
    def key(self) -> str:
        """Its name, told apart from every path."""
        return f"{self.name}/"

    @property
    def made_of(self) -> object:
        """All that the files depend on."""
        return self.declare, self.given

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The outputs, declared now."""
        return tuple(self.declare(**self.given))


Thing = Output | Group
"""What rooms declare."""


def page_path(address: str) -> str:
    """Return the path of the page at an address: `/agenda/` gives `agenda/index.html`."""
    return address.lstrip("/") + ("index.html" if address.endswith("/") else "")
