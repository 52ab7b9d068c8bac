"""An invented town that sends a letter, its clock, and the mails that its people write."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from plugins.joining.house import Setup, read_setup
from plugins.subscribers.settings import Server
from plugins.subscribers.store import open_store

START = datetime(2026, 12, 3, 9, tzinfo=UTC)
LETTER = {
    "name": "La lettre de Villeneuve", "sender": "lettre@villeneuve.example", "join": "lettre-oui@villeneuve.example",
    "leave": "lettre-stop@villeneuve.example", "reason": "Vous l'avez demandée.", "picture": "",
}  # fmt: skip
SENDING: dict[str, Any] = {
    "relay": "localhost:587", "mailbox": "localhost:993", "envelope": "lettre@villeneuve.example", "endpoint": "https://service.villeneuve.example/",
}  # fmt: skip
SETTINGS: dict[str, Any] = {
    "SITENAME": "Villeneuve", "SITEURL": "https://villeneuve.example", "POSTAL_ADDRESS": "1 quai du Pont, 26000 Villeneuve", "PATH": "content",
    "LETTER": LETTER, "SENDING": SENDING, "BUILD_DATE": "2026-12-03",
}  # fmt: skip


class Clock:
    """A clock that goes only when told to."""

    def __init__(self, now: datetime = START) -> None:
        """Begin at a time."""
        self.now = now

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def later(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by)


def setup(folder: Path, *, relay: int = 0, imap: int = 0, **sending: object) -> Setup:
    """Return the town's settings, its database in a folder; servers of this machine by their ports."""
    read = read_setup({**SETTINGS, "SENDING": SENDING | sending}, folder, {"ABONNES": str(folder / "prive" / "abonnes.sqlite3")})
    servers = replace(read.sending, relay=Server("localhost", relay) if relay else None, mailbox=Server("localhost", imap) if imap else None)
    return replace(read, sending=servers)


@contextmanager
def opened(found: Setup) -> Iterator[sqlite3.Connection]:
    """Open the town's database."""
    connection = open_store(found.store)
    try:
        yield connection
    finally:
        connection.close()


def mail(to: str, *, sender: str = "jeanne@exemple.fr", subject: str = "Bonjour", text: str = "", **headers: str) -> bytes:
    """Return what somebody writes; `in_reply_to` gives the header In-Reply-To."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, to, subject
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes()


REPORT = """From: MAILER-DAEMON@relais.example
To: {to}
Subject: Undelivered Mail Returned to Sender
Return-Path: <>
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relais.example

Final-Recipient: rfc822; {address}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {said}

--b--
"""


def report(address: str, status: str, said: str = "", action: str = "failed", to: str = "lettre@villeneuve.example") -> bytes:
    """Return the report of a mail server (RFC 3464)."""
    return REPORT.format(address=address, status=status, said=said, action=action, to=to).encode()
