"""What search results, tabs and shares show of a page: its title and its description, each unlike those of all other pages."""

from __future__ import annotations

import re
from html import unescape

from plugins.pages.sharing import shortened

TITLE = 65
"""Characters of a title that search results show whole."""
LEAST, MOST = 50, 160
"""Characters of a description: fewer say too little beside a title, more are cut off."""
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_CLAUSE = re.compile(r"\s*[:;,.–]\s")


def head(title: str, mark: str, site: str) -> str:
    """Return the words of the title element: the page's title, what marks it off, the site's name last.

    The site's name goes first where they are too long, which results show beside them anyhow; then the end of the title.
    """
    rest = f" – {mark}" if mark else ""
    whole = f"{title}{rest} – {site}"
    return whole if len(whole) <= TITLE else shortened(title, TITLE - len(rest)) + rest


def home_head(name: str, tagline: str) -> str:
    """Return the title of the home page: the site's name, and as many whole clauses of its tagline as there is room for."""
    ends = [match.start() for match in _CLAUSE.finditer(tagline)] + [len(tagline)]
    fitting = [whole for end in ends if end and len(whole := f"{name} – {tagline[:end]}") <= TITLE]
    return fitting[-1] if fitting else name


def snippet(description: str, more: str) -> str:
    """Return a description of LEAST to MOST characters in whole words; `more` is said after one that says too little."""
    told = description.strip()
    if len(told) < LEAST:
        told = f"{told}{'' if told.endswith(('.', '!', '?', '…')) or not told else '.'} {more}".strip()
    return shortened(told, MOST)


def opening(html: str) -> str:
    """Return how a body begins, as text, long enough for a description; empty when it has no paragraph."""
    text = ""
    for paragraph in _PARAGRAPH.finditer(html):
        text = f"{text} {' '.join(unescape(_TAG.sub('', paragraph[1])).split())}".strip()
        if len(text) >= LEAST:
            break
    return text
