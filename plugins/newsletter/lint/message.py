"""The rules of a letter's message, as it goes on the wire."""

from __future__ import annotations

from collections.abc import Iterator
from email.parser import BytesParser

from plugins.model.problem import Problem
from plugins.newsletter.lines import LONGEST
from plugins.newsletter.lint.facts import Broken, Facts

NEEDED = ("From", "Subject", "Date", "Message-ID", "MIME-Version", "List-Id", "List-Unsubscribe", "List-Archive", "Auto-Submitted")
"""What mailboxes ask of mail to many (RFC 5322, 2369, 2919, 3834)."""
PARTS = ["text/plain", "text/html"]
"""Text first, HTML last: a program shows the last that it knows (RFC 2046 §5.1.4)."""


def message_problems(data: bytes, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each rule that a letter's message breaks."""
    for broken in (*_wire(data), *_headers(data, facts)):
        yield broken.told(facts)


def _wire(data: bytes) -> Iterator[Broken]:
    if not data.isascii():
        yield Broken("message en ASCII", "des relais de courrier abîment ce qui n'est pas de l'ASCII.")
    lines = data.split(b"\r\n")
    if any(b"\n" in line or b"\r" in line for line in lines):
        yield Broken("fins de ligne", "une ligne ne finit pas par CRLF.")
    if max(map(len, lines)) > LONGEST:
        yield Broken("lignes du message", f"une ligne a plus de {LONGEST} octets.")


def _headers(data: bytes, facts: Facts) -> Iterator[Broken]:
    message = BytesParser().parsebytes(data)
    if missing := [name for name in NEEDED if not message[name]]:
        yield Broken("en-têtes", f"il manque {', '.join(missing)}.")
    if facts.leave not in str(message["List-Unsubscribe"]):
        yield Broken("en-têtes", f"List-Unsubscribe ne mène pas à {facts.leave}.")
    if [part.get_content_type() for part in message.walk()][1:] != PARTS:
        yield Broken("deux parties", "le message doit avoir un texte, puis le HTML.")
