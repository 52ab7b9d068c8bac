"""The message of a letter: what a mail program opens, and what the sender addresses to each reader."""

from __future__ import annotations

import hashlib
from email.charset import QP, Charset
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr
from urllib.parse import urlsplit

from plugins.model.site import Identity, LetterHead
from plugins.newsletter.composition import Composition
from plugins.newsletter.html import render_html
from plugins.newsletter.leaving import leaving
from plugins.newsletter.text import render_text

TO_NOBODY = "undisclosed-recipients:;"
"""An empty group (RFC 5322 §3.4): readers are never named to each other."""
WIRE = compat32.clone(linesep="\r\n", mangle_from_=False)
"""Not the newer SMTP policy: it loses spaces when it folds a long subject with accents."""


def render_mail(composition: Composition, identity: Identity, head: LetterHead) -> bytes:
    """Return the message (RFC 5322), CRLF line ends, quoted-printable so that any relay carries it."""
    text, html = render_text(composition, identity, head), render_html(composition, identity, head)
    message = MIMEMultipart("alternative", boundary=f"=_{hashlib.sha256(f'{text}{html}'.encode()).hexdigest()[:32]}")
    for name, value in _headers(composition, identity, head).items():
        message[name] = value  # type: ignore[assignment]  # takes a Header too
    message.attach(_part(text, "plain"))
    message.attach(_part(html, "html"))
    return message.as_bytes(policy=WIRE)


def _part(content: str, kind: str) -> MIMEText:
    charset = Charset("utf-8")
    charset.body_encoding = QP
    return MIMEText(content, kind, charset)  # type: ignore[arg-type]  # takes a Charset since 3.5


def _headers(it: Composition, identity: Identity, head: LetterHead) -> dict[str, str | Header]:
    """Return the headers; the List- ones are RFC 2369 and RFC 2919, Auto-Submitted is RFC 3834."""
    domain = urlsplit(identity.url).hostname or "localhost"
    archive = identity.absolute("/lettre/")
    return {
        "From": _sender(head),
        "To": TO_NOBODY,
        "Subject": _words(it.letter.title),
        "Date": format_datetime(it.sent),
        "Message-ID": f"<{it.letter.key}@{domain}>",
        "List-Id": f"<lettre.{domain}>",
        "List-Unsubscribe": f"<{leaving(head.leave)}>",
        "List-Help": f"<{archive}>",
        "List-Archive": f"<{archive}>",
        "Auto-Submitted": "auto-generated",
        "Precedence": "bulk",
    }


def _words(text: str) -> str | Header:
    """Return a header's text, in encoded words when it is not ASCII (RFC 2047)."""
    return text if text.isascii() else Header(text, "utf-8", header_name="Subject")


def _sender(head: LetterHead) -> str | Header:
    """Return who sends: the name, quoted or encoded where it must be, and the address as it is."""
    if head.name.isascii():
        return formataddr((head.name, head.sender))
    made = Header(head.name, "utf-8", header_name="From")
    made.append(f"<{head.sender}>", "us-ascii")
    return made
