"""Telling the writers what is wrong, and what was built."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from plugins.model.problem import Problem, Severity, Wrong, by_file
from plugins.model.site import Site
from plugins.model.text import listed, plural

_COLORS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def print_problems(problems: Iterable[Problem], console: Console) -> None:
    """Print every problem, grouped by file: line and key, what is wrong, what to write instead."""
    for file, found in by_file(problems):
        console.print(Text(f"\n{file}", style="bold"))
        for problem in found:
            where = ", ".join(part for part in (f"ligne {problem.line}" if problem.line else "", problem.key) if part)
            head = Text(f"  {problem.severity.value}", style=_COLORS[problem.severity])
            console.print(head + Text(f"{', ' + where if where else ''} : {problem.what}", style="not bold"), soft_wrap=True)
            console.print(Text(f"      → {problem.instead}"), soft_wrap=True)


def count_words(problems: Collection[Problem]) -> str:
    """Return `3 erreurs et 1 avertissement dans 2 fichiers`."""
    errors = sum(problem.is_error for problem in problems)
    kinds = [plural(count, word) for count, word in ((errors, "erreur"), (len(problems) - errors, "avertissement")) if count]
    return f"{listed(kinds)} dans {plural(len({problem.file for problem in problems}), 'fichier')}"


def built_words(site: Site, pages: int) -> str:
    """Return what was built: `68 événements (412 dates), 23 articles, 8 émissions, 214 pages`."""
    counts = (
        (len(site.events), "événement", "événements"),
        (len(site.articles) + len(site.news), "article", "articles"),
        (len(site.episodes), "émission", "émissions"),
        (len(site.letters), "lettre", "lettres"),
        (len(site.houses), "maison", "maisons"),
        (len(site.projects), "projet", "projets"),
        (pages, "page", "pages"),
    )
    return listed(plural(count, one, many) for count, one, many in counts if count)


def say(console: Console, text: str) -> None:
    """Print one sentence as it is."""
    console.print(escape(text), soft_wrap=True)


def say_wrong(console: Console, wrong: Wrong) -> None:
    """Print what stops a command, and what to do."""
    say(console, wrong.what)
    say(console, f"  → {wrong.instead}")
