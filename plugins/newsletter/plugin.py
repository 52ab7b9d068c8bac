"""Hooks of the weekly letter."""

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
    return outputs_generator("Newsletter", _declare, _check, needs=("plugins.newsletter.outputs",))


def _declare(generator: OutputsGenerator) -> Iterable[Thing]:
    from plugins.newsletter.outputs import outputs  # here, since most runs find that nothing has changed

    return outputs(generator.site)


def _check(site: Site) -> Iterable[Problem]:
    from plugins.newsletter.names import name_problems  # as above

    return name_problems(site)
