"""One run of Pelican: aside, checked, then shown all at once. Nothing is published with an error in it."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct
from rich.console import Console

from plugins.build.ahead import looking, taking_over
from plugins.build.cores import KilledError, beside, shared
from plugins.build.declared import Declared
from plugins.build.fingerprint import Fingerprints
from plugins.build.folders import Folders
from plugins.build.garbage import leave_garbage, tidying
from plugins.build.links import dead_links
from plugins.build.making import Made, make_all, try_all
from plugins.build.output import ASIDE, Output
from plugins.build.past import Manifest, Past
from plugins.build.report import built_words, count_words, print_problems, say
from plugins.build.standby import Standby
from plugins.build.standing import concluded, split
from plugins.build.trees import Look
from plugins.lock import alone
from plugins.model.problem import Problem

T = TypeVar("T")
R = TypeVar("R")
GOOD, BAD_CONTENT, FAULT = 0, 1, 3
"""Exit statuses (docs/architecture.md)."""
PRIVATE = "lettres"
"""Folder under build/ of what is not public."""


class _Faults(logging.Handler):
    """Keeps what Pelican logs as an error: it goes on after one, we do not publish after one."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, _record: logging.LogRecord) -> None:
        self.count += 1


class Places(Struct, frozen=True):
    """Where things are."""

    public: Path
    """What visitors see."""
    making: Path
    """Where the next site is made, on the same disk: a folder that takes the public one's place, or that folder itself."""
    build: Path
    """What a build keeps beside the site."""
    theme: Path
    code: Mapping[str, Path]
    """Files and folders of code, by name."""


