"""Hooks of the podcast."""

from __future__ import annotations

from collections.abc import Iterable

from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.build.output import Thing
from plugins.model.problem import Problem
from plugins.model.site import Site


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: plugins run in their order, so the content is read by then."""
    return outputs_generator("Podcast", _declare, _check, needs=("plugins.podcast.outputs", "plugins.podcast.checks"))


def _declare(generator: OutputsGenerator) -> Iterable[Thing]:
    from plugins.podcast.outputs import outputs  # here, since most runs find that nothing has changed

    return outputs(generator.site, generator.content)


def _check(site: Site) -> Iterable[Problem]:
    from plugins.podcast.checks import problems  # as above

    return problems(site)
