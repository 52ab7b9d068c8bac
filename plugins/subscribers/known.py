"""Everything that is known of one person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from msgspec import Struct, json

from plugins.subscribers.addresses import keyed_hash
from plugins.subscribers.people import Consent, Person, find
from plugins.subscribers.store import key_of


class Moment(Struct, frozen=True):
    """A line of somebody's history."""

    at: str
    what: str
    detail: str


class Suppression(Struct, frozen=True):
    """Why and since when an address must not be written to."""

    at: str
    why: str


class Receipt(Struct, frozen=True):
    """What became of one letter to them."""

    campaign: str
    subject: str
    state: str
    tries: int
    at: str
    reply: str


class Failure(Struct, frozen=True):
    """A letter that came back."""

    at: str
    campaign: str
    status: str
    detail: str


class Known(Struct, frozen=True):
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
    return json.format(json.encode(known), indent=2).decode()


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
