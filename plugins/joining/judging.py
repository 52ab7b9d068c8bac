"""What a mail asks for."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from plugins.joining.bounces import Failure
from plugins.joining.incoming import Incoming
from plugins.model.text import fold

_ASKED = "recevoir la lettre"
"""What the subject says where the address to join takes other mail too; the link on the site writes it."""
_NO = re.compile(r"\b(non|stop|pas|jamais|arretez?|desabon\w*|desinscri\w*|spam)\b")


class Ways(Struct, frozen=True):
    """The addresses by which people come and go; each may be empty."""

    join: str
    leave: str
    envelope: str
    sender: str


class Ask(Struct, frozen=True):
    """Somebody wants the letter."""

    address: str


class Confirm(Struct, frozen=True):
    """Somebody answered our question."""

    subscriber: int


class Leave(Struct, frozen=True):
    """Somebody leaves."""

    address: str


class Bounced(Struct, frozen=True):
    """Some did not get a message."""

    failures: tuple[Failure, ...]
    to: tuple[str, ...]
    """The addresses that it came back to: they may tell whose it was."""


class Ignore(Struct, frozen=True):
    """A machine wrote, and nothing is to be done."""


class Read(Struct, frozen=True):
    """Somebody has to read it."""


Action = Ask | Confirm | Leave | Bounced | Ignore | Read


def judge(mail: Incoming, ways: Ways, whose: Callable[[str], int | None]) -> Action:
    """Return what a mail asks for; `whose` tells the subscriber of a token that may confirm.

    To leave is heard before all else, and from programs too: they write in their users' names (RFC 8058 §1).
    """
    if mail.failures is not None:
        return Bounced(mail.failures, mail.to)
    if _is_to(mail, ways.leave):
        return Ignore() if mail.is_for_nobody else Leave(mail.sender) if mail.sender else Read()
    if mail.is_report:
        return Read()
    if mail.is_automatic or mail.sender.lower() in {ways.join, ways.leave, ways.envelope, ways.sender} - {""}:
        return Ignore()
    subscriber = next((found for found in map(whose, mail.tokens) if found is not None), None)
    if subscriber is not None:
        return Read() if _NO.search(fold(mail.own)) else Confirm(subscriber)
    return Ask(mail.sender) if _is_to(mail, ways.join) and _asks(mail, ways) and mail.sender else Read()


def _is_to(mail: Incoming, address: str) -> bool:
    return bool(address) and address.lower() in {found.lower() for found in mail.to}


def _asks(mail: Incoming, ways: Ways) -> bool:
    """Return whether it asks for the letter: all mail to the address to join does, unless answers to letters come there too."""
    is_shared = ways.join.lower() in {ways.sender.lower(), ways.envelope.lower()}
    return not is_shared or _ASKED in fold(mail.subject)
