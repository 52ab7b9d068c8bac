"""Making outputs: which of them must be made, and making those on all cores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.build.cores import on_all_cores
from plugins.build.folders import Folders, look
from plugins.build.output import Output, Refused
from plugins.build.past import Past
from plugins.model.problem import Problem

WORTH_A_PROCESS = 200
"""Outputs below which a second process costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of making an output."""

    path: str
    changed: bool = False
    problems: tuple[Problem, ...] = ()
    """Not empty: it was refused, and nothing may be published."""


Task = tuple[Folders, Output]


def split(tasks: Iterable[Task], past: Past) -> tuple[list[Task], list[Task], dict[str, bytes]]:
    """Return the outputs that stand as they are, those to make, and the fingerprint of each by path."""
    standing: list[Task] = []
    to_make: list[Task] = []
    found: dict[str, bytes] = {}
    for folders, output in tasks:
        fingerprint = found[folders.name + output.path] = past.prints.of((output.make, output.given))
        known = past.manifest.outputs.get(folders.name + output.path)
        stands = known is not None and known == (fingerprint, look(folders.public / output.path))
        (standing if stands else to_make).append((folders, output))
    return standing, to_make, found


def make_all(tasks: Sequence[Task]) -> list[Made]:
    """Make the outputs and put each in its folder, on all cores when there are many."""
    return on_all_cores(_make, tasks, WORTH_A_PROCESS)


def try_all(tasks: Sequence[Task]) -> list[Made]:
    """Make the outputs for their problems alone; nothing is written."""
    return on_all_cores(_try, tasks, WORTH_A_PROCESS)


def _make(task: Task) -> Made:
    folders, output = task
    content = _rendered(output)
    return content if isinstance(content, Made) else Made(output.path, changed=folders.put(output.path, content))


def _try(task: Task) -> Made:
    _, output = task
    content = _rendered(output)
    return content if isinstance(content, Made) else Made(output.path)


def _rendered(output: Output) -> bytes | Path | Made:
    """Return what the output holds, or its refusal."""
    try:
        return output.render()
    except Refused as refused:
        return Made(output.path, problems=refused.problems)
