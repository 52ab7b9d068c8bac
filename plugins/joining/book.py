"""Where the app writes down what people ask for: the database, or a folder where that cannot be shared."""

from __future__ import annotations

import logging
import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from plugins.joining import spool
from plugins.joining.acting import confirm_now
from plugins.joining.answering import answer_waiting
from plugins.joining.asking import ask
from plugins.joining.house import Setup
from plugins.joining.relay import Unreachable
from plugins.joining.tokens import token_key
from plugins.subscribers.fault import StoreError
from plugins.subscribers.people import leave
from plugins.subscribers.store import key_of, open_store

_SOURCE = "formulaire du site"
_LOG = logging.getLogger(__name__)


class Book(Protocol):
    """Keeps requests; each method may raise StoreError."""

    def signer(self) -> bytes:
        """Return the key of the tokens."""

    def ask(self, address: str) -> None:
        """Keep that somebody wants the letter; the address is normalised."""

    def confirm(self, subscriber: int) -> bool:
        """Keep that somebody confirmed; return False when they had not asked any more."""

    def leave(self, subscriber: int) -> None:
        """Keep that somebody leaves."""

    def afterwards(self) -> None:
        """Do what visitors need not wait for: how long it takes would tell whether an address is known."""


class Database:
    """The database itself, opened for each request, so that an idle app holds nothing."""

    def __init__(self, setup: Setup, clock: Callable[[], datetime]) -> None:
        """Open nothing yet."""
        self._setup, self._clock = setup, clock
        self._one, self._key = threading.Lock(), b""

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with self._one:  # the witness of the file has one writer a process
            connection = open_store(self._setup.store)
        try:
            yield connection
        finally:
            connection.close()

    def signer(self) -> bytes:
        """Return the key, which never changes."""
        if not self._key:
            with self._open() as connection:
                self._key = token_key(key_of(connection))
        return self._key

    def ask(self, address: str) -> None:
        """Keep a request."""
        with self._open() as connection:
            ask(connection, address, self._clock(), _SOURCE)

    def confirm(self, subscriber: int) -> bool:
        """Make somebody get the letter."""
        with self._open() as connection:
            return confirm_now(connection, subscriber, self._clock(), _SOURCE)

    def leave(self, subscriber: int) -> None:
        """Make somebody leave."""
        with self._open() as connection:
            leave(connection, subscriber, self._clock(), _SOURCE)

    def afterwards(self) -> None:
        """Send the questions; those that do not go wait for `inv subscribers.mailbox`."""
        try:
            with self._open() as connection:
                answer_waiting(connection, self._setup, self._clock)
        except (Unreachable, OSError, StoreError) as error:
            _LOG.warning("no answer could be sent: %s", type(error).__name__)  # its words may hold an address


class Spool(Struct, frozen=True):
    """The folder of requests; who reads it sends the questions."""

    folder: Path
    clock: Callable[[], datetime]

    def signer(self) -> bytes:
        """Return the key that `inv subscribers.mailbox` put there."""
        try:
            return (self.folder / spool.KEY).read_bytes()
        except OSError as error:
            raise StoreError("La clé manque dans le dossier des demandes.") from error

    def ask(self, address: str) -> None:
        """Keep a request."""
        self._write(spool.ASK, address=address)

    def confirm(self, subscriber: int) -> bool:
        """Keep a confirmation; whether it came in time is seen later."""
        self._write(spool.CONFIRM, subscriber=subscriber)
        return True

    def leave(self, subscriber: int) -> None:
        """Keep a leaving."""
        self._write(spool.LEAVE, subscriber=subscriber)

    def afterwards(self) -> None:
        """Do nothing: there is no relay here."""

    def _write(self, what: str, address: str = "", subscriber: int = 0) -> None:
        request = spool.Request(what, self.clock().isoformat(timespec="seconds"), address, subscriber)
        try:
            room = spool.write_request(self.folder, request, secrets.token_bytes(8))
        except OSError as error:
            raise StoreError("Le dossier des demandes ne s'écrit pas.") from error
        if not room:
            raise StoreError("Le dossier des demandes est plein.")


def book_of(setup: Setup, clock: Callable[[], datetime]) -> Book:
    """Return where this host writes."""
    return Spool(setup.spool, clock) if setup.spool else Database(setup, clock)
