"""Making outputs, on all cores."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain

from msgspec import Struct
from rich.console import Console

from plugins.build.cores import on_all_cores
from plugins.build.folders import Folders
from plugins.build.output import Output, Told
from plugins.build.progress import Bar
from plugins.build.standby import Standby
from plugins.build.trees import Look
from plugins.build.turns import in_batches
from plugins.model.problem import Problem

WORTH_A_PROCESS = 200
"""Outputs below which to fork a second process costs a preview more than it saves."""
WORTH_TWO_STARTS = 3
"""Batches below which that is so in a process that has just begun, which saves importing one after the other what outputs are made with."""


class Made(Struct, frozen=True):
    """What came of making an output."""

    path: str
    changed: bool = False
    look: Look | None = None
    """Of the file; only the process that wrote it has seen it. None when nothing was written."""
    problems: tuple[Problem, ...] = ()
    """With an error among them nothing may be published."""


Task = tuple[Folders, Output]
Numbered = tuple[int, Task]


def make_all(tasks: Sequence[Task], console: Console, standby: Standby | None = None) -> list[Made]:
    """Make the outputs and put each in its folder, on all cores when there are many; show how far that is.

    A preview has a `standby`, which makes the few letters of a save while this process makes the pages.
    """
    with Bar(console, len(tasks)) as bar:
        if standby and len(tasks) < WORTH_A_PROCESS:
            return _make_few(tasks, bar, standby)
        return _in_batches(partial(_make, bar), tasks)


def try_all(tasks: Sequence[Task]) -> list[Made]:
    """Make the outputs for their problems alone; nothing is written."""
    return _in_batches(_try, tasks)


def _in_batches(make: Callable[[Numbered], Made], tasks: Sequence[Task]) -> list[Made]:
    """Return what was made of tasks on all cores."""
    numbered = list(enumerate(tasks))
    batches = [numbered[found.start : found.stop] for found in in_batches(output for _, output in tasks)]
    return list(chain.from_iterable(on_all_cores(lambda batch: list(map(make, batch)), batches, WORTH_TWO_STARTS)))


def _make_few(tasks: Sequence[Task], bar: Bar, standby: Standby) -> list[Made]:
    """Make public files here and the others beside, where there are both."""
    aside = [output for _, output in tasks if not output.is_public]
    if len(aside) in {0, len(tasks)}:
        return [_make(bar, task) for task in enumerate(tasks)]
    told = standby.ask(partial(_rendered, aside))
    made = {number: _make(bar, (number, task)) for number, task in enumerate(tasks) if task[1].is_public}
    content = iter(told())
    return [made.get(number) or _put(task, next(content)) for number, task in enumerate(tasks)]


def _rendered(outputs: Iterable[Output]) -> list[Told]:
    return [output.render() for output in outputs]


def _make(bar: Bar, numbered: Numbered) -> Made:
    number, task = numbered
    made = _put(task, task[1].render())
    bar.tick(number)
    return made


def _put(task: Task, told: Told) -> Made:
    folders, output = task
    if any(problem.is_error for problem in told.problems):
        return Made(output.path, problems=told.problems)
    changed = folders.put(output.path, told.content)
    return Made(output.path, changed, folders.now[output.path], told.problems)


def _try(numbered: Numbered) -> Made:
    _, (_, output) = numbered
    return Made(output.path, problems=output.render().problems)
