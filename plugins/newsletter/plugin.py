"""Hooks of the weekly letter."""

from __future__ import annotations

from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.newsletter.names import name_problems
from plugins.newsletter.outputs import outputs


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: plugins run in their order, so the content is read by then."""
    return outputs_generator("Newsletter", lambda generator: outputs(generator.site), name_problems)
