"""Hooks of the pictures."""

from __future__ import annotations

from collections.abc import Iterable

from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.build.output import Output


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: plugins run in their order, so the content is read by then."""
    return outputs_generator("Images", _declare)


def _declare(generator: OutputsGenerator) -> Iterable[Output]:
    """Clear what is kept of earlier builds, then declare; `inv check` leaves everything as it is."""
    from plugins.images.cache import clear  # here, since most runs find that nothing has changed
    from plugins.images.outputs import needed, outputs

    run = generator.context["BUILD"]
    folder = run.build / "images"
    if not run.check_only:
        clear(folder, needed(generator.site))
    return outputs(generator.site, generator.content, folder)
