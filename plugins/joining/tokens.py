"""Signed tokens: who may be confirmed or leave by a link, without the address in it."""

from __future__ import annotations

import hmac
import re
from base64 import b32encode
from datetime import datetime

JOIN, LEAVE = "join", "leave"
NEVER = 0
"""In the place of an expiry: the link of an old letter still lets its reader leave."""
PATTERN = re.compile(r"\b\d{1,15}\.\d{1,15}\.[a-z2-7]{26}\b", re.ASCII)
"""Small letters only, since mail servers may turn capitals over."""
_SIZE = 16
"""Bytes of HMAC-SHA256 that are kept (RFC 2104 §5: at least half of the digest)."""


def token_key(key: bytes) -> bytes:
    """Return what tokens are signed with, made of the file's key: a web host that checks tokens must not learn the latter."""
    return hmac.digest(key, b"joining/tokens", "sha256")


def sign(signer: bytes, purpose: str, subscriber: int, expires: int = NEVER) -> str:
    """Return a token for one purpose, by the key of `token_key`; it expires at that second of Unix time."""
    seal = hmac.digest(signer, f"{purpose}/{subscriber}/{expires}".encode(), "sha256")[:_SIZE]
    return f"{subscriber}.{expires}.{b32encode(seal).decode().rstrip('=').lower()}"


def leave_token(key: bytes, subscriber_id: int) -> str:
    """Return what lets somebody leave, from the file's key: the same in each letter, for ever."""
    return sign(token_key(key), LEAVE, subscriber_id)


def leave_link(endpoint: str, key: bytes, subscriber_id: int) -> str:
    """Return the address for List-Unsubscribe (RFC 8058) on the app at `endpoint`, which ends in a slash."""
    return f"{endpoint}quitter/{leave_token(key, subscriber_id)}"


def read_token(signer: bytes, purpose: str, token: str, now: datetime) -> int | None:
    """Return whose token this is; None when it was made for something else, has expired, or is none of ours."""
    if not PATTERN.fullmatch(token):
        return None
    subscriber, expires = (int(part) for part in token.split(".")[:2])
    good = hmac.compare_digest(token, sign(signer, purpose, subscriber, expires))
    return subscriber if good and (expires == NEVER or now.timestamp() < expires) else None
