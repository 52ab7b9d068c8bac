"""What a host makes of a `_headers` file: the preview is one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from plugins.hosting.rules import Header

Rule = tuple[re.Pattern[str], Header]
"""What an address looks like, and what is said of it."""


@lru_cache(maxsize=1)
def read_rules(content: bytes) -> tuple[Rule, ...]:
    """Return the rules of a file, one for each header."""
    rules, address = [], re.compile("")
    for line in content.decode().splitlines():
        if line.startswith("/"):
            address = re.compile(re.escape(line).replace(r"\*", ".*"))
        else:
            name, _, value = line.strip().partition(": ")
            rules.append((address, (name, value)))
    return tuple(rules)


def headers_at(path: str, rules: Iterable[Rule]) -> dict[str, str]:
    """Return the headers of an address; what several rules say of one is joined (RFC 9110 §5.3)."""
    said: dict[str, str] = {}
    for address, (name, value) in rules:
        if address.fullmatch(path):
            said[name] = f"{said[name]}, {value}" if name in said else value
    return said
