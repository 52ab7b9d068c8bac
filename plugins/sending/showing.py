"""How far the sending is, for whoever waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from plugins.sending.dispatch import Watch
from plugins.sending.journal import Journal
from plugins.sending.telling import until
from plugins.subscribers.office import Office

_OFTEN = 0.5
"""Seconds between two looks at the journal."""
_WORTH_TELLING = 2
"""Seconds that one waits without wondering why."""


class Bar(Watch):
    """A bar, and the reason when nothing moves."""

    def __init__(self, progress: Progress, journal: Journal, key: str, office: Office) -> None:
        """Show a campaign."""
        self._progress, self._journal, self._key, self._office = progress, journal, key, office
        self._task = progress.add_task("Envoi", total=None)
        self._looked = 0.0
        self.moved()

    def moved(self) -> None:
        """Show how far it is."""
        if monotonic() - self._looked < _OFTEN:
            return
        self._looked = monotonic()
        counts = self._journal.counts(self._key)
        self._progress.update(self._task, description="Envoi", completed=counts.frozen - counts.waiting, total=counts.frozen)

    def waits(self, seconds: float, why: str) -> None:
        """Show what is waited for."""
        self.moved()
        if seconds > _WORTH_TELLING:
            again: datetime = self._office.now() + timedelta(seconds=seconds)
            self._progress.update(self._task, description=f"Attente jusqu'à {until(again, self._office.zone)} ({why})")


@contextmanager
def bar(console: Console, journal: Journal, key: str, office: Office) -> Iterator[Watch]:
    """Show a bar where there is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield Bar(progress, journal, key, office)
