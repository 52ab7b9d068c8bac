"""One run of Pelican: aside, checked, then shown all at once. Nothing is published with an error in it."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from plugins.build.folders import Folders, alone, looks
from plugins.build.making import make_all, split, try_all
from plugins.build.output import Output, page_path
from plugins.build.past import Manifest, Past
from plugins.build.report import built_words, count_words, print_problems, say
from plugins.model.problem import Problem
from plugins.model.site import Link
from plugins.model.text import nearest

GOOD, BAD_CONTENT, FAULT = 0, 1, 3
"""Exit statuses (docs/architecture.md)."""
PRIVATE = "lettres/"
"""Folder under build/ of what is not public."""


class _Faults(logging.Handler):
    """Keeps what Pelican logs as an error: it goes on after one, we do not publish after one."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        self.count += 1


@dataclass(frozen=True, slots=True)
class Places:
    """Where things are."""

    public: Path
    """What visitors see."""
    build: Path
    """Where a build works, on the same disk."""
    theme: Path
    code: Mapping[str, Path]
    """Files and folders of code, by name."""


class Run:
    """The state of a run; Pelican's plugins share it in the context as BUILD."""

    def __init__(self, places: Places, console: Console, *, check_only: bool) -> None:
        """Prepare for some places; nothing is touched before `begin`."""
        self._places = places
        self.public, self.build = places.public, places.build
        self.making = self.build / f"{self.public.name}-suivant"
        self.console = console
        self.check_only = check_only
        self._held = ExitStack()
        self._faults = _Faults()

    def begin(self) -> None:
        """Take the lock and lay out the folders. Raise BusyError when another build is under way."""
        self.end()
        self._held.enter_context(alone(self.build))
        logging.getLogger("pelican").addHandler(self._faults)
        self._held.callback(logging.getLogger("pelican").removeHandler, self._faults)
        self._faults.count = 0
        self.folders = Folders(self.public, self.making)
        self.private = Folders(self.build / PRIVATE, self.build / PRIVATE, PRIVATE)
        for folders in (self.folders, self.private):
            folders.begin()
        self.past = Past(self.build / "memoire", self._places.code, self._places.theme)

    def end(self) -> None:
        """Give the lock back."""
        self._held.close()

    def stop(self, status: int) -> None:
        """Leave with an exit status, the public folder as it was."""
        self.end()
        raise SystemExit(status)

    def stop_if_same(self, content: object, settings: Mapping[str, Any]) -> None:
        """Stop, all being well, when content and settings are those of the last build and its files are untouched.

        The whole site is an output too: of the same makings it is the same. Plugins of others might do something
        each time, so with them every build runs to its end.
        """
        self._made_of = self.past.makings(content, settings)
        last = self.past.manifest
        is_ours = set(settings["PLUGINS"]) == set(settings["OUR_PLUGINS"])
        is_same = bool(self._made_of) and self._made_of == last.made_of
        if is_ours and is_same and not self.check_only and self.past.stands((("", self.public), (PRIVATE, self.private.public))):
            say(self.console, last.said)
            say(self.console, f"Il est dans {os.path.relpath(self.public)}/ (rien n'a changé depuis la dernière fois).")
            self.stop(GOOD)

    def judge(self, context: Mapping[str, Any]) -> None:
        """Report every problem; stop before anything is written when one is an error."""
        self._context = context
        self._has_warned = False
        self._report({*context["problems"], *dead_links(context["links"], context["outputs"])})

    def _report(self, problems: Collection[Problem]) -> None:
        if problems:
            self._has_warned = True
            print_problems(problems, self.console)
            say(self.console, f"\n{count_words(problems)}.")
        if any(problem.is_error for problem in problems):
            say(self.console, "Rien n'a été publié : le dernier site reste en place. Corrigez, puis relancez la même commande.")
            self.stop(BAD_CONTENT)

    def make(self, outputs: Sequence[Output]) -> list[str]:
        """Make what must be made, keep what stands; return the public paths that were made."""
        tasks = [(self.folders if output.is_public else self.private, output) for output in outputs]
        standing, to_make, self._prints = split(tasks, self.past)
        for folders, output in standing:
            folders.keep(output.path)
        made = (try_all if self.check_only else make_all)(to_make)
        self._report([problem for one in made for problem in one.problems])
        if self.check_only:
            say(self.console, "Le contenu est bon à publier.")
            self.stop(GOOD)
        for folders, output in to_make:
            folders.kept.add(output.path)
        self._changed = sum(one.changed for one in made)
        return [output.path for _, output in to_make if output.is_public]

    def publish(self) -> None:
        """Show the new site, unless something failed on the way."""
        if self._faults.count:
            say(self.console, "Une pièce du site n'a pas fonctionné (voir ci-dessus). Rien n'a été publié : le dernier site reste en place.")
            self.stop(FAULT)
        gone = self.folders.prune()
        self.private.prune()
        self.folders.swap()
        self._save()
        self.end()
        self._tell(gone)

    def _save(self) -> None:
        """Leave word for the next build."""
        seen = {**looks(self.public), **{PRIVATE + path: look for path, look in looks(self.private.public).items()}}
        made = {path: (self._prints[path], look) for path, look in seen.items() if path in self._prints}
        self.past.save(Manifest(made, b"" if self._has_warned else self._made_of, self._said()))

    def _said(self) -> str:
        pages = sum(output.path.endswith(".html") and output.is_public for output in self._context["outputs"])
        return f"Site construit : {built_words(self._context['site'], pages)}."

    def _tell(self, gone: int) -> None:
        say(self.console, self._said())
        say(self.console, f"Il est dans {os.path.relpath(self.public)}/ ({self._changed} fichiers nouveaux ou changés, {gone} retirés).")


def dead_links(links: Iterable[Link], outputs: Iterable[Output]) -> list[Problem]:
    """Return a problem for each link of a text to a page that will not exist."""
    paths = {output.path for output in outputs if output.is_public}
    return [_dead(link, paths) for link in links if page_path(link.address) not in paths]


def _dead(link: Link, paths: set[str]) -> Problem:
    near = nearest(link.address, ("/" + path.removesuffix("index.html") for path in paths if path.endswith(".html")))
    hint = f"Vouliez-vous « {near} » ?" if near else "Vérifiez l'adresse."
    return Problem(link.file, link.line, "", f"Le lien « {link.address} » ne mène à aucune page.", hint)
