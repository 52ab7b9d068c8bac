"""Our own word of a letter that others send, so that it is not sent from here too."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from plugins.model.problem import Wrong
from plugins.newsletter.built import Built
from plugins.subscribers.people import stamp
from plugins.subscribers.store import transaction

_UNSURE = ("dot", "ambiguous")


def check_free(connection: sqlite3.Connection, letter: Built) -> None:
    """Raise Wrong when a letter has gone out, or is going out, by whatever way."""
    if connection.execute("SELECT 1 FROM campaigns WHERE key = ?", (letter.key,)).fetchone():
        raise Wrong(f"La lettre {letter.key} est déjà partie, ou en train de partir.", "« inv newsletter.status » dit où elle en est.")


def note_given(connection: sqlite3.Connection, letter: Built, to: str, now: datetime) -> None:
    """Note that a letter is in somebody's hands."""
    connection.execute(
        "INSERT INTO campaigns VALUES (?, ?, ?, ?, ?, 'done', ?)",
        (letter.key, letter.subject, letter.message, letter.digest, stamp(now), f"remise à {to}"),
    )


def begin_post(connection: sqlite3.Connection, letter: Built, address: str, now: datetime, *, again: bool) -> None:
    """Note that a letter is about to leave for one address: whatever happens next, it does not leave twice unseen. Raise Wrong."""
    with transaction(connection):
        row = connection.execute("SELECT state FROM recipients WHERE campaign = ? AND address = ?", (letter.key, address)).fetchone()
        if row and row[0] in _UNSURE:
            if not again:
                raise Wrong(f"Personne ne sait si la lettre {letter.key} est partie la dernière fois.",
                            "Regardez les archives de la liste ; si elle n'y est pas, relancez avec « --encore ».")  # fmt: skip
            return
        check_free(connection, letter)
        note_given(connection, letter, address, now)
        connection.execute(
            "INSERT INTO recipients (campaign, address, state, tries, at) VALUES (?, ?, 'dot', 1, ?)", (letter.key, address, stamp(now))
        )


def conclude_post(connection: sqlite3.Connection, letter: Built, state: str, reply: str) -> None:
    """Note what became of it: `accepted` or `ambiguous`."""
    connection.execute("UPDATE recipients SET state = ?, reply = ? WHERE campaign = ?", (state, reply, letter.key))


def forget_post(connection: sqlite3.Connection, letter: Built) -> None:
    """Forget it again: certainly nothing has left."""
    with transaction(connection):
        connection.execute("DELETE FROM recipients WHERE campaign = ?", (letter.key,))
        connection.execute("DELETE FROM campaigns WHERE key = ?", (letter.key,))
