"""A mailbox over IMAP (RFC 3501): what lies in it, read without a trace, and moved when it is done with."""

from __future__ import annotations

import imaplib
import re
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from plugins.joining.relay import PATIENCE, Login
from plugins.subscribers.settings import Server

_MOST = 262_144
"""Bytes of a mail that are fetched: a report with a whole letter in it."""
_NAMESPACE = re.compile(rb'^\(\("(?P<prefix>[^"]*)"')


class MailboxError(Exception):
    """The mailbox does not answer as it should; the words are for people."""


class Mailbox:
    """The inbox of one account. Nothing is ever deleted: mails are moved (RFC 6851)."""

    def __init__(self, connection: imaplib.IMAP4_SSL) -> None:
        """Open the inbox of a connection that is logged in."""
        self._connection = connection
        if "MOVE" not in connection.capabilities:
            raise MailboxError("ce serveur ne sait pas ranger un message sans l'effacer (extension MOVE, RFC 6851)")
        self._prefix = self._namespace()
        self._made: dict[str, str] = {}
        _good(connection.select("INBOX"))
        self._validity = (connection.response("UIDVALIDITY")[1] or [b"0"])[0] or b"0"

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield number and lasting name of each mail, oldest first."""
        found = _good(self._connection.uid("SEARCH", "ALL", "UNDELETED"))
        for number in (found[0] if isinstance(found[0], bytes) else b"").split():
            yield number.decode(), f"mail:{self._validity.decode()}:{number.decode()}"

    def read(self, number: str) -> bytes:
        """Return a mail, its unread mark left; empty when somebody has taken it away meanwhile."""
        found = _good(self._connection.uid("FETCH", number, f"(BODY.PEEK[]<0.{_MOST}>)"))
        return next((part[1] for part in found if isinstance(part, tuple)), b"")

    def move(self, number: str, folder: str) -> None:
        """Move a mail to a folder, made where there is none."""
        if folder not in self._made:
            name = f'"{_encoded(self._prefix + folder)}"'
            self._connection.create(name)  # refused when it is there
            self._connection.subscribe(name)
            self._made[folder] = name
        _good(self._connection.uid("MOVE", number, self._made[folder]))

    def _namespace(self) -> str:
        """Return what the names of people's own folders start with: on some servers `INBOX.` (RFC 2342)."""
        with suppress(imaplib.IMAP4.error):
            found = self._connection.namespace()[1]
            match = _NAMESPACE.match(found[0] or b"") if found else None
            return match["prefix"].decode() if match else ""
        return ""


@contextmanager
def mailbox(server: Server, login: Login) -> Iterator[Mailbox]:
    """Yield the mailbox, over TLS with the certificate checked. Raise MailboxError."""
    try:
        connection = imaplib.IMAP4_SSL(server.host, server.port, ssl_context=ssl.create_default_context(), timeout=PATIENCE)
        try:
            _log_in(connection, login)
            yield Mailbox(connection)
        finally:
            with suppress(imaplib.IMAP4.error, OSError):
                connection.logout()
    except (imaplib.IMAP4.error, OSError) as error:
        raise MailboxError(str(error)) from error


def _log_in(connection: imaplib.IMAP4_SSL, login: Login) -> None:
    """Log in by SASL where the server can: LOGIN takes ASCII alone."""
    if "AUTH=PLAIN" in connection.capabilities:
        connection.authenticate("PLAIN", lambda _: f"\0{login.user}\0{login.password}".encode())
    else:
        connection.login(login.user, login.password)
    told = connection.capability()[1]  # servers tell more of themselves to those they know
    connection.capabilities = tuple(b" ".join(filter(None, told)).decode("ascii", "replace").upper().split())


def _good(answer: tuple[str, list[bytes | None]]) -> list[bytes | tuple[bytes, bytes] | None]:
    kind, found = answer
    if kind != "OK":
        raise MailboxError(str(found[0] or b"", "utf-8", "replace") if found else kind)
    return list(found)


def _encoded(name: str) -> str:
    """Return a folder's name in IMAP's own way of writing (RFC 3501 §5.1.3)."""

    def shifted(match: re.Match[str]) -> str:
        return "&" + b64encode(match[0].encode("utf-16-be")).decode().rstrip("=").replace("/", ",") + "-"

    return re.sub(r"[^\x20-\x7e]+", shifted, name.replace("&", "&-"))
