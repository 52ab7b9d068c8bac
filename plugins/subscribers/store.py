"""Opening the one file, and what may be wrong with it."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from plugins.subscribers.fault import StoreError
from plugins.subscribers.making import VERSION, make, new_file
from plugins.subscribers.places import FOLDER
from plugins.subscribers.witness import check_witness, seen, witness

PATIENCE = 30
"""Seconds to wait for another process that is writing."""
_SENTENCES = {
    "SQLITE_READONLY": "est en lecture seule : rendez le fichier et son dossier modifiables.",
    "SQLITE_FULL": "ne peut plus grandir : le disque est plein. Rien n'a été perdu ; faites de la place et relancez.",
    "SQLITE_BUSY": "est occupée par une autre commande : attendez qu'elle finisse, puis relancez.",
    "SQLITE_CORRUPT": "est abîmée : reprenez la dernière sauvegarde faite par « inv subscribers.backup ».",
    "SQLITE_NOTADB": "n'est pas une base d'abonnés, ou elle est abîmée : reprenez la dernière sauvegarde.",
    "SQLITE_CANTOPEN": "ne s'ouvre pas : vérifiez le dossier et ses droits.",
}
"""What is said of SQLite's errors, by how their names start."""


def open_store(path: Path, token: Callable[[int], bytes] = secrets.token_bytes, *, is_restored: bool = False) -> sqlite3.Connection:
    """Return a connection to the file, made where there is none; folder 700, file 600. Raise StoreError.

    Nothing begins by itself: change things within `transaction`. A file that is older than the last one seen here is
    refused, since it has forgotten who left and what was sent; unless somebody says that it `is_restored`, once.
    """
    with faults(path):
        try:
            _make_private(path, token, is_restored=is_restored)
        except OSError as error:
            raise StoreError(f"La base « {path} » ne s'ouvre pas ({error.strerror}) : vérifiez le dossier et ses droits.") from error
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        try:
            _prepare(connection, path, is_restored=is_restored)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all or nothing; within another one, as a part of it. The lock is taken at once: a later wait could not be survived."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk makes SQLite roll back by itself
            connection.execute("ROLLBACK")
        raise


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn what the disk or SQLite refuses into StoreError, with a sentence for people."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = getattr(error, "sqlite_errorname", "")
        if not name or isinstance(error, sqlite3.IntegrityError):
            raise  # ours to mend, not the disk's
        words = next((words for start, words in _SENTENCES.items() if name.startswith(start)), f"ne répond pas ({name}).")
        raise StoreError(f"La base « {path} » {words}") from error


def key_of(connection: sqlite3.Connection) -> bytes:
    """Return the 32 secret bytes that hashes and tokens are made with."""
    return bytes(connection.execute("SELECT value FROM meta WHERE name = 'key'").fetchone()[0])


def is_sound(connection: sqlite3.Connection) -> bool:
    """Return whether every page of the file is as SQLite wrote it, and what refers to another row finds it."""
    whole = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    return whole and connection.execute("PRAGMA foreign_key_check").fetchone() is None


def back_up(connection: sqlite3.Connection, store: Path, path: Path) -> None:
    """Write a whole copy of the file `store` to a new one of mode 600, while others may be at work. Raise StoreError.

    The file counts on from there, so that the copy is known for one when it is put back.
    """
    try:
        new_file(path)
    except OSError as error:
        raise StoreError(f"La copie « {path} » ne s'écrit pas ({error.strerror}).") from error
    try:
        with faults(path), closing(sqlite3.connect(path)) as copy:
            connection.backup(copy)
    except BaseException:
        path.unlink()
        raise
    _count_on(connection, store)


def _make_private(path: Path, token: Callable[[int], bytes], *, is_restored: bool) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.parent.name == FOLDER:  # ours alone; another one, named by ABONNES, may hold what others read
        path.parent.chmod(0o700)
    was_seen = seen(path)  # before looking: another process may be making it
    if not path.exists():
        if is_restored or was_seen:
            raise StoreError(f"La base « {path} » a disparu : remettez-la à sa place, ou sa dernière sauvegarde.")
        make(path, token)
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _prepare(connection: sqlite3.Connection, path: Path, *, is_restored: bool) -> None:
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {setting}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise StoreError(f"La base « {path} » vient d'une version plus récente du générateur : mettez-le à jour.")
    if version == 0:
        raise StoreError(f"La base « {path} » {_SENTENCES['SQLITE_NOTADB']}")
    _count_on(connection, path, is_known=is_restored)


def _count_on(connection: sqlite3.Connection, path: Path, *, is_known: bool = False) -> None:
    """Count one more opening in the file and then beside it; the file must not be behind, unless that `is_known`."""
    with transaction(connection):
        count = _opened(connection)
        if is_known:
            count = max(count, seen(path))
        check_witness(path, count)
        connection.execute("UPDATE meta SET value = ? WHERE name = 'opened'", (count + 1,))
    witness(path, count + 1)


def _opened(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT value FROM meta WHERE name = 'opened'").fetchone()[0])
