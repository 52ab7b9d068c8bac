"""A mail that came in, as far as it matters here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses

from msgspec import Struct

from plugins.joining.automatic import is_answered_by_nobody, is_automatic, is_postmaster, is_reply_of_machine
from plugins.joining.bounces import Failure, read_failures
from plugins.joining.tokens import PATTERN

_RECIPIENTS = ("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To")
_QUOTED = re.compile(r"(?im)^\s*(>|-{3,}|_{5,}|le .{3,120}a [ée]crit|on .{3,120}wrote|de\s*:|from\s*:|envoy[ée] (de|depuis)|sent from)")
"""Where a reply ends and what it answers begins, as programs write it."""
_OWN = 500
_MOST = 20_000
"""Characters of a body that are read."""


class Incoming(Struct, frozen=True):
    """What a mail says."""

    sender: str
    """Address of From; empty when there is none or more than one."""
    to: tuple[str, ...]
    """All addresses that it was sent to, as far as it says."""
    subject: str
    own: str
    """What its writer wrote, without what is quoted."""
    tokens: tuple[str, ...]
    """What looks like one of ours, in what it answers or quotes."""
    is_automatic: bool
    """Whether a machine wrote it."""
    is_for_nobody: bool
    """Whether a machine wrote it that nobody stands behind, or in somebody's absence."""
    is_report: bool
    """Whether a mail server tells something."""
    failures: tuple[Failure, ...] | None
    """Who did not get a message; None: it names nobody."""


def read_incoming(raw: bytes) -> Incoming:
    """Return what a mail says; any bytes will do."""
    message = message_from_bytes(raw, policy=compat32)  # not the newer policy: broken headers make it raise
    senders = _addresses(message, ("From",))
    sender, subject = senders[0] if len(senders) == 1 else "", _decoded(str(message.get("Subject", "")))
    text = _text(message)
    unattended = is_answered_by_nobody(message, sender)
    is_report = is_postmaster(sender) or message.get_content_type() == "multipart/report"
    answered = " ".join(str(message.get(name, "")) for name in ("In-Reply-To", "References", "Subject"))
    return Incoming(
        sender=sender,
        to=_addresses(message, _RECIPIENTS),
        subject=subject,
        own=_QUOTED.split(text, maxsplit=1)[0][:_OWN],
        tokens=tuple(dict.fromkeys(PATTERN.findall(f"{answered} {text}"))),
        is_automatic=is_automatic(message, sender, subject),
        is_for_nobody=unattended or is_reply_of_machine(message, subject),
        is_report=is_report,
        failures=read_failures(message) if unattended or is_report else None,
    )


def _addresses(message: Message, names: tuple[str, ...]) -> tuple[str, ...]:
    fields = [str(value) for name in names for value in message.get_all(name, [])]
    try:
        return tuple(dict.fromkeys(address for _, address in getaddresses(fields) if "@" in address))
    except (IndexError, ValueError):  # the library stumbles over some
        return ()


def _decoded(field: str) -> str:
    try:
        return str(make_header(decode_header(field)))
    except (HeaderParseError, LookupError, ValueError):
        return field


def _text(message: Message) -> str:
    return "\n".join(_texts(message))[:_MOST]


def _texts(message: Message) -> Iterator[str]:
    """Yield the text parts, else those in HTML without their marks: some programs write nothing else."""
    parts = [part for part in message.walk() if part.get_content_maintype() == "text" and not part.get_filename()]
    for kind in ("text/plain", "text/html"):
        found = [_payload(part) for part in parts if part.get_content_type() == kind]
        if any(text.strip() for text in found):
            yield from (re.sub(r"<[^>]*>", " ", text) if kind == "text/html" else text for text in found)
            return


def _payload(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        return payload[: 4 * _MOST].decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, ValueError):
        return payload[: 4 * _MOST].decode("utf-8", "replace")
