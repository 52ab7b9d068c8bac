"""Hooks of the search."""

from __future__ import annotations

from collections.abc import Iterable

from pelican import Pelican, signals

from plugins.build.generator import OutputsGenerator, outputs_generator
from plugins.build.output import Output
from plugins.build.run import Run
from plugins.model.problem import Problem, Severity

SHELF = "recherche"
"""Folder under build/ where indexes are kept."""
FILE = "pelicanconf.py"


def register() -> None:
    """Register at load time, as Pelican asks."""
    signals.get_generators.connect(_generators)


def _generators(_: Pelican) -> type[OutputsGenerator]:
    """At get_generators: before the pages, which show the field only when there is an index to look in."""
    return outputs_generator("Search", _declare)


def _declare(generator: OutputsGenerator) -> Iterable[Output]:
    """Declare the index; `inv check` writes nothing, and without Pagefind the site is built all the same, its search page without a field."""
    run: Run = generator.context["BUILD"]
    if not generator.settings["SEARCH"] or run.check_only:
        return ()
    from plugins.search.outputs import outputs  # here, since most runs find that nothing has changed
    from plugins.search.pagefind import PagefindError

    try:
        return tuple(outputs(generator.site, run.build / SHELF))
    except PagefindError as error:
        generator.context["problems"] = (*generator.context["problems"], _missing(str(error)))
        return ()


def _missing(why: str) -> Problem:
    what = f"Le site se construit sans recherche : Pagefind n'a pas fonctionné ({why})."
    return Problem(FILE, 0, "SEARCH", what, "Relancez « make site », qui l'installe ; ou écrivez « SEARCH = False ».", Severity.WARNING)
