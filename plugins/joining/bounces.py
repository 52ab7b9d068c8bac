"""What comes back when a message could not be delivered: whose it was, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parseaddr

from msgspec import Struct

_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])", re.ASCII)
_FULL = re.compile(
    r"over ?quota|quota (exceeded|d[ée]pass)|(mailbox|inbox|bo.{1,2}te)[^.\n]{0,30}(full|pleine|exceed)|exceed[^.\n]{0,40}(quota|storage|mailbox)"
    r"|insufficient (system )?storage|out of storage",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"(user|recipient|mailbox|account|address|adresse|compte|utilisateur|destinataire)[^.\n]{0,40}"
    r"(unknown|inconnu|not found|does(n't| not) exist|n'existe pas|no such|invalid|disabled|unavailable)"
    r"|no such (user|mailbox|recipient)|unknown user",
    re.IGNORECASE,
)
_COPY = re.compile(r"(?im)^(-+ *(this is a copy|below this line|original message|message d'origine)|Received:|Return-Path:)")
FULL, UNKNOWN, PERMANENT, TEMPORARY = "5.2.2", "5.1.1", "5.0.0", "4.0.0"
"""Status codes (RFC 3463): a full mailbox, no such mailbox, refused or late for a reason nobody says."""
_MOST = 200
"""Characters of an explanation that are kept."""


class Failure(Struct, frozen=True):
    """One address that did not get a message."""

    address: str
    """As the report names it."""
    status: str
    """RFC 3463: `5.1.1`."""
    detail: str
    """What the other server said."""


def read_failures(message: Message) -> tuple[Failure, ...] | None:
    """Return who did not get a message; empty when it is only late; None for a mail that reports nothing.

    The standard's report first (RFC 3464); what older servers write is read by flufl.bounce.
    """
    parts = [part for part in message.walk() if part.get_content_type() == "message/delivery-status"]
    if parts:
        return tuple(failure for part in parts for failure in _standard(part))
    return _by_their_words(message) or None


def _standard(part: Message) -> Iterator[Failure]:
    """Yield the failures of a report; its first block is about the message, each other about one address (RFC 3464 §2.1)."""
    blocks = part.get_payload()
    for block in blocks if isinstance(blocks, list) else ():
        if not isinstance(block, Message) or str(block.get("Action", "")).strip().lower() != "failed":
            continue
        address = _address(str(block.get("Original-Recipient") or block.get("Final-Recipient") or ""))
        detail = " ".join(str(block.get("Diagnostic-Code", "")).split())[:_MOST]
        if address:
            yield Failure(address, _status(str(block.get("Status", "")), detail), detail)


def _address(field: str) -> str:
    """Return the address of `rfc822; jean@exemple.fr`, its encoded signs read (RFC 3461 §4)."""
    kind, _, written = field.rpartition(";")
    decoded = re.sub(r"\+([0-9A-F]{2})", lambda match: chr(int(match[1], 16)), written) if "rfc822" not in kind.lower() else written
    return parseaddr(decoded.strip())[1]


def _status(field: str, detail: str) -> str:
    """Return the code; where a server says no more than `refused`, what the other one said tells more."""
    match = _STATUS.search(field)
    status = match[0] if match else PERMANENT
    if status not in {PERMANENT, TEMPORARY}:
        return FULL if status == "4.2.2" else status
    return status_of(detail, status)


def status_of(text: str, otherwise: str) -> str:
    """Return the code that an explanation gives or means."""
    if _FULL.search(text):  # first, since servers say 5.1.1 and 5.0.0 of a full mailbox too
        return FULL
    match = _STATUS.search(text)
    if match and match[0] not in {PERMANENT, TEMPORARY} and match[1] != "2":
        return FULL if match[0] == "4.2.2" else match[0]
    return UNKNOWN if _UNKNOWN.search(text) else otherwise


def _by_their_words(message: Message) -> tuple[Failure, ...]:
    from flufl.bounce import all_failures  # seventeen readers, for the few mails that need one

    try:
        temporary, permanent = all_failures(message)
    except Exception:  # noqa: BLE001  # a mail may be broken in ways that its readers do not know
        return ()
    text = _text(message)
    found = [(address, TEMPORARY) for address in temporary] + [(address, PERMANENT) for address in permanent - temporary]
    return tuple(Failure(address.decode("ascii", "replace"), status_of(text, status), "") for address, status in sorted(found))


def _text(message: Message) -> str:
    """Return what the server wrote itself: without the message that it gives back."""
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            payload = part.get_payload(decode=True)
            text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
            return _COPY.split(text, maxsplit=1)[0]
    return ""
