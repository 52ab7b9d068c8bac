"""The content as it stands on the desk: drafts too, with whatever is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from rich.console import Console

from plugins.build.report import say_wrong
from plugins.build.run import GOOD
from plugins.content_types.config import Config, read_config
from plugins.content_types.reading import Reading, read
from plugins.model.problem import Problem, Wrong
from plugins.model.site import LetterHead, Site
from plugins.newsletter.names import name_problems

WRONG_USE = 2
"""Exit status (docs/architecture.md)."""


class Desk(Struct, frozen=True):
    """What was read, and for whom."""

    config: Config
    reading: Reading
    head: LetterHead

    @property
    def site(self) -> Site:
        """The content, with its drafts."""
        return self.reading.site

    @property
    def folder(self) -> str:
        """Name of the content folder, for the messages."""
        return self.config.content.name

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the content, with the names that letters give."""
        return (*self.reading.problems, *name_problems(self.site))


def open_desk(settings: Mapping[str, Any]) -> Desk:
    """Return the content with its drafts. Raise Wrong when the town sends no letter, or BUILD_DATE is no date."""
    config = replace(read_config(settings), drafts=True)
    if config.identity.letter is None:
        raise Wrong("Ce site n'envoie pas de lettre.", "Ajoutez LETTER dans pelicanconf.py ; docs/reglages.md dit ce qu'il contient.")
    return Desk(config, read(config), config.identity.letter)


def ended(console: Console, do: Callable[[], int | None]) -> int:
    """Do something and return the exit status; what stops it is told in two sentences."""
    try:
        return do() or GOOD
    except Wrong as wrong:
        say_wrong(console, wrong)
        return WRONG_USE
