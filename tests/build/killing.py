"""A process that is killed while it works, and those that it started."""

import os
import signal
from collections.abc import Callable


def kill_once_begun(work: Callable[[int], object]) -> None:
    """Kill a process when its work, or who helps it, has written to the file that it is given; return once none is left that has it open."""
    ends, end = os.pipe()
    if not (process := os.fork()):
        work(end)
    assert os.read(ends, 1)
    os.close(end)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    assert os.read(ends, 1) == b""
    os.close(ends)
