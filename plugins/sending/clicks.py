"""How often a letter's links were followed, from the web server's own log: nobody is followed, and no address is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

from plugins.newsletter.links import CAMPAIGN

_LINE = re.compile(r'"GET (?P<target>\S+) HTTP/[\d.]+" (?P<status>\d{3}) \S+(?: "[^"]*" "(?P<agent>[^"]*)")?')
_ROBOT = re.compile(r"bot\b|spider|crawl|scan|preview|proxy|safelinks|curl|wget|python", re.IGNORECASE)


def clicks(lines: Iterable[str]) -> dict[str, Counter[str]]:
    """Return, by campaign, how often each page was opened from it; programs that say what they are do not count.

    The log is in the combined format of Apache and nginx. Link scanners that pass for people are counted with them.
    """
    found: dict[str, Counter[str]] = {}
    for line in lines:
        match = _LINE.search(line) if f"{CAMPAIGN}=" in line else None
        if match and match["status"][0] in "23" and not _ROBOT.search(match["agent"] or ""):
            parts = urlsplit(match["target"])
            for campaign in parse_qs(parts.query).get(CAMPAIGN, ())[:1]:
                found.setdefault(campaign, Counter())[parts.path] += 1
    return found
