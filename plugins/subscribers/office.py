"""What the commands about people stand on: the settings, the file, the clock, the terminal."""

from __future__ import annotations

import os
import runpy
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from rich.console import Console

from plugins.build.report import say, say_wrong
from plugins.model.problem import Wrong
from plugins.places import build_folder
from plugins.subscribers.fault import Fault
from plugins.subscribers.places import store_path
from plugins.subscribers.store import faults, open_store

GOOD, BAD_CONTENT, WRONG_USE, FAULT = 0, 1, 2, 3
"""Exit statuses (docs/architecture.md)."""


def _clock() -> datetime:
    return datetime.now(UTC)


class Office(Struct, frozen=True):
    """Where commands work, and with whom."""

    root: Path
    """The folder of pelicanconf.py."""
    settings: Mapping[str, Any]
    console: Console = field(default_factory=Console)
    ask: Callable[[str], str] | None = None
    """Asks whoever sits at the terminal; None: nobody does."""
    now: Callable[[], datetime] = _clock
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return store_path(self.root, self.environment)

    @property
    def letters(self) -> Path:
        """The folder of the letters that the build made."""
        return build_folder(self.settings, self.root) / "lettres"

    @property
    def zone(self) -> ZoneInfo:
        """The town's time zone."""
        return ZoneInfo(self.settings.get("TIMEZONE", "Europe/Paris"))

    @contextmanager
    def store(self) -> Iterator[sqlite3.Connection]:
        """Open the file. Raise StoreError when it cannot be used, then or later."""
        with faults(self.path), closing(open_store(self.path)) as connection:
            yield connection

    def say(self, text: str) -> None:
        """Tell one sentence."""
        say(self.console, text)

    def write(self, line: str) -> None:
        """Write a line as it is, for whoever may take it up: no colours, no folding."""
        self.console.file.write(f"{line}\n")


def open_office(root: Path) -> Office:
    """Return the office of a town, at its terminal. Raise Wrong when its settings cannot be read.

    The settings are read without Pelican: these commands run beside a mail or web server, many times a day.
    """
    conf = root / "pelicanconf.py"
    if not conf.exists():
        raise Wrong("Il n'y a pas de pelicanconf.py ici.", "Lancez la commande dans le dossier du projet.")
    try:
        settings = {name: value for name, value in runpy.run_path(str(conf)).items() if name.isupper()}
    except (SyntaxError, ImportError, NameError) as error:
        raise Wrong(f"pelicanconf.py ne se lit pas : {error}.", "Corrigez-le, puis vérifiez avec « inv check ».") from None
    return Office(root, settings, ask=input if sys.stdin.isatty() else None)


def ended(console: Console, do: Callable[[], int | None]) -> int:
    """Do something and return the exit status; what stops it is told."""
    try:
        return do() or GOOD
    except Wrong as wrong:
        say_wrong(console, wrong)
        return WRONG_USE
    except Fault as fault:
        say(console, str(fault))
    except OSError as error:
        say(console, f"Le disque ou le réseau ne suit pas ({error.strerror or type(error).__name__}).")
    except (KeyboardInterrupt, EOFError):
        say(console, "\nArrêté. Ce qui n'était pas fini n'a pas été fait.")
    return FAULT


def at_office(root: Path, do: Callable[[Office], int | None]) -> int:
    """Do something in the office of a town, and return the exit status."""
    return ended(Console(), lambda: do(open_office(root)))
