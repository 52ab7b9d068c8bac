"""Doing the same to many things on all cores."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
CHUNK = 25
"""Things handed over at a time: enough that handing over costs little, few enough that no core waits long."""


class _Shared:
    """What the forked processes find in their memory, so that nothing is sent to them but a number."""

    do: Callable[[Any], Any]
    things: Sequence[Any] = ()


def on_all_cores(do: Callable[[T], R], things: Sequence[T], worth: int) -> list[R]:
    """Return `do(thing)` for each thing, in order; fewer than `worth` are done here, for a process costs time too."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if cores < 2 or len(things) < worth or "fork" not in multiprocessing.get_all_start_methods():
        return [do(thing) for thing in things]
    _Shared.do, _Shared.things = do, things
    try:
        with multiprocessing.get_context("fork").Pool(cores) as pool:
            return pool.map(_do_numbered, range(len(things)), chunksize=CHUNK)
    finally:
        _Shared.things = ()


def _do_numbered(number: int) -> Any:  # noqa: ANN401  # whatever `do` returns
    return _Shared.do(_Shared.things[number])
