"""Builds in processes of their own.

A workshop loads everything once and forks for each build, which knows only what is on the disk. A preview keeps the site in memory
and is told what changes, as by `inv serve`.
"""

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct

from plugins.build.command import run_pelican
from plugins.preview.session import Session
from tests.engine.places import Place
from tests.site.building import ROOT

PREVIEW = "--preview"


class Said(Struct, frozen=True):
    """How a build ended, and what it said."""

    status: int
    words: str

    @property
    def problems(self) -> list[str]:
        """What it said of the content: all lines but the one that counts the files written."""
        return [line for line in self.words.splitlines() if not line.startswith("Il est dans ")]


class Helper:
    """A helper process, seen from the tests."""

    def __init__(self, *options: str) -> None:
        """Start it."""
        command = [sys.executable, "-m", __name__, *options]
        environment = {name: value for name, value in os.environ.items() if name != "BUILD_DATE"}
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def order(self, *order: object) -> None:
        """Say what is to be done; `answer` waits for it."""
        assert self._process.stdin
        pickle.dump(order, self._process.stdin)
        self._process.stdin.flush()

    def answer(self) -> Any:
        """Return what came of it."""
        assert self._process.stdout
        return pickle.load(self._process.stdout)

    def close(self) -> None:
        """Send it home."""
        self._process.communicate()

    def kill(self) -> None:
        """Kill it, whatever it is doing."""
        self._process.kill()
        self.close()


class Workshop(Helper):
    """Builds each time in a new process."""

    def start(self, conf: Path, settings: dict[str, object]) -> None:
        """Begin a build; `finish` waits for it."""
        self.order(conf, settings)

    def finish(self) -> Said:
        """Return how the build ended."""
        return Said(*self.answer())

    def build(self, conf: Path, settings: dict[str, object]) -> Said:
        """Build, and return how it ended."""
        self.start(conf, settings)
        return self.finish()


class Preview(Helper):
    """The live preview of a site, in a place."""

    def __init__(self, conf: Path, place: Place, day: object) -> None:
        """Start it on a day; `built` tells how its first build ended."""
        super().__init__(PREVIEW)
        self.order(conf, place)
        self.start(day, None)
        self.built = Said(*self.answer())

    def start(self, day: object, paths: Collection[str] | None) -> None:
        """Begin an update after these files have changed, on a day."""
        self.order(str(day), paths)

    def update(self, day: object, paths: Collection[str]) -> Said:
        """Update, and return how it ended."""
        self.start(day, paths)
        return Said(*self.answer())

    def held(self) -> int:
        """Return how many things of ours are in memory, beside those of its first build."""
        self.order()
        return int(self.answer())


Answer = Callable[[object], None]


def _build(orders: Iterator[Any], answer: Answer) -> None:
    """Build what is ordered until the orders end, each time in a process of its own."""
    gc.freeze()  # the children share what was loaded
    for conf, settings in orders:
        if (child := os.fork()) == 0:
            answer(_heard(lambda: run_pelican(conf, **settings)))  # noqa: B023  # called at once
            os._exit(0)
        elif os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
            answer((-1, "the build died"))


def _preview(orders: Iterator[Any], answer: Answer) -> None:
    """Keep a preview up to date until the orders end, as `inv serve` does."""
    conf, place = next(orders)
    session = Session(conf, DRAFTS=True, OUTPUT_PATH=str(place.public), BUILD_PATH=str(place.build))
    for order in orders:
        if not order:
            answer(_held())
            continue
        os.environ["BUILD_DATE"], paths = order
        answer(_heard(session.build if paths is None else lambda: session.update(paths)))  # noqa: B023  # called at once
        session.rest()
    session.close()


def _heard(do: Callable[[], int]) -> tuple[int, str]:
    """Do something; return its status and what it said."""
    words = StringIO()
    with redirect_stdout(words):
        status = do()
    return status, words.getvalue()


def _held() -> int:
    return sum(type(thing).__module__.startswith("plugins.") for thing in gc.get_objects())


def _orders() -> Iterator[Any]:
    while True:
        try:
            yield pickle.load(sys.stdin.buffer)
        except EOFError:
            return


def _answer(answers: BinaryIO, value: object) -> None:
    pickle.dump(value, answers)
    answers.flush()


def main() -> None:
    """Work for whoever started this process; what a build prints past Python goes to its errors."""
    from plugins import settings

    for name in settings.PLUGINS:
        __import__(name)
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)
        (_preview if PREVIEW in sys.argv else _build)(_orders(), lambda value: _answer(answers, value))


if __name__ == "__main__":
    main()
