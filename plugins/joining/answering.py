"""Sending the questions that wait, by the relay of the settings."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime

from plugins.joining.asking import answer_all, due, expiry
from plugins.joining.envelopes import bounce_address
from plugins.joining.house import Setup
from plugins.joining.relay import relay, send_one
from plugins.joining.tokens import JOIN, sign, token_key
from plugins.joining.wording import question, reminder
from plugins.subscribers.people import Person
from plugins.subscribers.store import key_of

_CAMPAIGN = "demande"
"""Stands in the envelope where a letter has its key."""


def answer_waiting(connection: sqlite3.Connection, setup: Setup, clock: Callable[[], datetime]) -> int:
    """Send who asked the question, or that they get the letter already; return how many mails went. Raise Unreachable."""
    if setup.sending.relay is None or not any(due(connection, clock())):
        return 0
    key = key_of(connection)
    with relay(setup.sending, setup.smtp) as line:

        def deliver(found: Person) -> None:
            now = clock()
            write = reminder if found.state == "active" else question
            token = sign(token_key(key), JOIN, found.id, expiry(now))
            envelope = bounce_address(setup.envelope, key, found.id, _CAMPAIGN) if setup.sending.plus else setup.envelope
            send_one(line, envelope, found.address, write(setup.house, found.address, token, now))

        return answer_all(connection, deliver, clock)
