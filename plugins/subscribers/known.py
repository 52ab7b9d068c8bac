"""Everything that is known of one person."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from plugins.subscribers.addresses import keyed_hash
from plugins.subscribers.people import Consent, Person, find
from plugins.subscribers.store import key_of


@dataclass(frozen=True)
class Moment:
    """A line of somebody's history."""

    at: str
    what: str
    detail: str


@dataclass(frozen=True)
class Suppression:
    """Why and since when an address must not be written to."""

    at: str
    why: str


@dataclass(frozen=True)
class Receipt:
    """What became of one letter to them."""

    campaign: str
    subject: str
    state: str
    tries: int
    at: str
    reply: str


@dataclass(frozen=True)
class Failure:
    """A letter that came back."""

    at: str
    campaign: str
    status: str
    detail: str


@dataclass(frozen=True)
class Known:
    """All of it; empty where nothing is known."""

    address: str
    person: Person | None
    suppression: Suppression | None
    consents: tuple[Consent, ...]
    history: tuple[Moment, ...]
    letters: tuple[Receipt, ...]
    bounces: tuple[Failure, ...]


def known_of(connection: sqlite3.Connection, address: str) -> Known:
    """Return all that the file holds about a normalised address."""
    found = find(connection, address)
    number, written = (found.id, found.address) if found else (-1, address)
    barred = connection.execute("SELECT at, why FROM suppressions WHERE hash = ?", (keyed_hash(key_of(connection), address),)).fetchone()
    return Known(
        written,
        found,
        Suppression(*barred) if barred else None,
        tuple(Consent(*row) for row in connection.execute("SELECT at, source, wording FROM consents WHERE subscriber = ? ORDER BY id", (number,))),
        tuple(Moment(*row) for row in connection.execute("SELECT at, what, detail FROM history WHERE subscriber = ? ORDER BY id", (number,))),
        tuple(_letters(connection, number, written)),
        tuple(_bounces(connection, written)),
    )


def as_json(known: Known) -> str:
    """Return the same for a machine, which is what one may ask for (GDPR art. 20)."""
    return json.dumps(asdict(known), ensure_ascii=False, indent=2)


def _letters(connection: sqlite3.Connection, number: int, address: str) -> Iterator[Receipt]:
    rows = connection.execute(
        "SELECT campaign, subject, recipients.state, tries, coalesce(at, ''), reply FROM recipients JOIN campaigns ON key = campaign "
        "WHERE subscriber = ? OR address = ? ORDER BY frozen, campaign",
        (number, address),
    )
    yield from (Receipt(*row) for row in rows)


def _bounces(connection: sqlite3.Connection, address: str) -> Iterator[Failure]:
    rows = connection.execute("SELECT at, coalesce(campaign, ''), status, detail FROM bounces WHERE address = ? ORDER BY id", (address,))
    yield from (Failure(*row) for row in rows)
