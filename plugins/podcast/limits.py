"""What applications and directories take of a text, and how a problem of the radio is told."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from plugins.model.problem import Problem
from plugins.model.radio import MIME_TYPES, Episode

SETTINGS = "pelicanconf.py"
CONTENT = "content"
MOST_BYTES = 4000
"""Of a description (Apple's requirements for RSS feeds)."""
LONGEST_TITLE = 255
LONGEST_NAME = 128
"""Characters of a podcast:person."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, or nobody can see."""


def weight(text: str) -> int:
    """Return the bytes of a text."""
    return len(text.encode("utf-8", "surrogatepass"))


def has_control(text: str) -> bool:
    """Return whether a text holds characters that no feed may."""
    return bool(_CONTROL.search(text))


def is_fetchable(url: str) -> bool:
    """Return whether every application can fetch an address: https and ASCII."""
    parts = urlsplit(url)
    return url.isascii() and " " not in url and parts.scheme == "https" and bool(parts.netloc)


def is_audio(url: str) -> bool:
    """Return whether an address ends like audio that applications play."""
    return urlsplit(url).path.casefold().endswith(tuple(f".{end}" for end in MIME_TYPES))


def of_show(key: str, what: str, instead: str) -> Problem:
    """Return an error in a setting of the show."""
    return Problem(SETTINGS, 0, f"SHOW, {key}", what, instead)


def of_episode(episode: Episode, key: str, what: str, instead: str) -> Problem:
    """Return an error in a key of an episode, at its line."""
    return Problem(f"{CONTENT}/{episode.path}", episode.line(key), key, what, instead)