class Run:
    """The state of a run; Pelican's plugins share it in the context as BUILD."""

    def __init__(self, places: Places, console: Console, *, check_only: bool = False, ours_alone: bool = True, is_live: bool = False) -> None:
        """Prepare for some places; nothing is touched before `begin`. Without `ours_alone`, plugins of others are at work too.

        With `is_live` it runs again and again in one process, and keeps in memory what it would leave on the disk.
        """
        self._places = places
        self.public, self.making = places.public, places.making
        self.console = console
        self.check_only = check_only
        self._ours_alone = ours_alone
        self._is_live = is_live
        self._standby = Standby() if is_live else None
        self._past: Past | None = None
        self._carried: tuple[Folders, Folders] | None = None
        self.context: Mapping[str, Any] = {}
        """What Pelican's plugins share, from the last run that was judged."""
        self.afterwards: list[Callable[[], str]] = []
        """What other rooms do once the new site is shown; each returns a sentence. Until that is done, the next run takes nothing for finished."""
        self.meanwhile: list[Callable[[], None]] = []
        """What other rooms start once it is known that there is something to do, to go on while texts are read."""
        self.needs: list[str] = []
        """Modules that other rooms will need then."""
        self._held = ExitStack()
        self._faults = _Faults()

    def begin(self) -> None:
        """Take the lock and recall the last build. Raise BusyError when another build is under way."""
        self.end()
        self._let_go = self._held.enter_context(alone(self._places.build / ".lock"))
        if not self._is_live:
            leave_garbage()
            self._held.callback(gc.freeze)
        logging.getLogger("pelican").addHandler(self._faults)
        self._held.callback(logging.getLogger("pelican").removeHandler, self._faults)
        self._faults.count = 0
        self.afterwards.clear()
        self.meanwhile.clear()
        self.needs.clear()
        self.folders, self.private = self._carried or self._new_folders()
        if not self._ours_alone:
            self._look_around()  # before anybody writes
        if not (self._is_live and self._past):
            self._past = Past(self._places.build / "memoire" / self.public.name, self._places.code, self._places.theme)
        self.past = self._past
        if not self._carried:
            self.past.declared = {}
        self.declared = Declared(self.past)
        """What the rooms have declared so far."""

    def _new_folders(self) -> tuple[Folders, Folders]:
        """Return the public folders and the private ones; in the preview, and where others write too, nothing is taken over ahead."""
        takes_over = self._ours_alone and not (self._is_live or self.check_only)
        trees = self._held.enter_context((taking_over if takes_over else looking)(self.public, self.making, self._letters, self._let_go))
        pairs = (self.public, self.making), (self._letters, self._letters)
        public, private = (Folders(shown, making, self._ours_alone, walked=trees) for shown, making in pairs)
        return public, private

    @property
    def _letters(self) -> Path:
        return self._places.build / PRIVATE

    def share(self, do: Callable[[T], R], things: Sequence[T], worth: int) -> Callable[[], list[R]]:
        """Have something begun on the other cores (`cores.shared`), until this run ends at the latest; return what finishes it here."""
        return self._held.enter_context(shared(do, things, worth))

    @property
    def build(self) -> Path:
        """The folder of what builds keep beside the site."""
        return self._places.build

    @property
    def _looks(self) -> dict[str, Look]:
        """The looks of all files before this run, by the keys of outputs."""
        return {**self.folders.before, **{f"{ASIDE}{path}": look for path, look in self.private.before.items()}}

    def _look_around(self) -> None:
        for folders in (self.folders, self.private):
            folders.begin()

    def end(self) -> None:
        """Give the lock back; more than once does no harm."""
        self._held.close()

    def show(self, output: Output, content: bytes) -> None:
        """Show a public file in the place of one that stands, ahead of the next run in place, which makes sure of it."""
        if output.path in self.folders.before:
            self.folders.show(output.path, content)
            self.past.declared.pop(self.declared.owner(output.key).key, None)

    def close(self) -> None:
        """Leave on the disk what a live run kept in memory."""
        if self._standby:
            self._standby.close()
        if self._past:
            self._past.save_parts()
            self._past.save()

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
        is_same = bool(self._made_of) and self._made_of == last.made_of
        if self._ours_alone and is_same and not self.check_only and self.past.stands(self._looks):
            say(self.console, last.said)
            say(self.console, f"Il est dans {os.path.relpath(self.public)}/ (rien n'a changé depuis la dernière fois).")
            self.stop(GOOD)

    def set_out(self) -> None:
        """Start what goes on while texts are read, then import what outputs will be declared with: no other core waits any more."""
        for start in self.meanwhile:
            start()
        for name in self.needs:
            import_module(name)

    def judge(self, context: Mapping[str, Any]) -> None:
        """Report every problem; stop before anything is written when one is an error."""
        self.context = context
        self._has_warned = False
        self._report({*context["problems"], *dead_links(context["links"], self.declared)})

    def _report(self, problems: Collection[Problem]) -> None:
        if problems:
            self._has_warned = True
            print_problems(problems, self.console)
            say(self.console, f"\n{count_words(problems)}.")
        if any(problem.is_error for problem in problems):
            say(self.console, "Rien n'a été publié : le dernier site reste en place. Corrigez, puis relancez la même commande.")
            self.stop(BAD_CONTENT)

    def make(self) -> list[Output]:
        """Make what must be made of all that was declared, keep what stands; return the public ones that were made."""
        self._split = found = split(self.declared, self.past, self._looks)
        tasks = [(self._folders_of(key), output) for key, output in found.to_make.items()]
        if self.check_only:
            self._report_made(try_all(tasks))
            say(self.console, "Le contenu est bon à publier.")
            self.stop(GOOD)
        if self._ours_alone and not self._carried:
            self._look_around()
        self._carry(None)  # until this run has ended well
        standing = found.standing
        self.private.keep({path: standing.pop(key) for path in self.private.before if (key := f"{ASIDE}{path}") in standing})
        self.folders.keep(standing)
        with nullcontext() if self._is_live else self._making():
            self._made = make_all(tasks, self.console, self._standby)
        self._report_made(self._made)
        for (folders, output), one in zip(tasks, self._made, strict=True):
            if one.look:
                folders.now[output.path] = one.look
        return [output for output in found.to_make.values() if output.is_public]

    @contextmanager
    def _making(self) -> Iterator[None]:
        """Look for garbage now and then, and write down beside what reading remembers: making takes the whole machine's time."""
        self.past.prints = Fingerprints()  # all are taken, and what they took up is free for the pages
        with beside(self.past.save_parts) as saved, tidying():
            yield
            with suppress(KilledError):  # what was not written down is only worked out again
                saved()

    def _folders_of(self, key: str) -> Folders:
        return self.private if key.startswith(ASIDE) else self.folders

    def _report_made(self, made: Sequence[Made]) -> None:
        """Report what there is to tell of all outputs: what was told of those that stand is told again."""
        self._report([*self._split.told, *(problem for one in made for problem in one.problems)])

    def publish(self) -> None:
        """Show the new site, unless something failed on the way."""
        if self._faults.count:
            say(self.console, "Une pièce du site n'a pas fonctionné (voir ci-dessus). Rien n'a été publié : le dernier site reste en place.")
            self.stop(FAULT)
        gone = self.folders.prune()
        self.private.prune()
        self.folders.swap()
        self._save()
        self._tell(gone)
        for act in self.afterwards:
            say(self.console, act())
        self.end()

    def _save(self) -> None:
        """Leave word for the next build."""
        looks = {**self.folders.now, **{f"{ASIDE}{path}": look for path, look in self.private.now.items()}}
        batches = concluded(self.declared, self._split, self._made, looks)
        self._said = self._count()
        is_done = not (self._has_warned or self.afterwards)
        self.past.conclude(Manifest(batches, self._made_of if is_done else b"", self._said), self.declared.things)
        if not self._is_live:
            self.past.save()
        elif self._ours_alone:
            self._carry((self.folders, self.private))

    def _carry(self, folders: tuple[Folders, Folders] | None) -> None:
        """Let the next run of this process take folders as this one leaves them; with None it looks at everything again."""
        self._carried = folders
        for each in folders or ():
            each.carry_on()

    def _count(self) -> str:
        return f"Site construit : {built_words(self.context['site'], len(self.declared.pages))}."

    def _tell(self, gone: int) -> None:
        say(self.console, self._said)
        say(
            self.console,
            f"Il est dans {os.path.relpath(self.public)}/ ({sum(one.changed for one in self._made)} fichiers nouveaux ou changés, {gone} retirés).",
        )
