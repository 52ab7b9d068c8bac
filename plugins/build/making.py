"""Making outputs: which of them must be made, and making those on all cores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.build.cores import on_all_cores
from plugins.build.folders import Folders
from plugins.build.output import Output
from plugins.build.past import Past, Written
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


@dataclass(frozen=True, slots=True)
class Split:
    """The outputs of a run by their keys: those that stand as they were made, and those to make."""

    standing: Mapping[str, Written]
    to_make: Mapping[str, Output]
    """Letters first, which take longest."""
    prints: Mapping[str, bytes]
    """Fingerprints of those to make."""


def split(declared: Mapping[str, Output], past: Past, looks: Mapping[str, Look]) -> Split:
    """Return which outputs stand and which are to make; `looks` are those of all files, and need not be right for what `past` has declared."""
    written, to_make, prints = past.manifest.outputs, {}, {}
    fresh = [key for key, output in declared.items() if past.declared.get(key) is not output]
    for key in sorted(fresh, key=lambda key: declared[key].is_public):
        known, fingerprint = written.get(key), past.prints.of((declared[key].make, declared[key].given))
        if known is None or known.fingerprint != fingerprint or known.look != looks.get(key):
            to_make[key], prints[key] = declared[key], fingerprint
    return Split({key: written[key] for key in declared if key not in to_make}, to_make, prints)


def make_all(tasks: Sequence[Task], *, is_fresh: bool) -> list[Made]:
    """Make the outputs and put each in its folder, on all cores when there are many for a process that is fresh or not."""
    return on_all_cores(_make, tasks, WORTH_TWO_STARTS if is_fresh else WORTH_A_PROCESS, NEIGHBOURS)


def try_all(tasks: Sequence[Task]) -> list[Made]:
    """Make the outputs for their problems alone; nothing is written."""
    return on_all_cores(_try, tasks, WORTH_TWO_STARTS, NEIGHBOURS)


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
