"""How far the work is, for whoever waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from plugins.studio.ffmpeg import Told


class Steps:
    """Shows each step of the work as a bar, where there is a terminal to show it in."""

    def __init__(self, console: Console) -> None:
        """Show on this console."""
        self._console = console

    @contextmanager
    def step(self, label: str, seconds: float) -> Iterator[Told]:
        """Show a step that goes through so many seconds of sound (0: nobody knows); give the function to tell how far it is."""
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn(compact=True))
        with Progress(*columns, console=self._console, transient=True, disable=not self._console.is_terminal) as bar:
            task = bar.add_task(label, total=seconds or None)
            yield lambda done: bar.update(task, completed=done)
