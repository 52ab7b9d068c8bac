"""What comes back undelivered, and when an address is given up (RFC 3463 for the status codes)."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from plugins.subscribers.people import find, stamp, suppress
from plugins.subscribers.store import transaction

FULL = "5.2.2"
NOT_THEIRS = ("5.1.7", "5.1.8")
"""The sender's address is refused: that is ours to mend, and says nothing of the reader's."""
MOST_FULL = 3
"""Issues in a row that a full mailbox may miss."""


def record_bounce(  # noqa: PLR0913, PLR0917  # the columns of the table
    connection: sqlite3.Connection, address: str, status: str, now: datetime, campaign: str = "", detail: str = ""
) -> bool:
    """Keep a failure and return whether the address is given up by it: at once for 5.1.x, after three issues for 5.2.2.

    Without a campaign the failure counts for the last one that was addressed to them. The same failure of the same issue counts once.
    """
    with transaction(connection):
        issue = campaign or _last_issue(connection, address, now)
        _keep(connection, (stamp(now), address, issue or None, status, detail))
        unknown = status.startswith("5.1.") and status not in NOT_THEIRS
        gone = unknown or (status == FULL and _full_in_a_row(connection, address) >= MOST_FULL)
        if gone:
            suppress(connection, address, "bounced", now, status)
        return gone


def _keep(connection: sqlite3.Connection, failure: tuple[str, str, str | None, str, str]) -> None:
    at, address, issue, status, _ = failure
    seen = connection.execute(
        "SELECT 1 FROM bounces WHERE address = ? AND status = ? AND campaign IS ? AND (campaign IS NOT NULL OR date(at) = date(?))",
        (address, status, issue, at),
    ).fetchone()
    if not seen:
        connection.execute("INSERT INTO bounces (at, address, campaign, status, detail) VALUES (?, ?, ?, ?, ?)", failure)


def _last_issue(connection: sqlite3.Connection, address: str, now: datetime) -> str:
    row = connection.execute(
        "SELECT key FROM campaigns JOIN recipients ON campaign = key WHERE address = ? AND frozen <= ? ORDER BY frozen DESC LIMIT 1",
        (address, stamp(now)),
    ).fetchone()
    return str(row[0]) if row else ""


def _full_in_a_row(connection: sqlite3.Connection, address: str) -> int:
    """Return how many issues found the mailbox full since it last took one in, or since its owner last came to us."""
    full = dict(
        connection.execute(
            "SELECT coalesce(campaign, date(at)), min(coalesce(frozen, at)) FROM bounces LEFT JOIN campaigns ON key = campaign "
            "WHERE address = ? AND status = ? GROUP BY 1",
            (address, FULL),
        )
    )
    taken = connection.execute(
        "SELECT coalesce(max(frozen), '') FROM campaigns JOIN recipients ON campaign = key "
        "WHERE address = :address AND recipients.state = 'accepted' AND frozen < :last "
        "AND NOT EXISTS (SELECT 1 FROM bounces WHERE bounces.address = :address AND bounces.campaign = key)",
        {"address": address, "last": max(full.values(), default="")},
    ).fetchone()[0]
    found = find(connection, address)
    since = found.since if found and found.state == "active" else ""
    return sum(when > taken and when >= since for when in full.values())
