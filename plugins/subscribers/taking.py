"""Taking in people who agreed elsewhere: a whole sheet, or one of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from enum import Enum

from msgspec import Struct

from plugins.model.problem import Wrong
from plugins.subscribers.addresses import folded, normalised
from plugins.subscribers.people import Consent, enrol, find, is_suppressed, stamp
from plugins.subscribers.sheet import Line
from plugins.subscribers.store import transaction


class Outcome(Enum):
    """What became of an address."""

    ADDED = "added"
    KNOWN = "known"
    """They get the letter already."""
    REPEATED = "repeated"
    """It stands further up in the same sheet."""
    SUPPRESSED = "suppressed"
    """They must not be written to: only they themselves may come back."""
    EMPTY = "empty"
    BAD = "bad"


class Taken(Struct, frozen=True):
    """What became of one line of a sheet."""

    line: int
    outcome: Outcome
    why: str = ""
    """What is wrong with a bad one, what stands against a suppressed one."""


def take_all(connection: sqlite3.Connection, lines: Iterable[Line], consent: Consent, now: datetime) -> list[Taken]:
    """Take in all the good addresses of a sheet, or after a fault none; return what became of each line."""
    seen: set[str] = set()
    with transaction(connection):
        return [_take(connection, line, consent, now, seen) for line in lines]


def _take(connection: sqlite3.Connection, line: Line, consent: Consent, now: datetime, seen: set[str]) -> Taken:
    if not line.written:
        return Taken(line.number, Outcome.EMPTY)
    try:
        address = normalised(line.written)
    except Wrong as wrong:
        return Taken(line.number, Outcome.BAD, wrong.what)
    if folded(address) in seen:
        return Taken(line.number, Outcome.REPEATED)
    seen.add(folded(address))
    return Taken(line.number, *take(connection, address, consent, now, "imported"))


def take(connection: sqlite3.Connection, address: str, consent: Consent, now: datetime, what: str = "added") -> tuple[Outcome, str]:
    """Make somebody get the letter who agreed on paper; return what became of it, and what stands against it."""
    with transaction(connection):
        if why := is_suppressed(connection, address):
            return Outcome.SUPPRESSED, why
        found = find(connection, address)
        if found and found.state == "active":
            return Outcome.KNOWN, ""
        subscriber = found.id if found else _insert(connection, address, now)
        enrol(connection, subscriber, consent, now, what)
        return Outcome.ADDED, ""


def _insert(connection: sqlite3.Connection, address: str, now: datetime) -> int:
    made = connection.execute("INSERT INTO subscribers (address, state, since) VALUES (?, 'pending', ?)", (address, stamp(now)))
    return int(made.lastrowid or 0)
