"""When each part of a build is over, told by Pelican's own signals and by generators that make nothing.

Marks stand among the site's plugins: Pelican calls plugins in their order, so a mark between two of them
is called between them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import monotonic

from msgspec import Struct, field
from pelican import Pelican, signals
from pelican.generators import Generator

READING = "plugins.content_types.plugin"
"""The plugin after which everything is read."""


class Clock(Struct):
    """Seconds of the machine's clock at which each part ended; other processes read the same clock."""

    marks: dict[str, float] = field(default_factory=dict)

    def among(self, plugins: Sequence[str]) -> list[object]:
        """Return the plugins with the marks among them."""
        after = plugins.index(READING) + 1
        return [_First(self), *plugins[:after], _Read(self), *plugins[after:]]

    def note(self, part: str) -> None:
        """Note that a part is over."""
        self.marks[part] = monotonic()


class _First:
    """The first plugin: what it is told comes before the others are told; at `initialized` it adds a last one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def register(self) -> None:
        signals.initialized.connect(self._loaded)
        signals.get_generators.connect(self._begun)
        signals.all_generators_finalized.connect(self._declared)
        signals.finalized.connect(self._written)

    def _loaded(self, _: Pelican) -> None:
        """At initialized: all plugins have connected, so what connects now is told last."""
        signals.finalized.connect(self._shown)

    def _begun(self, _: Pelican) -> None:
        self._clock.note("begun")

    def _declared(self, _: object) -> None:
        self._clock.note("declared")

    def _written(self, _: Pelican) -> None:
        self._clock.note("written")

    def _shown(self, _: Pelican) -> None:
        self._clock.note("shown")


class _Read:
    """The plugin after the one that reads; Pelican holds receivers weakly, so it is kept by the list of plugins."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def register(self) -> None:
        signals.get_generators.connect(self._generator)

    def _generator(self, _: Pelican) -> type[Generator]:
        return _marker(lambda: self._clock.note("read"))


def _marker(note: Callable[[], None]) -> type[Generator]:
    """Return a generator that only says when its turn comes."""

    class Marker(Generator):  # type: ignore[misc]  # Pelican has no types
        def generate_context(self) -> None:
            note()

    return Marker
