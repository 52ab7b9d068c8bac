"""How often a network may ask in a day, counted without keeping who asked.

The counts stand in one small file that never grows, so that they hold for every process and after a restart. A network
is some slots of it, found by a hash with a salt; the salt is thrown away with the counts when the day ends.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
from collections.abc import Callable
from datetime import datetime
from ipaddress import ip_address, ip_network
from pathlib import Path

PER_NETWORK, PER_DAY = 30, 150
"""Most requests a day: of one network (a house on an open day asks for many), of all together."""
SLOTS = 1 << 16
_ROWS = 3
"""Slots of a network: the smallest count is right unless others share all of them."""
_SALT = 16
_HEAD = 4 + _SALT
_ALL = "all"


def network_of(address: str) -> str:
    """Return what somebody's address belongs to, whom a provider gives many of: a /24 of IPv4, a /48 of IPv6."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    mapped = getattr(found, "ipv4_mapped", None)
    found = mapped or found
    return str(ip_network((found, 24 if found.version == 4 else 48), strict=False))


def may_ask(path: Path, network: str, now: datetime, token: Callable[[int], bytes] = secrets.token_bytes) -> bool:
    """Count one more request, and return whether it is within the day's limits; what is refused is not counted."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        salt = _salt_of(descriptor, now, token)
        counts = ((_slots(salt, network), PER_NETWORK), (_slots(salt, _ALL), PER_DAY))
        if any(_count(descriptor, slots) >= most for slots, most in counts):
            return False
        for slots, _ in counts:
            _add(descriptor, slots)
        return True
    finally:
        os.close(descriptor)


def _salt_of(descriptor: int, now: datetime, token: Callable[[int], bytes]) -> bytes:
    """Return the salt of the day; on another day than the one before, begin anew."""
    day = now.toordinal().to_bytes(4, "big")
    head = os.pread(descriptor, _HEAD, 0)
    if head[:4] != day or len(head) < _HEAD:
        head = day + token(_SALT)
        os.ftruncate(descriptor, 0)
        os.ftruncate(descriptor, _HEAD + SLOTS)
        os.pwrite(descriptor, head, 0)
    return head[4:]


def _slots(salt: bytes, name: str) -> tuple[int, ...]:
    digest = hashlib.blake2b(name.encode(), key=salt, digest_size=2 * _ROWS).digest()
    return tuple(_HEAD + int.from_bytes(digest[at : at + 2], "big") for at in range(0, len(digest), 2))


def _count(descriptor: int, slots: tuple[int, ...]) -> int:
    return min(os.pread(descriptor, 1, slot)[0] for slot in slots)


def _add(descriptor: int, slots: tuple[int, ...]) -> None:
    for slot in set(slots):
        os.pwrite(descriptor, bytes((min(255, os.pread(descriptor, 1, slot)[0] + 1),)), slot)
