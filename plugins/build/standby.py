"""A process that stands ready while a preview goes on, for what takes long and is made of little: letters.

It is forked once and sent what it is to do, since forking all that a preview holds in memory takes as long as half a letter.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import BufferedRWPair
from typing import TypeVar

from plugins.build.cores import KilledError, answer, cores, fork, received

R = TypeVar("R")


class Standby:
    """The other process: started when there is first something to do, and again when it was killed."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process = 0
        self._line: BufferedRWPair | None = None
        self._is_awaited = False

    def ask(self, do: Callable[[], R]) -> Callable[[], R]:
        """Have a function of a module do something with plain data; return what waits for the answer, and raises what `do` raised.

        It is done here with one core alone, or when the other process was killed.
        """
        if self._is_awaited:
            self.close()  # nobody waits for its last answer any more
        self._is_awaited = cores() > 1 and self._send(do)
        return partial(self._answer, do) if self._is_awaited else do

    def close(self) -> None:
        """End the process; more than once does no harm."""
        if self._line:
            with suppress(OSError):  # what it cannot be told any more
                self._line.close()
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
        self._line, self._is_awaited = None, False

    def _send(self, do: Callable[[], object]) -> bool:
        """Return whether what is to be done could be sent."""
        try:
            data = pickle.dumps(do, pickle.HIGHEST_PROTOCOL)
        except (pickle.PicklingError, AttributeError, TypeError):  # what plugins of others declare need not leave this process
            return False
        self._line = self._line or self._start()
        try:
            self._line.write(data)
            self._line.flush()
        except OSError:
            self.close()
            return False
        return True

    def _answer(self, do: Callable[[], R]) -> R:
        assert self._line
        try:
            found: R = received(self._line)
        except (KilledError, ConnectionError):
            self.close()
            return do()
        self._is_awaited = False
        return found

    def _start(self) -> BufferedRWPair:
        """Fork, and return the line to the other process; a Ctrl+C meanwhile leaves no end of it open."""
        here, there = socket.socketpair()
        with here, there:  # each is closed once the file of it is
            self._process = fork()
            if self._process:
                return here.makefile("rwb")
            try:
                here.close()  # else it would never hear that nobody is there
                _stand_by(there.makefile("rwb"))
            finally:
                os._exit(0)


def _stand_by(line: BufferedRWPair) -> None:
    """Do what comes along the line until nobody is at its other end."""
    gc.freeze()
    while True:
        line.write(answer(pickle.load(line)))  # noqa: S301  # from the process that forked this one
        line.flush()
        gc.collect()  # while nobody waits
