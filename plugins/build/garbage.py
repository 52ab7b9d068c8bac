"""Python's search for garbage, put where it does not keep a build waiting."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

GARBAGE = 5_000
"""How many things more there are when it is time to look for garbage among them: about 1 MB."""


def leave_garbage() -> None:
    """Look for no garbage until this process runs again.

    A run makes hundreds of thousands of small things that it needs to its end: looking for garbage among them takes a
    fifth of its time, and tidying them away one by one before the process ends nearly as long again.
    """
    if gc.get_freeze_count() and not gc.isenabled():
        gc.unfreeze()
        gc.collect()  # what an earlier run left
    gc.disable()


@contextmanager
def tidying() -> Iterator[None]:
    """Look for garbage now and then, among what is made meanwhile: pages leave much of it, which would stay to the end of the process."""
    gc.freeze()
    gc.set_threshold(GARBAGE, *gc.get_threshold()[1:])
    gc.enable()
    try:
        yield
    finally:
        gc.disable()
