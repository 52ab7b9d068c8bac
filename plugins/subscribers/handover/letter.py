"""A letter as announce lists want it."""

from __future__ import annotations

import re

OURS = frozenset(
    {"to", "list-id", "list-unsubscribe", "list-unsubscribe-post", "list-help", "list-archive", "auto-submitted", "precedence", "feedback-id"}
)
"""Headers of a letter that goes to readers. A list writes its own, and refuses or holds what says that a program sent it."""


def addressed(message: bytes, address: str) -> bytes:
    """Return a message for a list: `To` is its address, and no header speaks of our own readers. The other bytes stay."""
    head, end, body = message.partition(b"\r\n\r\n")
    headers = re.split(rb"\r\n(?![ \t])", head)
    kept = [header for header in headers if header.partition(b":")[0].decode("ascii").lower() not in OURS]
    return b"\r\n".join((*kept, f"To: {address}".encode("ascii"))) + end + body
