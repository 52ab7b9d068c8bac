"""`inv subscribers.mailbox`: everything that came in, dealt with once, whatever interrupts it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime

from msgspec import Struct

from plugins.joining.acting import DONE, TO_READ, Rules, handle
from plugins.joining.answering import answer_waiting
from plugins.joining.asking import forget_silent
from plugins.joining.house import Setup
from plugins.joining.imap import Mailbox, mailbox
from plugins.joining.incoming import read_incoming
from plugins.joining.marks import once, processed, put_away
from plugins.joining.spool import take_in
from plugins.lock import alone
from plugins.subscribers.store import open_store


class Told(Struct, frozen=True):
    """What a run did."""

    requests: int
    """Of the web."""
    done: int
    to_read: int
    sent: int
    """Questions and reminders."""
    erased: int
    """Who never confirmed."""


def process(setup: Setup, clock: Callable[[], datetime]) -> Told:
    """Deal with the requests of the web and the mailbox, then send the questions. Raise MailboxError, Unreachable, StoreError, BusyError."""
    with closing(open_store(setup.store)) as connection, alone(setup.store.with_suffix(".releve")):
        start = clock()
        requests = take_in(connection, setup.spool, start) if setup.spool else 0
        folders: Counter[str] = Counter()
        if setup.sending.mailbox:
            with mailbox(setup.sending.mailbox, setup.imap) as box:
                folders.update(empty(connection, box, setup.rules, clock))
        processed(connection, start)
        erased = forget_silent(connection, start)
        sent = answer_waiting(connection, setup, clock)
        return Told(requests, folders[DONE], folders[TO_READ], sent, erased)


def empty(connection: sqlite3.Connection, box: Mailbox, rules: Rules, clock: Callable[[], datetime]) -> Iterator[str]:
    """Do what each mail asks for, then move it; yield the folder of each. What was done and not moved is moved."""
    for number, mark in tuple(box.names()):
        raw = box.read(number)
        if not raw:
            continue
        folder = once(connection, mark, lambda raw=raw: handle(connection, read_incoming(raw), rules, clock()))  # type: ignore[misc]  # binds it now
        box.move(number, folder)
        put_away(connection, mark)
        yield folder
