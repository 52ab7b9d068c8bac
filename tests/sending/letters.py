"""A town with readers, a letter that is frozen, and a way to send it to a relay of ours."""

import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.sending.campaign import Campaign
from plugins.sending.dispatch import Clock, Ended, Watch
from plugins.sending.headers import Sender
from plugins.sending.journal import Journal
from plugins.sending.line import Line, Patience, Relay, open_line
from plugins.sending.pace import caps
from plugins.sending.sending import Way, send
from plugins.subscribers.people import Consent, add_pending, confirm
from plugins.subscribers.store import open_store, transaction

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
KEY = "2026-s48"
MESSAGE = (
    b"MIME-Version: 1.0\r\nFrom: La lettre <lettre@ville.example>\r\nTo: undisclosed-recipients:;\r\nSubject: Une soupe\r\n"
    b"Date: Thu, 26 Nov 2026 10:00:00 +0100\r\nMessage-ID: <2026-s48@ville.example>\r\nList-Id: <lettre.ville.example>\r\n"
    b"List-Unsubscribe: \r\n <mailto:stop@ville.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    b"Bonjour,\r\n.\r\n..deux points\r\nSoupe samedi.\r\n"
)
PATIENCE = Patience(connecting=5, command=5, dot=5)


class FakeClock:
    """A clock that a test sets; waiting takes no time."""

    def __init__(self, now: datetime = NOW) -> None:
        """Begin at this moment."""
        self.now = now
        self.seconds = 1000.0
        self.waited: list[float] = []

    def wait(self, seconds: float) -> None:
        """Let the time pass."""
        self.waited.append(seconds)
        self.now += timedelta(seconds=seconds)
        self.seconds += seconds

    def clock(self) -> Clock:
        """Return it as the sending sees it."""
        return Clock(lambda: self.now, lambda: self.seconds, self.wait)


def town(folder: Path, readers: int) -> Journal:
    """Return the journal of a town with so many readers."""
    journal = Journal(open_store(folder / "prive" / "abonnes.sqlite3"))
    with transaction(journal.store):
        for number in range(readers):
            join(journal, f"lecteur{number:04}@exemple.fr")
    return journal


def join(journal: Journal, address: str) -> int:
    """Make somebody get the letter; return their number."""
    person = add_pending(journal.store, address, NOW - timedelta(days=9), "accueil")
    confirm(journal.store, person.id, Consent(NOW.isoformat(), "accueil", "oui"), NOW - timedelta(days=9))
    return person.id


@contextmanager
def elsewhere(folder: Path) -> Iterator[Journal]:
    """Open the journal of a town once more, as another process would."""
    with closing(open_store(folder / "prive" / "abonnes.sqlite3")) as store:
        yield Journal(store)


def pause(folder: Path) -> None:
    """Pause the sending from elsewhere."""
    with elsewhere(folder) as journal:
        journal.set_state(KEY, "paused")


def freeze(journal: Journal, key: str = KEY, message: bytes = MESSAGE) -> None:
    """Freeze a letter."""
    journal.freeze(Campaign(key, "Une soupe", message, NOW))


def sender(journal: Journal, endpoint: str = "", *, plus: bool = False) -> Sender:
    """Return who sends."""
    return Sender("ville.example", "lettre@ville.example", "stop@ville.example", ZoneInfo("Europe/Paris"), journal.key, endpoint, plus)


def line_to(port: int, patience: Patience = PATIENCE, **relay: str) -> Line:
    """Return a connection to a relay on this machine; in the clear unless told otherwise."""
    return open_line(Relay("127.0.0.1", port, **{"security": "none", **relay}), ssl.create_default_context(), patience)


def way(  # noqa: PLR0913  # each has its usual value
    journal: Journal, port: int, clock: Clock | None = None, *, connections: int = 1, per_minute: int = 0, per_hour: int = 0, plus: bool = False
) -> Way:
    """Return how messages leave: as fast as they can, unless told otherwise."""
    time_ = clock or Clock(lambda: datetime.now(UTC), time.monotonic, time.sleep)
    return Way(sender(journal, plus=plus), lambda: line_to(port), connections, caps(per_minute, per_hour, 0), time_, lambda _interrupt: nullcontext())


def sent(journal: Journal, folder: Path, how: Way, key: str = KEY, watch: Watch | None = None) -> Ended:
    """Send a campaign."""
    return send(journal, folder / "traces", key, how, watch or Watch())


def answering(command: str, *answers: str, to: str = "") -> Callable[[object, str, str], str | None]:
    """Return what answers a command so, one answer after the other, only for one address when one is given; then as usual."""
    left = list(answers)

    def answer(_talk: object, said: str, address: str) -> str | None:
        return left.pop(0) if left and said == command and (not to or address == to) else None

    return answer
