"""A town's office on disk, with a clock that stands still, and what its commands say."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from msgspec import Struct, field
from rich.console import Console

from plugins.subscribers.office import Office, ended
from plugins.subscribers.people import Consent

NOON = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
PAPER = Consent("2026-09-15", "fiches d'adhésion", "fiche 2026")
LETTER = {"name": "La lettre", "sender": "lettre@villeneuve.example", "leave": "stop@villeneuve.example", "reason": "", "picture": ""}


class House(Struct):
    """An office and its terminal."""

    root: Path
    now: datetime = NOON
    answers: list[str] | None = None
    """What somebody answers at the terminal; None: nobody is there."""
    settings: dict[str, object] = field(default_factory=lambda: {"TIMEZONE": "Europe/Paris", "LETTER": LETTER})
    environment: dict[str, str] = field(default_factory=dict)
    said: str = ""
    """What the last command said."""

    @property
    def path(self) -> Path:
        """Where the file of subscribers is."""
        return self.root / "prive" / "abonnes.sqlite3"

    def run(self, command: Callable[..., int], *arguments: object) -> int:
        """Run a command and return its exit status."""
        stream = StringIO()
        console = Console(file=stream, width=300)
        office = self.office(console)
        status = ended(console, lambda: command(office, *arguments))
        self.said = stream.getvalue()
        return status

    def office(self, console: Console | None = None) -> Office:
        """Return the office."""
        ask = None if self.answers is None else self._answer
        return Office(self.root, self.settings, console or Console(), ask, lambda: self.now, self.environment)

    def _answer(self, _: str) -> str:
        return (self.answers or []).pop(0)

    def outside(self, name: str) -> Path:
        """Return a place that is no part of the project."""
        return self.root.parent / name

    @contextmanager
    def store(self) -> Iterator[sqlite3.Connection]:
        """Open the file."""
        with self.office().store() as connection:
            yield connection

    def later(self, **time: int) -> datetime:
        """Let time go by, and return what time it is then."""
        self.now += timedelta(**time)
        return self.now

    def people(self) -> dict[str, str]:
        """Return the state of everybody, by address."""
        with self.store() as connection:
            return dict(connection.execute("SELECT address, state FROM subscribers ORDER BY id"))

    def sheet(self, *lines: str, name: str = "adresses.csv") -> str:
        """Write a sheet, and return its path."""
        path = self.outside(name)
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return str(path)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Return an office without anybody in its list."""
    root = tmp_path / "projet"
    root.mkdir()
    return House(root)


def rows(text: str) -> list[list[str]]:
    """Return the rows of a table that a command wrote."""
    return list(csv.reader(StringIO(text), delimiter=";"))
