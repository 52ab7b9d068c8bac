"""A sending in a process of its own, which a test may kill at any moment."""

import multiprocessing
import random
import threading
from multiprocessing.process import BaseProcess
from pathlib import Path

from plugins.sending.journal import Journal
from plugins.subscribers.store import open_store
from tests.sending.letters import sent, way
from tests.sending.relay import Relay, Talk

PROCESSES = multiprocessing.get_context("forkserver")
"""A process is made from one that has loaded all the code, so that it lives within milliseconds."""
PROCESSES.set_forkserver_preload(["tests.sending.killed"])
_MOST = 20
"""Things that the relay sees before a kill."""


def run(folder: str, port: int, connections: int, key: str) -> None:
    """Send a letter, in the process that is killed."""
    journal = Journal(open_store(Path(folder) / "prive" / "abonnes.sqlite3"))
    sent(journal, Path(folder), way(journal, port, connections=connections), key)


class Killer:
    """Kills a sending some time after it has done so many things that its relay can see."""

    def __init__(self, relay: Relay, seed: int) -> None:
        """Look on by the answers of a relay."""
        self._random = random.Random(seed)
        self._left = 0
        self._lock = threading.Lock()
        self._reached = threading.Event()
        relay.answer = self._seen

    def run(self, folder: Path, port: int, connections: int, key: str) -> bool:
        """Send until killed; return whether the kill came before the end."""
        self._left = self._random.randint(0, _MOST)
        self._reached.clear()
        process = PROCESSES.Process(target=run, args=(str(folder), port, connections, key))
        process.start()
        if self._left:
            self._wait(process)
        threading.Event().wait(self._random.random() * (0.003 if self._left <= 0 else 0.04))
        process.kill()
        process.join()
        return process.exitcode == -9

    def _wait(self, process: BaseProcess) -> None:
        while not self._reached.wait(0.05) and process.is_alive():
            pass

    def _seen(self, _talk: Talk, _command: str, _address: str) -> None:
        with self._lock:
            self._left -= 1
            if self._left <= 0:
                self._reached.set()
