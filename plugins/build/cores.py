"""Work for all cores: each further core has a process that finds everything in its memory.

Not with Python's own pool: it starts in 40 ms and more, this in 10, and the process that starts it would only wait.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache, partial
from io import BufferedRWPair
from threading import Thread
from traceback import format_exc
from types import FrameType
from typing import Any, BinaryIO, TypeVar

T = TypeVar("T")
R = TypeVar("R")
BATCHES = 1000
"""Handed out to whoever has nothing to do; their numbers, of four bytes, fit into the smallest pipe a system may give."""

Found = dict[int, list[Any]]
"""What came of each batch, by the number of its first thing."""


class KilledError(RuntimeError):
    """A process that helped was killed, by hand or because memory ran out."""


Helper = tuple[int, BinaryIO]
"""A process: its number, and where to read its answer."""


def on_all_cores(do: Callable[[T], R], things: Sequence[T], worth: int) -> list[R]:
    """Return `do(thing)` for each thing, in order; fewer than `worth` are done here, for a process costs time too.

    Raise what `do` raises in any process, and KilledError when one of them was killed.
    """
    with shared(do, things, worth) as results:
        return results()


@contextmanager
def shared(do: Callable[[T], R], things: Sequence[T], worth: int) -> Iterator[Callable[[], list[R]]]:
    """Have the other cores begin at once; give what does the rest here when it is called, and returns and raises as `on_all_cores`."""
    count = cores()
    if count < 2 or len(things) < worth:
        yield cache(lambda: [do(thing) for thing in things])
        return
    size = len(things) // BATCHES + 1
    queue = _queue(range(0, len(things), size))
    work = partial(_work, do, things, size, queue, os.getpid())
    helpers: list[Helper] = []
    try:
        while len(helpers) < count - 1:
            helpers.append(_helper((work,), partial(os.read, queue, 4 * BATCHES), helpers))
        yield cache(partial(_joined, work, helpers))
    finally:
        os.close(queue)
        for helper in helpers:
            _end(helper)


def _joined(work: Callable[[], Found], helpers: Sequence[Helper]) -> list[Any]:
    """Do what is left, and return all results in order."""
    found = work()
    for _, result in helpers:
        found |= received(result)
    return [result for first in sorted(found) for result in found[first]]


@contextmanager
def beside(do: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """Do something on another core meanwhile; with one core alone, when it is asked for.

    Give what waits for the answer, and raises what `do` raised, or KilledError.
    """
    if cores() < 2:
        yield cache(do)
        return
    helper = _helper((do,))
    try:
        yield cache(partial(received, helper[1]))
    finally:
        _end(helper)


@contextmanager
def beside_then(do: Callable[[], R], then: Callable[[R], T]) -> Iterator[tuple[Callable[[], R], Callable[[], T]]]:
    """Do something beside, then something else with what came of it; give what waits for the one, and for the other."""
    first = cache(do)
    if cores() < 2:
        yield first, cache(lambda: then(first()))
        return
    helper = _helper((first, lambda: then(first())))
    answer = cache(partial(received, helper[1]))
    try:
        yield answer, cache(lambda: (answer(), received(helper[1]))[1])
    finally:
        _end(helper)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _queue(numbers: Sequence[int]) -> int:
    """Return a pipe full of numbers: who reads one has it alone, and when none is left there is nothing to read."""
    queue, into = os.pipe()
    os.write(into, b"".join(number.to_bytes(4, "big") for number in numbers))
    os.close(into)
    return queue


def _work(do: Callable[[Any], Any], things: Sequence[Any], size: int, queue: int, first_process: int) -> Found:
    """Do batch after batch until none is left, or nobody waits any more."""
    found: Found = {}
    while (number := os.read(queue, 4)) and first_process in {os.getpid(), os.getppid()}:
        first = int.from_bytes(number, "big")
        found[first] = [do(thing) for thing in things[first : first + size]]
    return found


def _helper(works: Sequence[Callable[[], object]], give_up: Callable[[], object] = lambda: None, others: Sequence[Helper] = ()) -> Helper:
    """Start a process that does one work after the other, and answers after each; when one breaks, it gives up for all."""
    result, into = os.pipe()
    if pid := fork():
        os.close(into)
        return pid, os.fdopen(result, "rb")
    try:
        os.close(result)
        for _, other in others:
            other.close()  # an answer that nobody can read any more is not waited with
        with os.fdopen(into, "wb") as told:
            _tell(told, (answer(work, give_up) for work in works))
    finally:
        os._exit(0)


def fork() -> int:
    """Do what `os.fork` does, for a process that leaves Ctrl+C to the first one.

    Python loses a Ctrl+C that comes while it tells others of a fork, so it is kept until that is over. Raise ValueError
    in any thread but the main one, which alone is told of signals.
    """
    came: list[tuple[int, FrameType | None]] = []
    before = signal.signal(signal.SIGINT, lambda *given: came.append(given))
    first_process = os.getpid()
    try:
        process = os.fork()
    finally:
        signal.signal(signal.SIGINT, before if os.getpid() == first_process else _leave)
    if process and came and callable(before):
        os.kill(process, signal.SIGKILL)  # nobody will wait for it
        os.waitpid(process, 0)
        before(*came[0])
    return process


def _leave(_: int, __: FrameType | None) -> None:
    """Do nothing about a signal; other than one that is ignored, programs that are started do not inherit this."""


def _tell(told: BinaryIO, answers: Iterator[bytes]) -> None:
    """Write one answer after the other; while nobody reads one that is larger than a pipe, what comes next is worked out."""
    thread = None
    for each in answers:
        if thread:
            thread.join()
        thread = Thread(target=_write, args=(told, each))
        thread.start()
    if thread:
        thread.join()


def _write(told: BinaryIO, data: bytes) -> None:
    with suppress(BrokenPipeError):  # nobody waits for it any more
        told.write(data)
        told.flush()


def _end(helper: Helper) -> None:
    pid, result = helper
    os.kill(pid, signal.SIGKILL)  # over by now, unless something went wrong, or it turned out to be of no use
    os.waitpid(pid, 0)
    result.close()


def answer(work: Callable[[], object], give_up: Callable[[], object] = lambda: None) -> bytes:
    """Return what came of the work, or what broke it and where; then nobody needs to go on."""
    try:
        return pickle.dumps((work(), None))
    except Exception as error:  # noqa: BLE001  # whatever it is, it is raised in the first process
        give_up()
        error.add_note(format_exc())
        try:
            pickle.loads(told := pickle.dumps((None, error)))  # noqa: S301  # our own; not every error comes through whole
        except Exception:  # noqa: BLE001  # there is no end to what errors of others may do
            return pickle.dumps((None, RuntimeError(format_exc())))
        return told


def received(line: BinaryIO | BufferedRWPair) -> Any:  # noqa: ANN401  # whatever the other process made
    """Return what another process made. Raise what broke it, and KilledError when it did not come to its end."""
    try:
        made, error = pickle.load(line)  # noqa: S301  # from a process that we started
    except (EOFError, pickle.UnpicklingError):
        raise KilledError from None
    if error:
        raise error
    return made
