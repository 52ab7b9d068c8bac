"""Forgetting somebody (GDPR art. 17): what stays is a keyed hash, so that no old list brings them back."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from plugins.subscribers.addresses import keyed_hash
from plugins.subscribers.people import find, suppress
from plugins.subscribers.store import key_of, transaction

MARK = "efface:"
"""Before the hash that stands for an address in what must still add up."""


def erase(connection: sqlite3.Connection, address: str, now: datetime) -> bool:
    """Forget an address everywhere; return whether anything was known of it. They may still come back by their own asking."""
    with transaction(connection):
        found = find(connection, address)
        written, number = (found.address, found.id) if found else (address, -1)
        changed = _empty(connection, written, number, MARK + keyed_hash(key_of(connection), address).hex())
        connection.execute("DELETE FROM subscribers WHERE id = ?", (number,))
        suppress(connection, address, "erased", now)
        connection.execute("UPDATE suppressions SET why = 'erased' WHERE hash = ?", (keyed_hash(key_of(connection), address),))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the journal holds the old pages until then
    return found is not None or changed


def _empty(connection: sqlite3.Connection, address: str, number: int, mark: str) -> bool:
    """Put the mark in the place of the address, and leave out what was said of it; a letter that waits is not sent."""
    which = "(subscriber = :number OR address = :address)"
    values = {"mark": mark, "number": number, "address": address}
    connection.execute(f"UPDATE recipients SET state = 'excluded' WHERE {which} AND state IN ('queued', 'deferred')", values)  # noqa: S608  # ours
    sent = connection.execute(f"UPDATE recipients SET address = :mark, subscriber = NULL, reply = '' WHERE {which}", values)  # noqa: S608  # as above
    back = connection.execute("UPDATE bounces SET address = :mark, detail = '' WHERE address = :address", values)
    return sent.rowcount + back.rowcount > 0
