"""Hooks of the calendars and open data."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import chain

from msgspec.structs import replace
from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.build.output import Thing
from plugins.model.site import Site


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: plugins run in their order, so the content is read by then."""
    return outputs_generator("Agenda", _declare, needs=("plugins.agenda.outputs",))


def _declare(generator: OutputsGenerator) -> Iterable[Thing]:
    from plugins.agenda.live import live_outputs  # here, since most runs find that nothing has changed
    from plugins.agenda.outputs import outputs  # as above
    from plugins.agenda.spoken import spoken_outputs  # as above

    site = _recorded(generator) if generator.settings.get("RECORD_REVISIONS") else generator.site
    return chain(outputs(site), spoken_outputs(site), live_outputs(site))


def _recorded(generator: OutputsGenerator) -> Site:
    """Return the site that tells calendars what is new; once it is public, that is written down beside the texts."""
    from plugins.agenda.recording import record, revised  # only the public build records

    site, run = generator.site, generator.context["BUILD"]
    ledger = revised(site)
    if ledger != site.revisions:
        run.afterwards.append(partial(record, generator.content, site, ledger))
    return replace(site, revisions=ledger)
