"""Hooks of the calendars and open data."""

from __future__ import annotations

from pelican import Pelican, signals

from plugins.agenda.outputs import outputs
from plugins.build.generator import OutputsGenerator, outputs_generator


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: plugins run in their order, so the content is read by then."""
    return outputs_generator("Agenda", lambda generator: outputs(generator.site))
