"""What a relay answers, and what that means for one recipient."""

from __future__ import annotations

import re
from enum import Enum, auto

from msgspec import Struct

_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}\b")
_OUR_ADDRESS = ("5.1.7", "5.1.8")
_AUTHENTICATION = range(530, 540)
_STORAGE = 552
_CLOSING = 421


class Reply(Struct, frozen=True):
    """One answer of a relay (RFC 5321 §4.2)."""

    code: int
    """0 where the text is ours."""
    text: str

    @property
    def status(self) -> str:
        """The enhanced status `5.1.1` (RFC 3463), empty when the relay gives none."""
        match = _STATUS.match(self.text)
        return match[0] if match else ""

    def __str__(self) -> str:
        return f"{self.code} {self.text}".strip() if self.code else self.text


class Stage(Enum):
    """What a reply answers."""

    SENDER = auto()
    """MAIL, which is about us."""
    RECIPIENT = auto()
    """RCPT, which is about one person."""
    MESSAGE = auto()
    """DATA, or the dot at the end of it."""


class Verdict(Enum):
    """What becomes of a recipient."""

    ACCEPTED = auto()
    CLOSING = auto()
    """The relay hangs up; nothing was taken."""
    LATER = auto()
    UNKNOWN = auto()
    """No such address: never to be written to again."""
    UNREACHED = auto()
    """A full mailbox, or a refusal without a reason: this time not, and after three letters never again."""
    OURS = auto()
    """We are refused, not this person."""


def judge(reply: Reply, stage: Stage) -> Verdict:
    """Return what a reply means."""
    if 200 <= reply.code < 300:
        return Verdict.ACCEPTED
    if reply.code == _CLOSING:
        return Verdict.CLOSING
    return Verdict.LATER if reply.code < 500 else _refusal(reply, stage)


def _refusal(reply: Reply, stage: Stage) -> Verdict:
    """Return what a lasting refusal means: by its status, and without one by its code and by what was refused."""
    status = reply.status
    if reply.code in _AUTHENTICATION or stage is Stage.SENDER or status in _OUR_ADDRESS:
        return Verdict.OURS
    if status.startswith("5.1."):
        return Verdict.UNKNOWN
    if status.startswith("5.2.") or (not status and reply.code == _STORAGE):
        return Verdict.UNREACHED
    is_about_us = status.startswith(("5.3.", "5.5.", "5.6.", "5.7.")) or stage is Stage.MESSAGE
    return Verdict.OURS if is_about_us else Verdict.UNREACHED
