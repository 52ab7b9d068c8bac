"""Hooks: the one generator that reads all our types."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console

from plugins.content_types.config import read_config
from plugins.content_types.files import survey
from plugins.content_types.memory import Memory
from plugins.content_types.reading import read
from plugins.model.problem import Wrong

MEMORY = "lecture"
"""What the build calls the memory of reading."""
WRONG_USE = 2
"""Exit status for a BUILD_DATE that is not a date."""


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Reads the whole content once and shares it as `site`."""

    def generate_context(self) -> None:
        """Read before every other plugin's generate_context, which runs in plugin order."""
        try:
            config = read_config(self.settings)
        except Wrong as wrong:
            console.print(f"BUILD_DATE : {wrong.what} {wrong.instead}", markup=False)
            raise SystemExit(WRONG_USE) from None
        run = self.context["BUILD"]
        run.stop_if_same((config, survey(config.content)), self.settings)
        reading = read(config, run.past.recall(MEMORY, Memory), run.past.prints)
        run.past.remember(MEMORY, reading.memory)
        self.context["site"] = reading.site
        self.context["problems"] = reading.problems
        self.context["links"] = reading.links


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[SiteGenerator]:
    """At get_generators: Pelican then runs ours after its own, which have nothing to read."""
    return SiteGenerator
