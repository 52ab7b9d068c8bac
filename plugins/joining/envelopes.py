"""The address that failures come back to, with whose failure it is: `lettre+b12.2026-s49.<seal>@…`."""

from __future__ import annotations

import hmac
import re

_PATTERN = re.compile(r"(?P<local>[^@]+)\+b(?P<subscriber>\d{1,15})\.(?P<campaign>[a-z0-9-]{1,24})\.(?P<seal>[0-9a-f]{12})@(?P<domain>[^@]+)")


def bounce_address(envelope: str, key: bytes, subscriber: int, campaign: str) -> str:
    """Return the envelope sender of one message; sealed, so that nobody makes others bounce. Small letters: servers turn capitals over."""
    local, _, domain = envelope.rpartition("@")
    return f"{local}+b{subscriber}.{campaign.lower()}.{_seal(key, subscriber, campaign)}@{domain}"


def read_bounce_address(address: str, envelope: str, key: bytes) -> tuple[int, str] | None:
    """Return the subscriber and the campaign that an address names; None for one that is not ours."""
    match = _PATTERN.fullmatch(address.lower())
    if not match or f"{match['local']}@{match['domain']}" != envelope.lower():
        return None
    subscriber, campaign = int(match["subscriber"]), match["campaign"]
    good = hmac.compare_digest(match["seal"], _seal(key, subscriber, campaign))
    return (subscriber, campaign) if good else None


def _seal(key: bytes, subscriber: int, campaign: str) -> str:
    return hmac.digest(key, f"joining/bounce/{subscriber}/{campaign.lower()}".encode(), "sha256")[:6].hex()
