"""A town's office with a built letter, for the commands."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from rich.console import Console

from plugins.sending.journal import Journal
from plugins.subscribers.office import Office, ended
from tests.sending.letters import KEY, MESSAGE, join

SETTINGS = {
    "SITEURL": "https://ville.example",
    "TIMEZONE": "Europe/Paris",
    "LETTER": {"name": "La lettre", "sender": "lettre@ville.example", "leave": "stop@ville.example"},
}


class Desk:
    """Where somebody types commands."""

    def __init__(self, folder: Path, port: int, *readers: str, **sending: object) -> None:
        """Put a letter and some readers there; `sending` is what SENDING says more."""
        self.out = StringIO()
        self.answers: list[str] | None = ["oui"] * 9
        table = {"relay": f"127.0.0.1:{port}", "security": "none", "per_minute": 0, **sending}
        console = Console(file=self.out, width=500)
        self.office = Office(folder, {**SETTINGS, "SENDING": table}, console, self._answer, lambda: datetime.now(UTC), {})
        self.build(MESSAGE)
        with self.journal() as journal:
            for address in readers:
                join(journal, address)

    def build(self, message: bytes, key: str = KEY) -> None:
        """Make the build leave a letter."""
        folder = self.office.root / "build" / "lettres" / key
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "lettre.eml").write_bytes(message)

    def _answer(self, question: str) -> str:
        self.office.say(question)
        assert self.answers
        return self.answers.pop(0)

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """Open the journal."""
        with self.office.store() as store:
            yield Journal(store)

    def do(self, command: object, *arguments: object, **named: object) -> tuple[int, str]:
        """Type a command; return its exit status and what it said."""
        self.out.truncate(0)
        self.out.seek(0)
        assert callable(command)
        status = ended(self.office.console, lambda: command(self.office, *arguments, **named))
        return status, self.out.getvalue()
