"""Hooks: the one generator that reads all our types."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console

from plugins.build.again import the_same
from plugins.content_types.config import read_config
from plugins.content_types.found import Found
from plugins.content_types.survey import survey, survey_some
from plugins.model.problem import Wrong

LOOKS, MEMORY = "fichiers", "lecture"
"""What the build calls the memory of the files, and that of reading them."""
WRONG_USE = 2
"""Exit status for a BUILD_DATE that is not a date."""


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Reads the whole content once and shares it as `site`, with the `town` that its texts were read in."""

    def generate_context(self) -> None:
        """Read before every other plugin's generate_context, which runs in plugin order."""
        try:
            config = the_same("config", read_config(self.settings))
        except Wrong as wrong:
            console.print(f"BUILD_DATE : {wrong.what} {wrong.instead}", markup=False)
            raise SystemExit(WRONG_USE) from None
        run = self.context["BUILD"]
        found = _survey(config.content, run.past.recall(LOOKS, Found), self.settings.get("CHANGED"))
        run.stop_if_same((config, found.digest), self.settings)
        self.context["identity"] = config.identity
        run.set_out()
        from plugins.content_types.memory import Memory  # here, since most runs find that nothing has changed
        from plugins.content_types.reading import read

        reading = read(config, found, run.past.recall(MEMORY, Memory), run.past.prints)
        run.past.remember(LOOKS, Found(found.folders))  # what was drawn from it is quickly drawn again
        run.past.remember(MEMORY, reading.memory)
        self.context["site"] = reading.site
        self.context["town"] = reading.memory.town
        self.context["problems"] = reading.problems
        self.context["links"] = reading.links


def _survey(content: Path, past: Found, changed: Collection[str] | None) -> Found:
    """Return what lies under the folder; a preview that goes on is told what has changed since."""
    some = survey_some(content, past, changed) if past.folders and changed is not None else None
    return some or survey(content, past)


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[SiteGenerator]:
    """At get_generators: Pelican then runs ours after its own, which have nothing to read."""
    return SiteGenerator
