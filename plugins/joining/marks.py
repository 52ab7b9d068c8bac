"""What was done with a thing that lies elsewhere until it is put away: after an interruption it is put away, and not done again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime

from plugins.subscribers.people import stamp
from plugins.subscribers.store import transaction

PROCESSED = "processed"


def once(connection: sqlite3.Connection, name: str, do: Callable[[], str]) -> str:
    """Do a thing and note its result together, or return the result of the run that did it before."""
    with transaction(connection):
        row = connection.execute("SELECT value FROM mailbox WHERE name = ?", (name,)).fetchone()
        if row:
            return str(row[0])
        result = do()
        connection.execute("INSERT INTO mailbox VALUES (?, ?)", (name, result))
        return result


def put_away(connection: sqlite3.Connection, name: str) -> None:
    """Forget a thing that is not there any more."""
    connection.execute("DELETE FROM mailbox WHERE name = ?", (name,))


def processed(connection: sqlite3.Connection, now: datetime) -> None:
    """Note that everything that had come in by `now` has been dealt with; the sender asks."""
    connection.execute("INSERT OR REPLACE INTO mailbox VALUES (?, ?)", (PROCESSED, stamp(now)))
