"""The previews that writers wait for: ours, and Hugo's server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Protocol

from bench.builders import Builder
from bench.hugo.binary import command, find_hugo
from bench.run import DAY, BuildError, environment
from bench.session import MODULE

PATIENCE = 120.0
"""Seconds after which a preview is taken to be stuck."""
PACE = 0.0005
"""Seconds between two looks."""


class Preview(Protocol):
    """A running preview."""

    public: Path

    def saved(self, text: Path) -> None:
        """Be told that a text was saved."""

    def finished(self) -> float:
        """Return the moment, by the machine's clock, at which all that shows the text was made anew. Raise BuildError."""


class OurPreview:
    """Our preview, which is told what was saved; the wait of what watches the disk is not in it."""

    def __init__(self, process: subprocess.Popen[str], public: Path, log: Path) -> None:
        """Take a started `bench.session`."""
        self.public = public
        self._process = process
        self._log = log

    def saved(self, text: Path) -> None:
        """Hand the path over."""
        assert self._process.stdin
        self._process.stdin.write(f"{text}\n")
        self._process.stdin.flush()

    def finished(self) -> float:
        """Return when the update was over. Raise BuildError when it went wrong."""
        assert self._process.stdout
        status, _, moment = self._process.stdout.readline().partition(" ")
        if status != "0":
            raise BuildError(self._log.read_text())
        return float(moment)


class HugoPreview:
    """Hugo's server, which watches the disk itself and says when it has rebuilt."""

    def __init__(self, public: Path, log: Path) -> None:
        """Take a started server."""
        self.public = public
        self._log = log
        self._seen = 0

    def saved(self, text: Path) -> None:
        """Do nothing: it sees for itself."""

    def finished(self) -> float:
        """Return when it said that it had rebuilt. Raise BuildError."""
        until(lambda: self._said() > self._seen, self._log)
        self._seen = self._said()
        return time.monotonic()

    def _said(self) -> int:
        return self._log.read_text().count("Total in ") + self._log.read_text().count("Built in ")


def has_session() -> bool:
    """Return whether our preview keeps the site in memory, which is what is measured."""
    return find_spec(MODULE) is not None


@contextmanager
def our_preview(builder: Builder, module: str = MODULE) -> Iterator[Preview]:
    """Start our preview of a corpus, its first build done. Raise BuildError."""
    public, log = builder.folder / "apercu", builder.folder / "log.txt"
    words = [sys.executable, "-m", "bench.session", module, str(builder.folder / "pelicanconf.py"), str(public)]
    with log.open("w") as said, _started(words, builder.folder, stdout=subprocess.PIPE, stderr=said) as process:
        preview = OurPreview(process, public, log)
        preview.finished()
        yield preview


@contextmanager
def hugo_preview(builder: Builder) -> Iterator[Preview]:
    """Start Hugo's server, always rendering all that changed, its first build done. Raise BuildError."""
    binary, log = find_hugo(), builder.folder / "log.txt"
    assert binary
    rest = ["--bind", "127.0.0.1", "--port", str(_free_port()), "--disableFastRender", "--disableLiveReload"]
    with log.open("w") as said, _started([*command(binary, builder.folder, DAY, "server"), *rest], builder.folder, stdout=said, stderr=said):
        preview = HugoPreview(builder.output, log)
        preview.finished()
        yield preview


@contextmanager
def _started(words: list[str], folder: Path, stdout: int | IO[str], stderr: IO[str]) -> Iterator[subprocess.Popen[str]]:
    """Start a process that reads what it is told, and end it in the end."""
    process = subprocess.Popen(words, cwd=folder, env=environment(), stdin=subprocess.PIPE, stdout=stdout, stderr=stderr, text=True)  # noqa: S603  # ours, or Hugo's
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()


def until(is_so: Callable[[], bool], log: Path) -> None:
    """Wait until something is so. Raise BuildError with what the log says when it never is."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise BuildError(log.read_text())
        time.sleep(PACE)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
