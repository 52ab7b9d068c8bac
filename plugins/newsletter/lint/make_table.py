"""Makes `support.json` anew: which mail program knows which piece of HTML and CSS.

    python -m plugins.newsletter.lint.make_table data.json

`data.json` is what caniemail.com offers at /api/data.json (the npm package `caniemail` holds it too). Nothing is fetched here, and no build
needs it: the table stands in the repository, small, with the day of its data.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

PROGRAMS = {
    "gmail": "Gmail", "orange": "Orange", "laposte": "La Poste", "sfr": "SFR", "outlook": "Outlook", "apple-mail": "Apple Mail",
    "thunderbird": "Thunderbird",
}  # fmt: skip
"""Those whose letters we care for: caniemail's name and ours, in the order of the table's columns."""
TABLE = Path(__file__).with_name("support.json")
SOURCE = "Can I email… (https://www.caniemail.com), © 2019 Rémi Parmentier, MIT licence"
_WORST = "nauy"
"""No, partly, unknown, yes: a program counts as its worst version, since nobody chooses the reader's."""
_SEMANTIC = ("article", "aside", "details", "figcaption", "figure", "footer", "header", "main", "mark", "nav", "section", "summary")
_FORMS = (
    (r"([a-z-]+)(?: property|  ?shorthand| CSS property)?", "{}"),
    (r"([a-z-]+): ?([a-z-]+)", "{}:{}"),
    (r"([a-z]+|%) unit", "unit:{}"),
    (r"(?:CSS )?([a-z-]+)\(\)(?: function)?", "{}()"),
    (r"(@[a-z-]+)", "{}"),
    (r"<([a-z0-9]+)(?: type=.*)?>(?: element)?", "<{}>"),
    (r"([a-z-]+) attribute", "[{}]"),
    (r"Embedded <svg> image", "<svg>"),
    (r"(\w+) image format", ".{}"),
)
"""How a title of caniemail's names a feature, and what the table calls it."""
_NAMED = {
    "CSS Variables (Custom Properties)": ("var()",),
    "HTML5 semantics": tuple(f"<{name}>" for name in _SEMANTIC),
    "<h1> to <h6> elements": tuple(f"<h{level}>" for level in range(1, 7)),
    "<ul>, <ol> and <dl>": ("<ul>", "<ol>", "<dl>"),
    "address": ("<address>",),
    "Base 64 image format": (".base64",),
    "srcset and sizes attributes": ("[srcset]", "[sizes]"),
    "mailto: links": (),
}
"""Titles that follow no form."""


def table(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table of caniemail's data: for each feature one letter a program, as caniemail writes them (y, a for partly, n, u for unknown)."""
    found = {key: _answers(feature["stats"]) for feature in data["data"] for key in _keys(feature)}
    return {
        "source": SOURCE,
        "updated": data["last_update_date"][:10],
        "programs": list(PROGRAMS.values()),
        "support": dict(sorted(found.items())),
    }


def _keys(feature: Mapping[str, Any]) -> Iterator[str]:
    title = feature["title"].strip()
    if title in _NAMED:
        yield from _NAMED[title]
        return
    parts = re.split(r", | & ", title)
    for part in parts:
        for form, key in _FORMS:
            if match := re.fullmatch(form, part):
                yield key.format(*match.groups()).lower()
                break


def _answers(stats: Mapping[str, Mapping[str, Mapping[str, str]]]) -> str:
    return "".join(_worst(stats.get(program, {})) for program in PROGRAMS)


def _worst(platforms: Mapping[str, Mapping[str, str]]) -> str:
    """Return the worst answer of a program's newest versions."""
    newest = [list(versions.values())[-1][0] for versions in platforms.values() if versions]
    return min(newest, key=_WORST.index, default="u")


def main() -> None:
    """Write the table from the file named on the command line."""
    (source,) = sys.argv[1:]
    made = table(json.loads(Path(source).read_text("utf-8")))
    TABLE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
