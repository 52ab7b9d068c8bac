"""Going on with a database that was put back from an old copy: nothing that may have gone out since goes out again."""

from __future__ import annotations

import sqlite3

from plugins.subscribers.store import transaction

WHY = "base remise depuis une sauvegarde"


def hold_back(connection: sqlite3.Connection) -> int:
    """Pause what was being sent when the copy was made, and return how many messages may have gone out since.

    Those become `ambiguous`: nobody knows, and they are sent again only by name.
    """
    with transaction(connection):
        connection.execute("UPDATE campaigns SET state = 'paused', why = ? WHERE state <> 'done'", (WHY,))
        held = connection.execute(
            "UPDATE recipients SET state = 'ambiguous', due = NULL, reply = ? WHERE state IN ('queued', 'deferred', 'dot')", (WHY,)
        )
        return held.rowcount
