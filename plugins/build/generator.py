"""Pelican's side of an output package."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from plugins.build.declared import Declared
from plugins.build.output import Thing
from plugins.build.run import Run
from plugins.model.problem import Problem
from plugins.model.site import Site


class OutputsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Declares its outputs once the content is read; the Maker makes those of all packages."""

    declare: Callable[[OutputsGenerator], Iterable[Thing]]
    check: Callable[[Site], Iterable[Problem]]
    prepare: Callable[[OutputsGenerator], None]
    needs: Sequence[str]
    """Modules that it declares and checks with."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401  # what Pelican gives each generator
        """Take what Pelican gives; prepare, and import what it takes, once it is known that there is something to do."""
        super().__init__(**given)
        run: Run = self.context["BUILD"]
        run.meanwhile.append(partial(type(self).prepare, self))
        run.needs += type(self).needs

    @property
    def site(self) -> Site:
        """Everything that was read."""
        site: Site = self.context["site"]
        return site

    @property
    def content(self) -> Path:
        """The content folder."""
        return Path(self.path)

    @property
    def declared(self) -> Declared:
        """The outputs declared so far, by key: the path of a public one."""
        run: Run = self.context["BUILD"]
        return run.declared

    @property
    def addresses(self) -> list[str]:
        """Addresses of the pages declared so far."""
        return ["/" + path.removesuffix("index.html") for path in self.declared.pages if path.endswith("index.html")]

    def generate_context(self) -> None:
        """Declare the outputs, so that links can be checked against them before anything is written."""
        cls = type(self)
        self.declared.add(cls.declare(self))
        self.context["problems"] = (*self.context["problems"], *cls.check(self.site))


class Maker(Generator):  # type: ignore[misc]  # as above
    """Makes all declared outputs, before anything else writes: Pelican calls generators in the order of plugins."""

    def generate_output(self, _writer: Any) -> None:  # noqa: ANN401  # Pelican's writer makes pages only
        """Make what must be made, then say so to other plugins for each file, as Pelican's writer does."""
        run: Run = self.context["BUILD"]
        made = run.make()
        if signals.content_written.receivers:
            for output in made:
                signals.content_written.send(str(run.making / output.path), context=output.given)


def outputs_generator(
    name: str,
    declare: Callable[[OutputsGenerator], Iterable[Thing]],
    check: Callable[[Site], Iterable[Problem]] = lambda _: (),
    prepare: Callable[[OutputsGenerator], None] = lambda _: None,
    needs: Sequence[str] = (),
) -> type[OutputsGenerator]:
    """Return the generator class that Pelican runs for an output package.

    `prepare` is called before anything is read, and the modules in `needs`, with which it declares and checks, are imported.
    """
    parts = {"declare": staticmethod(declare), "check": staticmethod(check), "prepare": staticmethod(prepare), "needs": needs}
    return type(name, (OutputsGenerator,), parts)
