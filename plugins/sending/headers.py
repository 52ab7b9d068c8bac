"""What one reader's message says in its head, and which address its failures come back to."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from email.utils import format_datetime

from msgspec import Struct

from plugins.joining.envelopes import bounce_address
from plugins.joining.tokens import leave_link
from plugins.newsletter.leaving import leaving
from plugins.sending.campaign import Recipient
from plugins.sending.wire import Template, filled, stuffed

ONE_CLICK = "List-Unsubscribe=One-Click"
"""The only value there is (RFC 8058 §3.2)."""
Sign = Callable[[bytes], bytes]
"""Returns the fields that go before a message, to sign it."""


class Sender(Struct, frozen=True):
    """Who sends, as each message says it."""

    domain: str
    """Of Message-ID and Feedback-ID."""
    envelope: str
    leave: str
    """Mail address to write to in order to leave."""
    zone: tzinfo
    key: bytes
    """The secret of the database, which identifiers and seals are made with."""
    endpoint: str = ""
    """Where one leaves by one click; empty: nowhere."""
    plus: bool = False
    sign: Sign | None = None

    __repr__ = object.__repr__  # no trace tells the key


def message(letter: Template, campaign: str, recipient: Recipient, sender: Sender, now: datetime) -> bytes:
    """Return one reader's message as it is handed over, without the final dot."""
    whole = filled(letter, fields(campaign, recipient, sender, now))
    return stuffed(sender.sign(whole) + whole if sender.sign else whole)


def fields(campaign: str, recipient: Recipient, sender: Sender, now: datetime) -> Mapping[str, str]:
    """Return the fields that are this reader's own (RFC 5322, 2369, 8058).

    The date is that of the sending, not of the letter: filters take mail that is hours old for spam.
    """
    return {
        "To": f"<{recipient.address}>",
        "Date": format_datetime(now.astimezone(sender.zone)),
        "Message-ID": f"<{identifier(sender.key, campaign, recipient.address)}@{sender.domain}>",
        **leaving_fields(recipient, sender),
        "Feedback-ID": f"{campaign}:lettre:{sender.domain}",
    }


def leaving_fields(recipient: Recipient, sender: Sender) -> Mapping[str, str]:
    """Return how one leaves: by mail always, by one click where there is an app to hear it."""
    by_mail = f"<{leaving(sender.leave)}>"
    if not sender.endpoint:
        return {"List-Unsubscribe": by_mail}
    link = leave_link(sender.endpoint, sender.key, recipient.subscriber)
    return {"List-Unsubscribe": f"<{link}>, {by_mail}", "List-Unsubscribe-Post": ONE_CLICK}


def identifier(key: bytes, campaign: str, address: str) -> str:
    """Return the left part of a Message-ID: always the same for one letter to one reader, so that mailboxes know a message sent again."""
    return f"{campaign}.{hmac.digest(key, f'sending/{campaign}/{address}'.encode(), 'sha256')[:16].hex()}"


def envelope(campaign: str, recipient: Recipient, sender: Sender) -> str:
    """Return the address that failures of one message come back to."""
    return bounce_address(sender.envelope, sender.key, recipient.subscriber, campaign) if sender.plus else sender.envelope
