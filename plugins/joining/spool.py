"""A folder of requests, for a web host that cannot share the database: one small file each, written whole, taken in later."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct, json

from plugins.joining.acting import confirm_now
from plugins.joining.asking import ask
from plugins.joining.marks import once, put_away
from plugins.joining.tokens import token_key
from plugins.model.problem import Wrong
from plugins.subscribers.addresses import normalised
from plugins.subscribers.people import leave
from plugins.subscribers.store import key_of

KEY = "cle"
"""File with the key of the tokens, which `inv subscribers.mailbox` puts there."""
MOST = 5000
"""Requests that may wait: what is more is refused, so that nobody fills the disk."""
ASK, CONFIRM, LEAVE = "ask", "confirm", "leave"
_NAME = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{16}\.json")
_ON_SITE = "formulaire du site"


class Request(Struct, frozen=True):
    """What somebody asked for on the web."""

    what: str
    """`ask`, `confirm` or `leave`."""
    at: str
    """When, ISO 8601 with its offset."""
    address: str = ""
    """To ask."""
    subscriber: int = 0
    """To confirm and to leave."""


def write_request(folder: Path, request: Request, name: bytes) -> bool:
    """Add a request to the folder, under a name of eight random bytes; return whether there was room for it."""
    if sum(1 for _ in _names(folder)) >= MOST and request.what == ASK:
        return False
    at = datetime.fromisoformat(request.at).astimezone(UTC)
    path = folder / f"{at:%Y%m%dT%H%M%SZ}-{name.hex()}.json"
    aside = path.with_suffix(".part")
    descriptor = os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(json.encode(request))
        file.flush()
        os.fsync(file.fileno())
    aside.rename(path)
    return True


def take_in(connection: sqlite3.Connection, folder: Path, now: datetime) -> int:
    """Do what the requests of a folder ask for, in their order, and remove each once that is kept; return how many there were."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _share_key(folder, token_key(key_of(connection)))
    names = sorted(_names(folder))
    for name in names:
        mark = f"spool:{name}"
        written = (folder / name).read_bytes()
        once(connection, mark, lambda written=written: _done(connection, written, now))  # type: ignore[misc]  # a default binds it now
        (folder / name).unlink(missing_ok=True)
        put_away(connection, mark)
    return len(names)


def _share_key(folder: Path, key: bytes) -> None:
    path = folder / KEY
    if not path.exists() or path.read_bytes() != key:
        descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(key)


def _names(folder: Path) -> Iterator[str]:
    return (entry.name for entry in os.scandir(folder) if _NAME.fullmatch(entry.name))


def _done(connection: sqlite3.Connection, written: bytes, now: datetime) -> str:
    try:
        request = json.decode(written, type=Request)
        at = min(now, datetime.fromisoformat(request.at).astimezone(UTC))
        _do(connection, request, at)
    except (ValueError, Wrong):
        return "unread"  # nobody wrote it here but our own app; a damaged file says nothing
    return "done"


def _do(connection: sqlite3.Connection, request: Request, at: datetime) -> None:
    if request.what == ASK:
        ask(connection, normalised(request.address), at, _ON_SITE)
    elif request.what == CONFIRM:
        confirm_now(connection, request.subscriber, at, _ON_SITE)
    elif request.what == LEAVE:
        leave(connection, request.subscriber, at, _ON_SITE)
