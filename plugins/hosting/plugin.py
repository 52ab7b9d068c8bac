"""Hooks of the header files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.build.output import Output


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: after the plugins that declare pages, whose addresses a header file names."""
    return outputs_generator("Hosting", _declare)


def _declare(generator: OutputsGenerator) -> Iterable[Output]:
    """Declare what is public; what nginx takes in is put down once the site is shown, so that both tell the same."""
    wanted = generator.settings.get("HEADER_FILES", ())
    if not wanted:
        return ()
    from plugins.hosting.beside import differ, nginx_files, put  # here, since most builds write none
    from plugins.hosting.outputs import outputs  # as above
    from plugins.hosting.rules import rules  # as above

    found, run = rules(generator.site), generator.context["BUILD"]
    files, folder = nginx_files(found), run.build / "hebergement" / "nginx"
    if "nginx" in wanted and differ(files, folder):
        run.afterwards.append(partial(put, files, folder))
    return outputs(found, generator.addresses, wanted)
