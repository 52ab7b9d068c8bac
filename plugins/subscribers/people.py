"""People come and go: each function takes the connection, does all or nothing, and can be done again without harm.

Addresses are normalised ones (addresses.normalised). `now` is the time of what happens, in UTC.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

from msgspec import Struct

from plugins.subscribers.addresses import folded, keyed_hash
from plugins.subscribers.store import key_of, transaction


class Person(Struct, frozen=True):
    """A row of `subscribers`."""

    id: int
    address: str
    state: str
    """`pending` (asked, has not answered yet), `active` (gets the letter), `left`, `bounced`."""
    since: str


class Consent(Struct, frozen=True):
    """What somebody agreed to."""

    at: str
    """A day or a time, ISO 8601."""
    source: str
    """Where: `formulaire du site`, `accueil Saint-Pierre`."""
    wording: str
    """The words that they read, or the version of them."""


def stamp(now: datetime) -> str:
    """Return a time as the file holds it: UTC, whole seconds, in an order that sorts."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def find(connection: sqlite3.Connection, address: str) -> Person | None:
    """Return who has this address, however its letters are written."""
    row = connection.execute("SELECT id, address, state, since FROM subscribers WHERE address = ?", (address,)).fetchone()
    if row or address.isascii():
        return Person(*row) if row else None
    domain = address.rpartition("@")[2]  # SQLite folds ASCII alone, and other letters before the @ are rare
    rows = connection.execute("SELECT id, address, state, since FROM subscribers WHERE substr(address, -?) = ?", (len(domain) + 1, f"@{domain}"))
    return next((Person(*row) for row in rows if folded(row[1]) == folded(address)), None)


def person(connection: sqlite3.Connection, subscriber: int) -> Person | None:
    """Return who has this number; None once they are erased."""
    row = connection.execute("SELECT id, address, state, since FROM subscribers WHERE id = ?", (subscriber,)).fetchone()
    return Person(*row) if row else None


def active(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Yield number and address of everybody who gets the letter, in the order in which they first came."""
    yield from connection.execute("SELECT id, address FROM subscribers WHERE state = 'active' ORDER BY id")


def add_pending(connection: sqlite3.Connection, address: str, now: datetime, source: str) -> Person:
    """Return who asked for the letter, until they confirm; who gets it already goes on getting it."""
    with transaction(connection):
        found = find(connection, address)
        if found is None:
            made = connection.execute("INSERT INTO subscribers (address, state, since) VALUES (?, 'pending', ?)", (address, stamp(now)))
            subscriber = int(made.lastrowid or 0)
        elif found.state == "active":
            return found
        else:
            subscriber = found.id
            _become(connection, subscriber, "pending", now)
        note(connection, subscriber, now, "asked", source)
        return Person(subscriber, found.address if found else address, "pending", stamp(now))


def confirm(connection: sqlite3.Connection, subscriber: int, consent: Consent, now: datetime) -> bool:
    """Make somebody who is pending get the letter, whatever they did before; return whether they get it now.

    Only who has asked again comes back: the link of an old confirmation does nothing for who has left since.
    """
    with transaction(connection):
        found = person(connection, subscriber)
        if found is None or found.state != "pending":
            return found is not None and found.state == "active"
        connection.execute("DELETE FROM suppressions WHERE hash = ?", (keyed_hash(key_of(connection), found.address),))
        enrol(connection, subscriber, consent, now, "confirmed")
        return True


def enrol(connection: sqlite3.Connection, subscriber: int, consent: Consent, now: datetime, what: str) -> None:
    """Make somebody get the letter, with what they agreed to."""
    _become(connection, subscriber, "active", now)
    connection.execute(
        "INSERT INTO consents (subscriber, at, source, wording) VALUES (?, ?, ?, ?)", (subscriber, consent.at, consent.source, consent.wording)
    )
    note(connection, subscriber, now, what, consent.source)


def leave(connection: sqlite3.Connection, subscriber: int, now: datetime, how: str) -> bool:
    """Make somebody leave at once; return whether they got, or waited for, the letter until now."""
    with transaction(connection):
        found = person(connection, subscriber)
        if found is None or found.state == "left":
            return False
        suppress(connection, found.address, "left", now, how)
        return True


def suppress(connection: sqlite3.Connection, address: str, why: str, now: datetime, detail: str = "") -> None:
    """Never write to an address again (`left`, `erased`, `bounced`, `complained`), whether it is known or not."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO suppressions VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, why = excluded.why WHERE why = 'bounced'",
            (keyed_hash(key_of(connection), address), stamp(now), why),
        )
        state = "bounced" if why == "bounced" else "left"
        found = find(connection, address)
        if found and found.state not in {state, "left"}:
            _become(connection, found.id, state, now)
            note(connection, found.id, now, why, detail)


def is_suppressed(connection: sqlite3.Connection, address: str) -> str:
    """Return why an address must not be written to, empty when it may."""
    row = connection.execute("SELECT why FROM suppressions WHERE hash = ?", (keyed_hash(key_of(connection), address),)).fetchone()
    return str(row[0]) if row else ""


def note(connection: sqlite3.Connection, subscriber: int, now: datetime, what: str, detail: str = "") -> None:
    """Add a line to somebody's history: `what` is a word of telling.WHAT."""
    connection.execute("INSERT INTO history (subscriber, at, what, detail) VALUES (?, ?, ?, ?)", (subscriber, stamp(now), what, detail))


def _become(connection: sqlite3.Connection, subscriber: int, state: str, now: datetime) -> None:
    connection.execute("UPDATE subscribers SET state = ?, since = ? WHERE id = ?", (state, stamp(now), subscriber))
