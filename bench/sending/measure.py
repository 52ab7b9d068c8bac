"""`inv bench --sending`: invented readers, a relay of this machine in a process of its own, a journal on a real disk."""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from msgspec import Struct
from rich.console import Console
from rich.table import Table

from bench.report import number
from bench.sending.distance import pass_on
from plugins.sending.campaign import Campaign, State
from plugins.sending.dispatch import Clock, Watch
from plugins.sending.headers import Sender
from plugins.sending.journal import Journal
from plugins.sending.line import Patience, Relay, open_line
from plugins.sending.sending import Way, send
from plugins.subscribers.store import open_store, transaction
from tests.sending.relay import Relay as Server
from tests.sending.relay import running

PROCESSES = multiprocessing.get_context("spawn")
DISK = Path("/var/tmp")  # noqa: S108  # where FHS wants a disk, and not memory: syncing to it is what is measured
KEY = "2026-s48"
_HEAD = b"From: <lettre@ville.example>\r\nSubject: Une soupe\r\nContent-Type: text/plain\r\n\r\n"


class Case(Struct, frozen=True):
    """What is sent, and how."""

    name: str
    readers: int
    size: int
    """Bytes of the message."""
    connections: int = 1
    round_trip: float = 0
    """Seconds to the relay and back."""


class Cost(Struct, frozen=True):
    """What it cost."""

    seconds: float
    memory: int
    """Bytes at most, of the whole process."""


CASES = (
    Case("950 lecteurs, 60 ko, relais sur place", 950, 60_000),
    Case("950 lecteurs, 60 ko, à 20 ms, quatre connexions", 950, 60_000, 4, 0.02),
    Case("1 000 lecteurs, 1 ko", 1_000, 1_000),
    Case("100 000 lecteurs, 1 ko", 100_000, 1_000),
)


def main() -> None:
    """Measure each case and print the table."""
    table = Table("envoi", "messages par seconde", "mémoire (Mo)", title="Envoi, journal synchronisé sur le disque", title_justify="left")
    console = Console()
    for case in CASES:
        with console.status(case.name):
            cost = measure(case)
        table.add_row(case.name, number(case.readers / cost.seconds), number(cost.memory / 1e6))
    console.print(table)


def measure(case: Case) -> Cost:
    """Send to invented readers, and return what it cost."""
    with TemporaryDirectory(dir=DISK if DISK.is_dir() else None) as folder, elsewhere(_relay) as port:
        _prepare(Path(folder), case)
        with elsewhere(partial(_distance, port, case.round_trip / 2)) if case.round_trip else here(port) as near:
            return _asked(partial(_send, Path(folder), near, case.connections))


@contextmanager
def here(port: int) -> Iterator[int]:
    """Give the port as it is."""
    yield port


@contextmanager
def elsewhere(target: Callable[[Connection], None]) -> Iterator[int]:
    """Run something in a process of its own that tells where it listens."""
    ours, theirs = PROCESSES.Pipe()
    process = PROCESSES.Process(target=target, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.kill()
        process.join()


def _asked(target: Callable[[Connection], None]) -> Cost:
    ours, theirs = PROCESSES.Pipe()
    process = PROCESSES.Process(target=target, args=(theirs,))
    process.start()
    cost = ours.recv()
    process.join()
    assert isinstance(cost, Cost)
    return cost


def _relay(tell: Connection) -> None:
    with running(Server(keeps=False)) as relay:
        tell.send(relay.port)
        tell.poll(None)


def _distance(port: int, delay: float, tell: Connection) -> None:
    asyncio.run(pass_on(port, delay, tell.send))


def _prepare(folder: Path, case: Case) -> None:
    line = b"y" * 74 + b"\r\n"
    body = line * ((case.size - len(_HEAD)) // len(line))
    with closing(open_store(folder / "abonnes.sqlite3")) as store, transaction(store):
        rows = ((f"lecteur{count}@exemple.fr", "active", "2026-01-01T00:00:00Z") for count in range(case.readers))
        store.executemany("INSERT INTO subscribers (address, state, since) VALUES (?, ?, ?)", rows)
        Journal(store).freeze(Campaign(KEY, "Une soupe", _HEAD + body, datetime.now(UTC)))


def _send(folder: Path, port: int, connections: int, tell: Connection) -> None:
    """Send, and tell what it cost."""
    with closing(open_store(folder / "abonnes.sqlite3")) as store:
        journal = Journal(store)
        start = time.monotonic()
        send(journal, folder / "envois", KEY, _way(journal, port, connections), Watch())
        seconds = time.monotonic() - start
        counts = journal.counts(KEY)
    assert counts.frozen == counts[State.ACCEPTED]
    tell.send(Cost(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024))


def _way(journal: Journal, port: int, connections: int) -> Way:
    sender = Sender("ville.example", "lettre@ville.example", "stop@ville.example", ZoneInfo("Europe/Paris"), journal.key, "https://app.example/")
    context, relay = ssl.create_default_context(), Relay("127.0.0.1", port, "none")
    clock = Clock(lambda: datetime.now(UTC), time.monotonic, time.sleep)
    return Way(sender, lambda: open_line(relay, context, Patience()), connections, (), clock, lambda _interrupt: nullcontext())
