"""Making outputs: which of them must be made, and making those on all cores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plugins.build.cores import on_all_cores
from plugins.build.folders import Folders
from plugins.build.output import Output
from plugins.build.past import Past
from plugins.build.trees import Look
from plugins.model.problem import Problem

WORTH_A_PROCESS = 200
"""Outputs below which a second process costs more than it saves."""


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


@dataclass(frozen=True, slots=True)
class Split:
    """The outputs of a run, by what is to be done with them."""

    standing: list[Task] = field(default_factory=list)
    to_make: list[Task] = field(default_factory=list)
    prints: dict[str, bytes] = field(default_factory=dict)
    """Fingerprint of each, by path."""
    told: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What was told of some that stand, by path, to be told again."""


def split(tasks: Iterable[Task], past: Past) -> Split:
    """Return which outputs stand as they are, and which are to make."""
    found = Split()
    for folders, output in tasks:
        path = folders.name + output.path
        known = past.manifest.outputs.get(path)
        is_known = known is not None and past.declared.get(path) is output
        fingerprint = found.prints[path] = known.fingerprint if known and is_known else past.prints.of(output)
        if known and known.fingerprint == fingerprint and known.look == folders.before.get(output.path):
            found.standing.append((folders, output))
            found.told.update({path: known.problems} if known.problems else {})
        else:
            found.to_make.append((folders, output))
    return found


def make_all(tasks: Sequence[Task]) -> list[Made]:
    """Make the outputs and put each in its folder, on all cores when there are many."""
    return on_all_cores(_make, tasks, WORTH_A_PROCESS)


def try_all(tasks: Sequence[Task]) -> list[Made]:
    """Make the outputs for their problems alone; nothing is written."""
    return on_all_cores(_try, tasks, WORTH_A_PROCESS)


def _make(task: Task) -> Made:
    folders, output = task
    told = output.render()
    if any(problem.is_error for problem in told.problems):
        return Made(output.path, problems=told.problems)
    changed = folders.put(output.path, told.content)
    return Made(output.path, changed, folders.now[output.path], told.problems)


def _try(task: Task) -> Made:
    _, output = task
    return Made(output.path, problems=output.render().problems)
