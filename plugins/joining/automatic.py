"""Which mails a machine wrote: they are never answered (RFC 3834 §2)."""

from __future__ import annotations

import re
from email.message import Message

_BULK = {"bulk", "list", "junk", "auto_reply"}
_MACHINES = re.compile(
    r"(mailer-daemon|postmaster|no-?reply|ne-?pas-?repondre|do-?not-?reply|listserv|majordomo|owner-.*|.*-request|.*-bounces?)@.*", re.IGNORECASE
)
_POSTMASTER = re.compile(r"(mailer-daemon|postmaster)@.*", re.IGNORECASE)
_ABSENT = re.compile(
    r"\W*(r[ée]ponse automatique|auto(matic)?[ :-]*(reply|response)|absen(t|ce)\b|out of (the )?office|message d['’]absence|vacation)",
    re.IGNORECASE,
)
"""What programs write that do not say so in a header."""
_FLAGS = ("X-Autoreply", "X-Autorespond", "X-Autoresponse", "X-Auto-Reply", "X-Mail-Autoreply", "X-Failed-Recipients")


def is_answered_by_nobody(message: Message, sender: str) -> bool:
    """Return whether nobody stands behind a mail: it came from no address, from a machine's, or from a list."""
    return_path = _said(message, "Return-Path")
    if return_path.replace(" ", "") == "<>" or _MACHINES.fullmatch(sender):
        return True
    return "List-Id" in message or "List-Post" in message or "Mailing-List" in message


def is_postmaster(sender: str) -> bool:
    """Return whether a mail server writes, which somebody should know of even when it cannot be understood."""
    return bool(_POSTMASTER.fullmatch(sender))


def is_reply_of_machine(message: Message, subject: str) -> bool:
    """Return whether a machine answered in somebody's name: holidays, receipts."""
    submitted = _said(message, "Auto-Submitted").partition(";")[0].strip().lower()
    if submitted.startswith(("auto-replied", "auto-notified")) or any(flag in message for flag in _FLAGS):
        return True
    return bool(_ABSENT.match(subject)) or message.get_content_type() == "multipart/report"


def is_automatic(message: Message, sender: str, subject: str) -> bool:
    """Return whether a machine wrote it, whatever for. A mail by which a program leaves for its user is one too: see `judging`."""
    submitted = _said(message, "Auto-Submitted").partition(";")[0].strip().lower()
    generated = submitted not in {"", "no"} or _said(message, "Precedence").strip().lower() in _BULK
    return generated or is_answered_by_nobody(message, sender) or is_reply_of_machine(message, subject)


def _said(message: Message, name: str) -> str:
    return str(message.get(name, ""))
