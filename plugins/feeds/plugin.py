"""Hooks of the feed of texts, the map for search engines."""

from __future__ import annotations

from collections.abc import Iterable

from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.build.output import Output


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: the last of our plugins, so that every page has been declared."""
    return outputs_generator("Feeds", _declare)


def _declare(generator: OutputsGenerator) -> Iterable[Output]:
    from plugins.feeds.outputs import outputs  # here, since most runs find that nothing has changed

    return outputs(generator.site, generator.addresses)
