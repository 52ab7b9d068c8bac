"""The finished letter, as other programs want it."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.utils import parsedate_to_datetime
from pathlib import Path

from msgspec import Struct

from plugins.model.problem import Wrong

OURS = frozenset(
    {"to", "list-id", "list-unsubscribe", "list-unsubscribe-post", "list-help", "list-archive", "auto-submitted", "precedence", "feedback-id"}
)
"""Headers of a letter that goes to readers. A list writes its own, and refuses or holds what says that a program sent it."""


class Finished(Struct, frozen=True):
    """What the build left under build/lettres/."""

    key: str
    message: bytes
    html: str
    text: str

    @property
    def subject(self) -> str:
        """As people read it."""
        return self._header("Subject")

    @property
    def sender(self) -> str:
        """Name and address."""
        return self._header("From")

    @property
    def digest(self) -> bytes:
        """SHA-256 of the message."""
        return hashlib.sha256(self.message).digest()

    def _header(self, name: str) -> str:
        return str(make_header(decode_header(str(message_from_bytes(self.message)[name]))))


def finished(folder: Path, key: str) -> Finished:
    """Return a letter of the folder of letters; the newest when no key is given. Raise Wrong when it was not built."""
    built = {path.parent.name: path for path in folder.glob("*/lettre.eml")}
    wanted = key or max(built, key=lambda name: (_day(built[name]), name), default="")
    if wanted not in built:
        raise Wrong(
            f"La lettre {wanted} n'est pas construite." if wanted else "Aucune lettre n'est construite.", "Lancez d'abord « inv newsletter.build »."
        )
    place = folder / wanted
    return Finished(
        wanted, (place / "lettre.eml").read_bytes(), (place / "lettre.html").read_text("utf-8"), (place / "lettre.txt").read_text("utf-8")
    )


def _day(message: Path) -> datetime:
    return parsedate_to_datetime(str(message_from_bytes(message.read_bytes())["Date"]))


def addressed(message: bytes, address: str) -> bytes:
    """Return a message for a list: `To` is its address, and no header speaks of our own readers. The other bytes stay."""
    head, end, body = message.partition(b"\r\n\r\n")
    headers = re.split(rb"\r\n(?![ \t])", head)
    kept = [header for header in headers if header.partition(b":")[0].decode("ascii").lower() not in OURS]
    return b"\r\n".join((*kept, f"To: {address}".encode("ascii"))) + end + body
