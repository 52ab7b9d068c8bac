"""`inv newsletter.build`: the normal build, and what it made of the letters."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console

from plugins.build.report import say
from plugins.build.run import PRIVATE
from plugins.desk.contents import counts
from plugins.desk.opening import Desk, ended, open_desk
from plugins.desk.weeks import meant
from plugins.model.letter import Letter
from plugins.model.problem import Wrong
from plugins.model.words import day_words, size_words
from plugins.newsletter.compose import compose_all
from plugins.newsletter.composition import Composition
from plugins.places import build_folder


def build(settings: Mapping[str, Any], console: Console, run: Callable[[], int], wanted: str) -> int:
    """Build the site with all its letters, by `run`, and tell of one letter or of all; return the exit status."""
    return ended(console, lambda: _build(open_desk(settings), build_folder(settings) / PRIVATE, console, run, wanted))


def _build(desk: Desk, folder: Path, console: Console, run: Callable[[], int], wanted: str) -> int:
    letters = _asked(desk, wanted)
    if status := run():
        return status
    for composition in compose_all(desk.site, letters):
        say(console, "\n".join(_details(composition, folder, desk.config.today)) if wanted else _line(composition, folder))
    return 0


def _asked(desk: Desk, wanted: str) -> tuple[Letter, ...]:
    """Return the letters to tell of. Raise Wrong for one that does not exist or is a draft: what is built may be sent."""
    published = tuple(letter for letter in desk.site.letters if not letter.is_draft)
    if not wanted:
        return published
    letter = meant(desk.site.letters, wanted)
    if letter.is_draft:
        raise Wrong(f"La lettre {letter.key} est un brouillon : elle n'est pas construite.",
                    f"« inv newsletter.preview -s {letter.key} » la montre. Pour la construire, effacez sa ligne « statut: brouillon ».")  # fmt: skip
    return (letter,)


def _line(composition: Composition, folder: Path) -> str:
    letter = composition.letter
    size = size_words(_size(folder / letter.key / "lettre.html"))
    return f"{letter.key} : « {letter.title} » ({size}, {counts(composition)})"


def _details(composition: Composition, folder: Path, today: date) -> Iterator[str]:
    """Yield all there is to say of a letter."""
    letter = composition.letter
    yield f"Lettre du {day_words(letter.day)} : « {letter.title} »"
    yield f"  {counts(composition)}"
    for end, what in (("html", "ce que montrent les messageries"), ("txt", "la même en texte"), ("eml", "le message entier")):
        path = folder / letter.key / f"lettre.{end}"
        yield f"  {os.path.relpath(path)} : {what}, {size_words(_size(path))}"
    later = f", à partir du {day_words(letter.appears)}" if letter.appears > today else ""
    yield f"  Sur le site{later} : {letter.address}"


def _size(path: Path) -> int:
    return path.stat().st_size
