"""Hooks of what is readable without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.build.output import Output


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: after the pages and their files, which the worker keeps some of."""
    return outputs_generator("Offline", _declare)


def _declare(generator: OutputsGenerator) -> Iterator[Output]:
    """Yield the files; a preview has no worker, which would go on answering for that port once the preview has ended."""
    from plugins.offline.outputs import outputs, worker  # here, since most runs find that nothing has changed

    yield from outputs(generator.site)
    if not generator.settings["DRAFTS"]:
        script = Path(__file__).with_name("worker.js").read_text("utf-8")
        yield worker(script, generator.site.identity, generator.declared)
