"""What went out, noted beside the database: one put back from a copy of yesterday has forgotten it, and would send it twice.

A file for each campaign, with a line for each message whose dot was about to be written: the number that the journal gave it, the time,
and the keyed hash of the address. It is written after the journal, so it never knows more, unless the journal is an old copy.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from plugins.sending.campaign import State
from plugins.sending.journal import Journal
from plugins.subscribers.addresses import keyed_hash
from plugins.subscribers.store import transaction

_SIZE = 16
"""Bytes of the hash that are kept."""


class Trace(Struct, frozen=True):
    """One message."""

    number: int
    at: str
    whose: str

    def __str__(self) -> str:
        return f"{self.number} {self.at} {self.whose}\n"


class Traces:
    """The file of one campaign, open for adding to it."""

    def __init__(self, folder: Path, campaign: str, key: bytes) -> None:
        """Note in a folder, which is private; the key is that of the database."""
        self._path = folder / f"{campaign}.traces"
        self._campaign = campaign
        self._key = key
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = os.open(self._path, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)

    def add(self, number: int, at: str, address: str) -> None:
        """Note a message."""
        os.write(self._file, str(Trace(number, at, self._whose(address))).encode())

    def reconcile(self, journal: Journal) -> int:
        """Tell the journal what it has forgotten, and name ambiguous those who may have got the letter; return how many they are."""
        known = journal.last_number(self._campaign)
        traces = list(_read(self._path))
        if not traces or traces[-1].number <= known:
            return 0
        forgotten = [trace for trace in traces if trace.number > known]
        with transaction(journal.store):
            renumbered = [replace(trace, number=journal.sent(self._campaign, trace.at)) for trace in forgotten]
            found = self._doubt(journal, {trace.whose: trace.at for trace in forgotten})
        self._rewrite([trace for trace in traces if trace.number <= known] + renumbered)
        return found

    def _doubt(self, journal: Journal, sent: dict[str, str]) -> int:
        doubtful = [(address, sent[whose]) for address in journal.waiting(self._campaign) if (whose := self._whose(address)) in sent]
        for address, at in doubtful:
            journal.settle(self._campaign, address, State.AMBIGUOUS, "la base a été restaurée", datetime.fromisoformat(at))
        return len(doubtful)

    def _rewrite(self, traces: Iterable[Trace]) -> None:
        new = self._path.with_suffix(".tmp")
        new.write_text("".join(map(str, traces)), "ascii")
        new.chmod(0o600)
        new.replace(self._path)
        os.close(self._file)
        self._file = os.open(self._path, os.O_APPEND | os.O_WRONLY)

    def _whose(self, address: str) -> str:
        return keyed_hash(self._key, address)[:_SIZE].hex()


def _read(path: Path) -> Iterable[Trace]:
    """Yield what was noted; a line that was cut off is none."""
    with path.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            parts = line.split()
            if len(parts) == 3 and parts[0].isdigit():
                yield Trace(int(parts[0]), parts[1], parts[2])
