"""Builds in processes of their own, so that each knows only what is on the disk.

A helper process loads everything once and forks for each build. One that `remembers` builds in itself instead,
as a preview that keeps the site in memory does.
"""

import gc
import os
import pickle
import subprocess
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import BinaryIO

from plugins.build.command import run_pelican
from tests.site.building import ROOT

REMEMBERS = "--remembers"


@dataclass(frozen=True)
class Said:
    """How a build ended, and what it said."""

    status: int
    words: str

    @property
    def problems(self) -> list[str]:
        """What it said of the content: all lines but the one that counts the files written."""
        return [line for line in self.words.splitlines() if not line.startswith("Il est dans ")]


class Workshop:
    """The helper process, seen from the tests."""

    def __init__(self, *, remembers: bool = False) -> None:
        """Start it."""
        command = [sys.executable, "-m", __name__, *([REMEMBERS] if remembers else [])]
        environment = {name: value for name, value in os.environ.items() if name != "BUILD_DATE"}
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def start(self, conf: Path, settings: dict[str, object]) -> None:
        """Begin a build; `finish` waits for it."""
        assert self._process.stdin
        pickle.dump((conf, settings), self._process.stdin)
        self._process.stdin.flush()

    def finish(self) -> Said:
        """Return how the build ended."""
        assert self._process.stdout
        status, words = pickle.load(self._process.stdout)
        return Said(status, words)

    def build(self, conf: Path, settings: dict[str, object]) -> Said:
        """Build, and return how it ended."""
        self.start(conf, settings)
        return self.finish()

    def close(self) -> None:
        """Send it home."""
        self._process.communicate()


def _work(orders: BinaryIO, answers: BinaryIO, *, remembers: bool) -> None:
    """Build what is ordered until the orders end."""
    while True:
        try:
            conf, settings = pickle.load(orders)
        except EOFError:
            return
        if remembers or (child := os.fork()) == 0:
            _answer(answers, _build(conf, settings))
            if not remembers:
                os._exit(0)
        elif os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
            _answer(answers, (-1, "the build died"))


def _build(conf: Path, settings: dict[str, object]) -> tuple[int, str]:
    words = StringIO()
    with redirect_stdout(words):
        status = run_pelican(conf, **settings)
    return status, words.getvalue()


def _answer(answers: BinaryIO, said: tuple[int, str]) -> None:
    pickle.dump(said, answers)
    answers.flush()


def main() -> None:
    """Work for whoever started this process; what a build prints past Python goes to its errors."""
    from plugins import settings

    for name in settings.PLUGINS:
        __import__(name)
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        gc.freeze()  # the children share what was loaded
        _work(sys.stdin.buffer, answers, remembers=REMEMBERS in sys.argv)


if __name__ == "__main__":
    main()
