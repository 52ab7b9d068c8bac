"""Lines of HTML short enough for mail."""

from __future__ import annotations

import re

LONGEST = 998
"""Bytes of a line without its end (RFC 5322 §2.1.1)."""
_FOLD = 200
"""Characters after which a line may break: at most four bytes each stay far under LONGEST."""
_PIECE = re.compile(r"<!--.*?-->|<[^>]*>|[^<]+", re.DOTALL)


def folded(html: str) -> str:
    """Return the HTML without blank lines and with long text broken at spaces.

    A new line means a space there; only in `<pre>` it shows, where the line was wider than any phone.
    """
    lines = (line.strip() for line in html.split("\n"))
    return "\n".join(_broken(line) if len(line) > _FOLD else line for line in lines if line) + "\n"


def _broken(line: str) -> str:
    done: list[str] = []
    column = 0
    for piece in _PIECE.findall(line):
        is_text = not piece.startswith("<")
        for word in re.split(r"(?<= )", piece) if is_text else [piece]:
            if column + len(word) > _FOLD and done and done[-1].endswith(" "):
                done[-1] = done[-1][:-1] + "\n"
                column = 0
            done.append(word)
            column += len(word)
    return "".join(done)
