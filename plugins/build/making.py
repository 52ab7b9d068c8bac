"""Making outputs, on all cores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from rich.console import Console

from plugins.build.cores import on_all_cores
from plugins.build.folders import Folders
from plugins.build.output import Output
from plugins.build.progress import Bar
from plugins.build.trees import Look
from plugins.model.problem import Problem

WORTH_A_PROCESS = 200
"""Outputs below which a second process costs more than it saves."""
WORTH_TWO_STARTS = 8
"""The same in a process that has just begun: what it saves is to import and compile what outputs are made with, one thing after the other."""
NEIGHBOURS = 4
"""Outputs at least that one process makes in a row: those of one room share what they need, as the files of a letter."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making an output."""

    path: str
    changed: bool = False
    look: Look | None = None
    """Of the file; only the process that wrote it has seen it. None when nothing was written."""
    problems: tuple[Problem, ...] = ()
    """With an error among them nothing may be published."""


Task = tuple[Folders, Output]


def make_all(tasks: Sequence[Task], console: Console, *, is_fresh: bool) -> list[Made]:
    """Make the outputs and put each in its folder, on all cores when there are many for a process that is fresh or not; show how far that is."""
    with Bar(console, len(tasks)) as bar:
        return on_all_cores(partial(_make, bar), list(enumerate(tasks)), WORTH_TWO_STARTS if is_fresh else WORTH_A_PROCESS, NEIGHBOURS)


def try_all(tasks: Sequence[Task]) -> list[Made]:
    """Make the outputs for their problems alone; nothing is written."""
    return on_all_cores(_try, tasks, WORTH_TWO_STARTS, NEIGHBOURS)


def _make(bar: Bar, numbered: tuple[int, Task]) -> Made:
    number, task = numbered
    made = _put(task)
    bar.tick(number)
    return made


def _put(task: Task) -> Made:
    folders, output = task
    told = output.render()
    if any(problem.is_error for problem in told.problems):
        return Made(output.path, problems=told.problems)
    changed = folders.put(output.path, told.content)
    return Made(output.path, changed, folders.now[output.path], told.problems)


def _try(task: Task) -> Made:
    _, output = task
    return Made(output.path, problems=output.render().problems)
