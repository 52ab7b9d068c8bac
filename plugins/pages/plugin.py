"""Hooks of the pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.build.output import Output
from plugins.pages.environment import address_filters
from plugins.pages.outputs import outputs
from plugins.pages.theme import theme_files


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: plugins run in their order, so the content is read by then."""
    return outputs_generator("Pages", _declare)


def _declare(generator: OutputsGenerator) -> Iterator[Output]:
    """Tell the templates where the site lies, which its settings say, then declare the pages and the theme's files."""
    generator.env.filters.update(address_filters(generator.site.identity))
    return chain(outputs(generator.site, generator.render), theme_files(Path(generator.theme)))
