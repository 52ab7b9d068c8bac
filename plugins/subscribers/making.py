"""Making the file of subscribers, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import get_ident

VERSION = 1
"""Of schema.sql, kept in the file as user_version."""
_SCHEMA = Path(__file__).with_name("schema.sql")


def make(path: Path, token: Callable[[int], bytes]) -> None:
    """Make the file, of mode 600, with a secret key of its own. When several processes do so at once, one of theirs stands, and is whole."""
    new = path.with_name(f"{path.name}.{os.getpid()}.{get_ident()}.neuf")
    new.unlink(missing_ok=True)
    new_file(new)
    with closing(sqlite3.connect(new, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")  # here, since changing it later needs the file alone
        connection.execute("BEGIN")
        fill(connection, token)
        connection.execute("COMMIT")
    with suppress(FileExistsError):
        os.link(new, path)
    new.unlink()


def fill(connection: sqlite3.Connection, token: Callable[[int], bytes]) -> None:
    """Make the tables, within a transaction."""
    for statement in _statements(_SCHEMA.read_text("utf-8")):
        connection.execute(statement)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", (("key", token(32)), ("opened", 0)))
    connection.execute(f"PRAGMA user_version = {VERSION}")


def new_file(path: Path) -> None:
    """Make an empty file that its owner alone reads. Raise FileExistsError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _statements(script: str) -> Iterator[str]:
    """Yield the statements one by one: sqlite3's executescript would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
