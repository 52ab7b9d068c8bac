"""One run of Pelican: aside, checked, then shown all at once. Nothing is published with an error in it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rich.console import Console

from plugins.build.folders import Folders, alone
from plugins.build.output import Output, page_path
from plugins.build.report import built_words, count_words, print_problems, say
from plugins.model.problem import Problem
from plugins.model.site import Link
from plugins.model.text import nearest

GOOD, BAD_CONTENT, FAULT = 0, 1, 3
"""Exit statuses (docs/architecture.md)."""


class _Faults(logging.Handler):
    """Keeps what Pelican logs as an error: it goes on after one, we do not publish after one."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        self.count += 1


class Run:
    """The state of a run; Pelican's plugins share it in the context as BUILD."""

    def __init__(self, public: Path, build: Path, console: Console, *, check_only: bool) -> None:
        """Prepare for a public folder, working in another on the same disk; nothing is touched before `begin`."""
        self.public = public
        self.build = build
        self.making = self.build / f"{public.name}-suivant"
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
        self.folders.begin()
        self.private = Folders(self.build, self.build)

    def end(self) -> None:
        """Give the lock back."""
        self._held.close()

    def stop(self, status: int) -> None:
        """Leave with an exit status, the public folder as it was."""
        self.end()
        raise SystemExit(status)

    def judge(self, context: Mapping[str, Any]) -> None:
        """Report every problem; stop before anything is written when one is an error."""
        self._context = context
        problems = sorted({*context["problems"], *dead_links(context["links"], context["outputs"])}, key=lambda p: p.file)
        if problems:
            print_problems(problems, self.console)
            say(self.console, f"\n{count_words(problems)}.")
        if any(problem.is_error for problem in problems):
            say(self.console, "Rien n'a été publié : le dernier site reste en place. Corrigez, puis relancez la même commande.")
            self.stop(BAD_CONTENT)
        if self.check_only:
            say(self.console, "Le contenu est bon à publier.")
            self.stop(GOOD)

    def publish(self) -> None:
        """Show the new site, unless something failed on the way."""
        if self._faults.count:
            say(self.console, "Une pièce du site n'a pas fonctionné (voir ci-dessus). Rien n'a été publié : le dernier site reste en place.")
            self.stop(FAULT)
        gone = self.folders.prune()
        self.folders.swap()
        self.end()
        self._tell(gone)

    def _tell(self, gone: int) -> None:
        pages = sum(output.path.endswith(".html") and output.is_public for output in self._context["outputs"])
        folder = os.path.relpath(self.public)
        say(self.console, f"Site construit : {built_words(self._context['site'], pages)}.")
        say(self.console, f"Il est dans {folder}/ ({self.folders.changed} fichiers nouveaux ou changés, {gone} retirés).")


def dead_links(links: Iterable[Link], outputs: Iterable[Output]) -> list[Problem]:
    """Return a problem for each link of a text to a page that will not exist."""
    paths = {output.path for output in outputs if output.is_public}
    return [_dead(link, paths) for link in links if page_path(link.address) not in paths]


def _dead(link: Link, paths: set[str]) -> Problem:
    near = nearest(link.address, ("/" + path.removesuffix("index.html") for path in paths if path.endswith(".html")))
    hint = f"Vouliez-vous « {near} » ?" if near else "Vérifiez l'adresse."
    return Problem(link.file, link.line, "", f"Le lien « {link.address} » ne mène à aucune page.", hint)
