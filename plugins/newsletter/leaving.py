"""How a reader leaves: a mail to write, the same in the foot of the letter and in its List-Unsubscribe header."""

from __future__ import annotations

SUBJECT = "desabonnement"
"""ASCII, so that no mailbox spoils it."""


def leaving(address: str) -> str:
    """Return the `mailto:` link that asks to leave (RFC 6068)."""
    return f"mailto:{address}?subject={SUBJECT}"
