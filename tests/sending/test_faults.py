"""What breaks around a sending: the disk, the database, the clock, a second sender."""

import os
import resource
import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from plugins.sending.campaign import State
from plugins.sending.dispatch import End, Ended
from plugins.sending.journal import Journal
from plugins.subscribers.fault import StoreError
from plugins.subscribers.store import faults, open_store
from tests.sending.killed import PROCESSES
from tests.sending.letters import KEY, NOW, FakeClock, freeze, pause, sent, town, way
from tests.sending.relay import Relay, Talk, running

GOOD, FULL = 0, 7


def send_on_a_full_disk(folder: str, port: int, room: int) -> None:
    """Send, in a process of its own whose files may grow by so many bytes; tell by the exit status how it ended."""
    path = Path(folder) / "prive" / "abonnes.sqlite3"
    journal = Journal(open_store(path))
    size = Path(f"{path}-wal").stat().st_size + room
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        with faults(path):
            sent(journal, Path(folder), way(journal, port))
    except StoreError:
        os._exit(FULL)
    os._exit(GOOD)


@pytest.mark.parametrize("room", [0, 20_000, 50_000, 51_000, 60_000, 100_000])
def test_a_full_disk_loses_and_repeats_nothing(tmp_path: Path, room: int) -> None:
    """Wherever the disk fills up, at most one reader is in doubt, and once there is room the same command reaches the others."""
    journal = town(tmp_path, 100)
    freeze(journal)
    journal.store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with running(Relay()) as relay:
        process = PROCESSES.Process(target=send_on_a_full_disk, args=(str(tmp_path), relay.port, room))
        process.start()
        process.join()
        assert process.exitcode == FULL
        assert journal.counts(KEY).adds_up
        sent(journal, tmp_path, way(journal, relay.port))
    counts = journal.counts(KEY)
    assert counts[State.AMBIGUOUS] <= 1
    assert counts[State.ACCEPTED] + counts[State.AMBIGUOUS] == 100
    assert Counter(one.to for one in relay.delivered).most_common(1)[0][1] == 1
    assert len(relay.delivered) >= counts[State.ACCEPTED]


def test_a_read_only_database_sends_nothing(tmp_path: Path) -> None:
    """What cannot be journalled does not go out."""
    journal = town(tmp_path, 3)
    freeze(journal)
    journal.store.execute("PRAGMA query_only = ON")
    with running(Relay()) as relay, pytest.raises(StoreError, match="lecture seule"), faults(tmp_path):
        sent(journal, tmp_path, way(journal, relay.port))
    assert relay.delivered == []


def test_a_clock_that_jumps_back_stops_nothing(tmp_path: Path) -> None:
    """Set back by a year in the middle, the clock neither blocks the pace nor those put off."""
    journal = town(tmp_path, 30)
    freeze(journal)
    clock = FakeClock()
    refused: list[str] = []

    def answer(_talk: Talk, said: str, to: str) -> str | None:
        if said == "RCPT" and to.startswith("lecteur0005") and not refused:
            refused.append(to)
            return "451 4.7.1 later"
        if said == "." and to.startswith("lecteur0009"):
            clock.now -= timedelta(days=365)
        return None

    with running(Relay(answer=answer)) as relay:
        ended = sent(journal, tmp_path, way(journal, relay.port, clock.clock(), per_minute=20))
    assert ended == Ended(End.DONE)
    assert len(relay.delivered) == 30
    assert sum(clock.waited) < 700


def test_a_clock_that_jumps_ahead_keeps_the_pace(tmp_path: Path) -> None:
    """The pace of a run is kept by a clock that nobody sets."""
    journal = town(tmp_path, 25)
    freeze(journal)
    clock = FakeClock()

    def answer(_talk: Talk, said: str, to: str) -> None:
        if said == "." and to.startswith("lecteur0009"):
            clock.now += timedelta(days=365)

    with running(Relay(answer=answer)) as relay:
        sent(journal, tmp_path, way(journal, relay.port, clock.clock(), per_minute=20))
    assert sum(clock.waited) == 60


def test_a_database_of_yesterday_is_refused(tmp_path: Path) -> None:
    """A copy that has forgotten what went out is not opened by itself."""
    path = tmp_path / "prive" / "abonnes.sqlite3"
    journal = town(tmp_path, 3)
    journal.store.close()
    copied(path, tmp_path / "copie")
    open_store(path).close()
    copied(tmp_path / "copie", path)
    with pytest.raises(StoreError, match="ancienne"):
        open_store(path)


@pytest.mark.parametrize("is_frozen", [False, True], ids=["before the letter was frozen", "in the middle of it"])
def test_a_database_of_yesterday_sends_nothing_twice(tmp_path: Path, is_frozen: bool) -> None:
    """Once somebody has said that it was restored: who has had the letter since the copy is in doubt, and the others get it once."""
    path = tmp_path / "prive" / "abonnes.sqlite3"
    journal = town(tmp_path, 20)
    with running(Relay()) as relay:
        if is_frozen:
            freeze(journal)
        journal.store.close()
        copied(path, tmp_path / "copie")
        journal = Journal(open_store(path))
        if not is_frozen:
            freeze(journal)
        stop_after(relay, 12, tmp_path)
        sent(journal, tmp_path, way(journal, relay.port, FakeClock().clock()))
        journal.store.close()
        copied(tmp_path / "copie", path)
        journal = Journal(open_store(path, is_restored=True))
        if not is_frozen:
            freeze(journal)
        for _ in range(2):
            sent(journal, tmp_path, way(journal, relay.port, FakeClock(NOW + timedelta(days=1)).clock()))
    counts = journal.counts(KEY)
    assert counts.by_state == {State.AMBIGUOUS: 12, State.ACCEPTED: 8}
    assert len(relay.delivered) == 20 == len({one.to for one in relay.delivered})
    assert len(journal.last_sent(100)) == 20


def stop_after(relay: Relay, count: int, folder: Path) -> None:
    """Make a sending pause after so many messages, once."""
    left = [count]

    def answer(_talk: Talk, said: str, _to: str) -> None:
        if said == ".":
            left[0] -= 1
            if left[0] == 0:
                pause(folder)

    relay.answer = answer


def copied(one: Path, other: Path) -> None:
    """Copy a database that nobody has open."""
    for end in ("-wal", "-shm"):
        Path(f"{other}{end}").unlink(missing_ok=True)
    shutil.copy(one, other)
