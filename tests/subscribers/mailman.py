"""A Mailman 3 of this machine: its core alone, on high ports, with files of its own (script/setup installs it)."""

from __future__ import annotations

import re
import smtplib
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from tests.joining.servers import until
from tests.subscribers.takers import Relay, relay

PROGRAMS = Path(__file__).parents[2] / ".venv" / "mailman" / "bin"
PATIENCE = 60
UNUSED = ("archive", "bounces", "command", "digest", "rest", "retry", "task", "virgin")
CONFIGURATION = """
[mailman]
layout: here
[paths.here]
var_dir: {folder}/var
bin_dir: {programs}
[mta]
incoming: mailman.mta.null.NullMTA
lmtp_host: 127.0.0.1
lmtp_port: {lmtp}
smtp_host: 127.0.0.1
smtp_port: {smtp}
""" + "".join(f"[runner.{name}]\nstart: no\n" for name in UNUSED)
LIST = """
import sys
from mailman.core.initialize import initialize
from mailman.app.lifecycle import create_list
from mailman.config import config
from mailman.interfaces.action import Action
from mailman.interfaces.domain import IDomainManager
from mailman.interfaces.member import MemberRole
from mailman.interfaces.usermanager import IUserManager
from mailman.utilities.datetime import now
from zope.component import getUtility

path, address, poster, *members = sys.argv[1:]
initialize(path)
getUtility(IDomainManager).add(address.partition("@")[2])
posts = create_list(address, style_name="legacy-announce")
posts.send_welcome_message = False
def known(each):
    found = getUtility(IUserManager).create_address(each)
    found.verified_on = now()
    return found
for each in members:
    posts.subscribe(known(each))
posts.subscribe(known(poster), MemberRole.nonmember).moderation_action = Action.accept
config.db.commit()
print(posts.max_message_size)
"""
"""What whoever keeps the list does once: the letter's sender is no member, and may post without moderation."""


class Mailman(Struct, frozen=True):
    """A running list."""

    lmtp: int
    out: Relay
    """Where it sends its mail."""
    largest: int
    """Kilobytes from which it holds a mail of somebody who has no such permission."""

    def take(self, taken: Relay) -> None:
        """Take all that another relay has for the list, by LMTP."""
        (sender,), (address,) = _addresses(taken, "mail"), _addresses(taken, "rcpt")
        with smtplib.LMTP("127.0.0.1", self.lmtp, timeout=PATIENCE) as connection:
            for message in taken.taken:
                connection.sendmail(sender, [address], re.sub(rb"(?m)^\.\.", b".", message))

    def reached(self) -> list[str]:
        """Return to whom mails went, one by one."""
        return sorted(_addresses(self.out, "rcpt"))


@contextmanager
def mailman(folder: Path, address: str, poster: str, *members: str) -> Iterator[Mailman]:
    """Run a Mailman with one announce list."""
    with relay() as out:
        port = _port()
        path = folder / "mailman.cfg"
        path.write_text(CONFIGURATION.format(folder=folder, programs=PROGRAMS, lmtp=port, smtp=out.port))
        made = subprocess.run([PROGRAMS / "python", "-c", LIST, path, address, poster, *members],
                              cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE)  # fmt: skip
        assert made.returncode == 0, made.stderr
        with _running(folder, path):
            until(lambda: _listens(port))
            yield Mailman(port, out, int(made.stdout.split()[-1]))


@contextmanager
def _running(folder: Path, path: Path) -> Iterator[None]:
    with (folder / "master.log").open("wb") as said, subprocess.Popen([PROGRAMS / "master", "-C", path], cwd=folder, stdout=said, stderr=said) as run:
        try:
            yield
        finally:
            run.terminate()


def _addresses(held: Relay, command: str) -> list[str]:
    return [line.partition("<")[2].partition(">")[0] for line in held.said if line.lower().startswith(f"{command} ")]


def _port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), PATIENCE):
        return True
    return False
