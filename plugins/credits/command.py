"""`inv podcast.credits`: the music of some weeks into a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console

from plugins.build.folders import write
from plugins.build.report import print_problems, say
from plugins.build.run import BAD_CONTENT, GOOD
from plugins.content_types.config import read_config
from plugins.content_types.reading import read
from plugins.credits.table import between, missing, plays, table
from plugins.model.dates import read_date
from plugins.model.problem import Wrong
from plugins.model.text import plural

WRONG_USE = 2


def credits_between(settings: Mapping[str, Any], build: Path, console: Console, first: str, last: str) -> int:
    """Write the music played between two days under the build folder, tell what is missing, and return the exit status."""
    try:
        start, end = _days(first, last)
        reading = read(read_config(settings))
    except Wrong as wrong:
        say(console, f"{wrong.what} {wrong.instead}")
        return WRONG_USE
    if any(problem.is_error for problem in reading.problems):
        print_problems(reading.problems, console)
        say(console, "Rien n'a été écrit : une musique pourrait manquer. Corrigez, puis relancez la même commande.")
        return BAD_CONTENT
    episodes = between(reading.site.aired, start, end)
    found = list(plays(episodes))
    path = build / f"musiques-{start}-{end}.csv"
    write(path, table(found))
    for line in missing(episodes):
        say(console, line)
    say(console, f"{plural(len(found), 'morceau', 'morceaux')} de {plural(len(episodes), 'émission')} dans {path}.")
    return GOOD


def _days(first: str, last: str) -> tuple[date, date]:
    """Return two days in their order. Raise Wrong."""
    start, end = read_date(first), read_date(last)
    if end < start:
        raise Wrong(f"Le {last} est avant le {first}.", "Donnez d'abord le premier jour : « --du 01/10/2026 --au 31/12/2026 ».")
    return start, end
