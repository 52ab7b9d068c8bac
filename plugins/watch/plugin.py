"""Hooks of the watchful check."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator


class Watch(Generator):  # type: ignore[misc]  # Pelican has no types
    """Adds what is worth a second look to the problems of the content."""

    def generate_context(self) -> None:
        """Ask once the content is read, which an earlier plugin does."""
        from plugins.watch.doubts import doubts  # here, since builds ask nothing

        self.context["problems"] = (*self.context["problems"], *doubts(self.context["site"], self.context["town"]))


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(pelican: Pelican) -> type[Watch] | None:
    """At get_generators: a check alone asks; told at each build, doubts would soon be read by nobody."""
    return Watch if pelican.settings.get("CHECK_ONLY") else None
