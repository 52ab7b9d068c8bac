"""What is known of each recipient, written to the disk before anything depends on it. Nothing here talks to a relay."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta

from plugins.sending.campaign import GONE, Campaign, Counts, Recipient, State
from plugins.sending.retries import LONGEST
from plugins.subscribers.addresses import keyed_hash
from plugins.subscribers.people import is_suppressed, stamp
from plugins.subscribers.store import key_of, transaction

_BATCH = 200


class Journal:
    """The journal of one database. Whoever writes several things at once does so within `transaction`."""

    def __init__(self, store: sqlite3.Connection) -> None:
        """Write to this database."""
        self.store = store
        self.key = key_of(store)

    def campaign(self, key: str) -> Campaign | None:
        """Return a campaign; None when it was never frozen."""
        row = self.store.execute("SELECT key, subject, message, frozen, state, why FROM campaigns WHERE key = ?", (key,)).fetchone()
        return Campaign(row[0], row[1], bytes(row[2]), datetime.fromisoformat(row[3]), row[4], row[5]) if row else None

    def latest(self) -> str:
        """Return the key of the campaign that was frozen last; empty when there is none."""
        row = self.store.execute("SELECT key FROM campaigns ORDER BY frozen DESC, key DESC LIMIT 1").fetchone()
        return row[0] if row else ""

    def audience(self, key: str) -> int:
        """Return how many people get the letter and are not in this campaign yet."""
        return int(self.store.execute(f"SELECT count(*) FROM ({_NEWCOMERS})", (key,)).fetchone()[0])  # noqa: S608  # ours

    def freeze(self, campaign: Campaign) -> None:
        """Keep the letter and everybody who gets it today, all or nothing."""
        with transaction(self.store):
            self.store.execute(
                "INSERT INTO campaigns (key, subject, message, digest, frozen, state) VALUES (?, ?, ?, ?, ?, 'sending')",
                (campaign.key, campaign.subject, campaign.message, campaign.digest, stamp(campaign.frozen)),
            )
            self.add_newcomers(campaign.key)

    def add_newcomers(self, key: str) -> None:
        """Take into a campaign those who get the letter and are not in it."""
        with transaction(self.store):
            added = self.store.execute(
                f"INSERT INTO recipients (campaign, address, subscriber, state) SELECT ?, address, id, 'queued' FROM ({_NEWCOMERS})",  # noqa: S608  # ours
                (key, key),
            ).rowcount
            self.store.execute("INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = value + excluded.value", (f"frozen:{key}", added))

    def set_state(self, key: str, state: str, why: str = "") -> None:
        """Note that a campaign goes on (`sending`), is paused or done."""
        self.store.execute("UPDATE campaigns SET state = ?, why = ? WHERE key = ?", (state, why, key))

    def is_paused(self, key: str) -> bool:
        """Return whether somebody has paused a campaign."""
        return self.store.execute("SELECT 1 FROM campaigns WHERE key = ? AND state = 'paused'", (key,)).fetchone() is not None

    def recover(self, key: str) -> int:
        """Name ambiguous those whom a crash left in the middle; return how many."""
        return self.store.execute(
            "UPDATE recipients SET state = 'ambiguous', reply = 'arrêt pendant la remise' WHERE campaign = ? AND state = 'dot'", (key,)
        ).rowcount

    def resend_ambiguous(self, key: str) -> int:
        """Queue those of whom nobody knows anything; return how many. Who was erased stays as they are."""
        return self.store.execute(
            "UPDATE recipients SET state = 'queued' WHERE campaign = ? AND state = 'ambiguous' AND subscriber IS NOT NULL", (key,)
        ).rowcount

    def due(self, key: str, now: datetime, without: Collection[str]) -> list[Recipient]:
        """Return some whose turn it is, those put off first.

        One who should wait longer than we ever ask was put off before somebody set the clock back.
        """
        put_off = self.store.execute(
            "SELECT address, subscriber, tries FROM recipients "
            "WHERE campaign = ? AND state = 'deferred' AND (due <= ? OR due > ?) ORDER BY due LIMIT ?",
            (key, stamp(now), stamp(now + LONGEST), _BATCH),
        )
        queued = self.store.execute(
            "SELECT address, subscriber, tries FROM recipients WHERE campaign = ? AND state = 'queued' LIMIT ?", (key, _BATCH)
        )
        return [Recipient(row[0], row[1] or 0, row[2]) for rows in (put_off, queued) for row in rows if row[0] not in without]

    def next_due(self, key: str) -> datetime | None:
        """Return when the next of those put off is to be tried; None when nobody is."""
        found = self.store.execute("SELECT min(due) FROM recipients WHERE campaign = ? AND state = 'deferred'", (key,)).fetchone()[0]
        return datetime.fromisoformat(found) if found else None

    def standing(self, key: str, recipient: Recipient) -> str | None:
        """Return why somebody must not be written to, just before we do: empty when they may; None when it is not their turn any more."""
        row = self.store.execute(
            "SELECT r.state, s.state FROM recipients AS r LEFT JOIN subscribers AS s ON s.id = r.subscriber WHERE r.campaign = ? AND r.address = ?",
            (key, recipient.address),
        ).fetchone()
        if row is None or row[0] not in {State.QUEUED, State.DEFERRED}:
            return None
        why = is_suppressed(self.store, recipient.address)
        return why or {"active": "", None: "erased"}.get(row[1], row[1] or "")

    def exclude(self, key: str, address: str, why: str, now: datetime) -> None:
        """Note that somebody is not written to after all."""
        self._note(key, address, State.EXCLUDED, why, now)

    def dot(self, key: str, address: str, now: datetime) -> int:
        """Note that the dot is about to be written, and a message handed over; return the number of that."""
        self._note(key, address, State.DOT, "", now)
        return self.sent(key, stamp(now))

    def sent(self, key: str, at: str) -> int:
        """Note a message that was handed over; return its number."""
        return int(self.store.execute("INSERT INTO transmissions (at, campaign) VALUES (?, ?)", (at, key)).lastrowid or 0)

    def last_number(self, key: str) -> int:
        """Return the number of a campaign's last message; 0 when there is none."""
        return int(self.store.execute("SELECT coalesce(max(id), 0) FROM transmissions WHERE campaign = ?", (key,)).fetchone()[0])

    def waiting(self, key: str) -> list[str]:
        """Return who is still to get the letter."""
        rows = self.store.execute("SELECT address FROM recipients WHERE campaign = ? AND state IN ('queued', 'deferred')", (key,))
        return [address for (address,) in rows]

    def settle(self, key: str, address: str, state: State, reply: str, now: datetime) -> None:
        """Note what became of somebody for good, or that nobody knows."""
        self._note(key, address, state, reply, now)

    def put_off(self, key: str, recipient: Recipient, delay: timedelta, reply: str, now: datetime) -> None:
        """Note that somebody is to be tried again."""
        self._note(key, recipient.address, State.DEFERRED, reply, now)
        self.store.execute(
            "UPDATE recipients SET tries = ?, due = ? WHERE campaign = ? AND address = ?",
            (recipient.tries + 1, stamp(now + delay), key, recipient.address),
        )

    def requeue(self, key: str, addresses: Collection[str]) -> None:
        """Note that some have certainly not got it, through no fault of theirs."""
        self.store.executemany(
            "UPDATE recipients SET state = 'queued' WHERE campaign = ? AND address = ? AND subscriber IS NOT NULL", [(key, one) for one in addresses]
        )

    def counts(self, key: str) -> Counts:
        """Return where a campaign stands; one that others send was not frozen here."""
        rows = self.store.execute("SELECT state, count(*) FROM recipients WHERE campaign = ? GROUP BY state", (key,))
        frozen = self.store.execute("SELECT value FROM meta WHERE name = ?", (f"frozen:{key}",)).fetchone()
        by_state = {State(state): count for state, count in rows}
        return Counts(int(frozen[0]) if frozen else sum(by_state.values()), by_state)

    def named(self, key: str, state: State) -> Iterator[tuple[str, str]]:
        """Yield who is in a state, with the reason."""
        yield from self.store.execute("SELECT address, reply FROM recipients WHERE campaign = ? AND state = ? ORDER BY address", (key, state))

    def bounces(self, key: str) -> list[tuple[str, str, str]]:
        """Return what came back of a campaign: address, status, words."""
        return self.store.execute("SELECT address, status, detail FROM bounces WHERE campaign = ? ORDER BY address, id", (key,)).fetchall()

    def came_and_went(self, since: str) -> tuple[int, int]:
        """Return how many people began to get the letter, and how many asked not to get it any more."""
        joined = self.store.execute("SELECT count(*) FROM subscribers WHERE state = 'active' AND since > ?", (since,)).fetchone()[0]
        left = self.store.execute("SELECT count(*) FROM suppressions WHERE why <> 'bounced' AND at > ?", (since,)).fetchone()[0]
        return int(joined), int(left)

    def last_sent(self, most: int) -> list[datetime]:
        """Return when the last messages were handed over, oldest first."""
        rows = self.store.execute("SELECT at FROM transmissions ORDER BY id DESC LIMIT ?", (most,)).fetchall()
        return [datetime.fromisoformat(at) for (at,) in reversed(rows)]

    def processed(self) -> datetime | None:
        """Return when the mailbox was last read for those who leave; None when it never was."""
        row = self.store.execute("SELECT value FROM mailbox WHERE name = 'processed'").fetchone()
        found = datetime.fromisoformat(row[0]) if row else None
        return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found

    def _note(self, key: str, address: str, state: State, reply: str, now: datetime) -> None:
        """Write a state; who was erased meanwhile stands under the hash of their address, and the reply names nobody there."""
        sql = "UPDATE recipients SET state = ?, reply = ?, at = ?, due = NULL WHERE campaign = ? AND address = ?"
        if not self.store.execute(sql, (state, reply, stamp(now), key, address)).rowcount:
            self.store.execute(sql, (state, "", stamp(now), key, GONE + keyed_hash(self.key, address).hex()))


_NEWCOMERS = "SELECT id, address FROM subscribers WHERE state = 'active' AND address NOT IN (SELECT address FROM recipients WHERE campaign = ?)"
