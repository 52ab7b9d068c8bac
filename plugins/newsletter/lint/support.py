"""What mail programs know of HTML and CSS, by caniemail's table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from plugins.model.text import listed

_SIDES = ("top", "right", "bottom", "left")
UNIVERSAL = {"color", "font-family", "font-style", *(f"{name}-{side}" for name in ("margin", "padding", "border") for side in _SIDES)}
"""Properties older than the table, which does not ask about them."""
HARMLESS = {
    "text-decoration": "Orange and SFR on iPhones underline a button's words",
    "display:none": "Gmail's smallest page shows the preheader, which is a sentence of the letter",
    "max-height": "a second way to hide the preheader",
    "overflow": "as above",
    "[lang]": "without it a voice reads in the reader's own language",
    "[role]": "without it a voice says that there is a table",
    "<code>": "without it the words are in the letter's own font",
}
"""What some program does not know, and what becomes of the letter there."""


@cache
def table() -> tuple[tuple[str, ...], Mapping[str, str]]:
    """Return the names of the programs, and for each feature one letter a program (`make_table.py`)."""
    made = json.loads(Path(__file__).with_name("support.json").read_text("utf-8"))
    return tuple(made["programs"]), made["support"]


@cache
def unknown_to(feature: str) -> str:
    """Return the programs that do not know a feature at all, in words; empty when each knows it at least in part, or can do without."""
    programs, support = table()
    answers = support.get(feature, "")
    return "" if feature in HARMLESS else listed([program for program, answer in zip(programs, answers, strict=False) if answer == "n"])


def is_known(name: str) -> bool:
    """Return whether the table, or every program, knows a CSS property."""
    return name in UNIVERSAL or name in table()[1]
