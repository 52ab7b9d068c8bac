"""Hooks of the feed of texts, the map for search engines."""

from __future__ import annotations

from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.feeds.outputs import outputs


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: the last of our plugins, so that every page has been declared."""
    return outputs_generator("Feeds", lambda generator: outputs(generator.site, generator.addresses))
