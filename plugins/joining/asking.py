"""Who asked for the letter, and the one question a day that each is sent."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from plugins.joining.relay import Refused, Unreachable
from plugins.subscribers.bounces import record_bounce
from plugins.subscribers.people import Person, add_pending, find, note, person, stamp
from plugins.subscribers.store import transaction

PER_DAY = 200
"""Most questions a day, whoever asks."""
EXPIRES = timedelta(days=7)
"""How long a question can be answered, and how long we keep the address of somebody who does not."""
_DAY = timedelta(hours=24)
_INVITED = "invited"
"""History: a question was sent."""

Deliver = Callable[[Person], None]
"""Send somebody the question. Raise Refused, Unreachable, or anything else when nobody knows whether it went."""


def ask(connection: sqlite3.Connection, address: str, now: datetime, source: str) -> None:
    """Note that somebody wants the letter; who was asked in the last day is not asked again. `address` is normalised."""
    with transaction(connection):
        found = find(connection, address)
        if found and _invited_since(connection, found.id, now - _DAY):
            return
        asked = add_pending(connection, address, now, source)
        if asked.state == "active":
            note(connection, asked.id, now, "asked", source)


def due(connection: sqlite3.Connection, now: datetime) -> Iterator[int]:
    """Yield who waits for our question, in the order of asking."""
    rows = connection.execute(
        """
        SELECT subscriber FROM history JOIN subscribers ON subscribers.id = subscriber
        WHERE state IN ('pending', 'active') GROUP BY subscriber
        HAVING max(CASE what WHEN 'asked' THEN history.id END) > coalesce(max(CASE WHEN what IN ('invited', 'confirmed') THEN history.id END), 0)
           AND max(CASE what WHEN 'asked' THEN at END) >= ?
        ORDER BY max(CASE what WHEN 'asked' THEN history.id END)
        """,
        (stamp(now - EXPIRES),),
    )
    yield from [int(row[0]) for row in rows]


def answer_all(connection: sqlite3.Connection, deliver: Deliver, clock: Callable[[], datetime]) -> int:
    """Send everybody who waits the question; return how many. Raise Unreachable; they then wait for the next time.

    It is noted before it goes, so that whatever breaks it never goes twice; where it certainly did not go, the note is taken back.
    """
    sent = 0
    for subscriber in due(connection, clock()):
        found, line = _take(connection, subscriber, clock())
        if found is None:
            continue
        try:
            deliver(found)
            sent += 1
        except Unreachable:
            connection.execute("DELETE FROM history WHERE id = ?", (line,))
            raise
        except Refused as refused:
            record_bounce(connection, found.address, refused.status, clock(), detail=refused.reply)
    return sent


def _take(connection: sqlite3.Connection, subscriber: int, now: datetime) -> tuple[Person | None, int]:
    """Return who is to be sent the question, with the line of history that says so; None when another process was faster, or the day is full."""
    with transaction(connection):
        full = _count_since(connection, now - _DAY) >= PER_DAY
        if full or subscriber not in set(due(connection, now)):
            return None, 0
        connection.execute("INSERT INTO transmissions (at, campaign) VALUES (?, '')", (stamp(now),))
        note(connection, subscriber, now, _INVITED)
        return person(connection, subscriber), int(connection.execute("SELECT max(id) FROM history").fetchone()[0])


def forget_silent(connection: sqlite3.Connection, now: datetime) -> int:
    """Erase who asked and never confirmed, and who had left stays so; return how many were erased."""
    before = stamp(now - EXPIRES)
    with transaction(connection):
        waiting = "state = 'pending' AND since < ?"
        connection.execute(f"UPDATE subscribers SET state = 'left' WHERE {waiting} AND id IN (SELECT subscriber FROM consents)", (before,))  # noqa: S608
        return connection.execute(f"DELETE FROM subscribers WHERE {waiting}", (before,)).rowcount  # noqa: S608  # two fixed conditions


def expiry(now: datetime) -> int:
    """Return when a question asked now expires, in seconds of Unix time."""
    return int((now.astimezone(UTC) + EXPIRES).timestamp())


def _invited_since(connection: sqlite3.Connection, subscriber: int, since: datetime) -> bool:
    row = connection.execute(
        "SELECT 1 FROM history WHERE subscriber = ? AND what = ? AND at > ?",
        (subscriber, _INVITED, stamp(since)),
    )
    return row.fetchone() is not None


def _count_since(connection: sqlite3.Connection, since: datetime) -> int:
    return int(connection.execute("SELECT count(*) FROM history WHERE what = ? AND at > ?", (_INVITED, stamp(since))).fetchone()[0])
