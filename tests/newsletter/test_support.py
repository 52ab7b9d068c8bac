"""The table of what mail programs know."""

from __future__ import annotations

import json

import pytest

from plugins.newsletter.lint.make_table import TABLE, table
from plugins.newsletter.lint.support import HARMLESS, is_known, unknown_to

DATA = {
    "last_update_date": "2026-01-02 03:04:05 +0000",
    "data": [
        {
            "title": "gap, column-gap, row-gap",
            "stats": {
                "gmail": {"ios": {"2020-01": "y", "2024-01": "n #1"}, "android": {"2020-01": "y"}},
                "outlook": {"windows": {"2019": "a #2"}, "macos": {"16": "y"}},
                "orange": {"ios": {"2020": "y"}},
            },
        },
        {"title": "display:flex", "stats": {}},
        {"title": "<ul>, <ol> and <dl>", "stats": {"sfr": {"ios": {"1": "y"}}}},
        {"title": "BIMI", "stats": {}},
    ],
}


def test_table_has_the_worst_answer_of_the_newest_versions() -> None:
    """Each feature of a title has its own line; a program nobody asked is unknown, and so is a title that is no feature of a letter."""
    assert table(DATA) == {
        "source": "Can I email… (https://www.caniemail.com), © 2019 Rémi Parmentier, MIT licence",
        "updated": "2026-01-02",
        "programs": ["Gmail", "Orange", "La Poste", "SFR", "Outlook", "Apple Mail", "Thunderbird"],
        "support": {
            "<dl>": "uuuyuuu",
            "<ol>": "uuuyuuu",
            "<ul>": "uuuyuuu",
            "column-gap": "nyuuauu",
            "display:flex": "uuuuuuu",
            "gap": "nyuuauu",
            "row-gap": "nyuuauu",
        },
    }


def test_table_in_the_repository_is_whole() -> None:
    """It says whose it is and of what day, and has one answer a program for each feature."""
    made = json.loads(TABLE.read_text("utf-8"))

    assert made["source"].endswith("MIT licence")
    assert made["updated"] >= "2025-09-09"
    assert len(made["support"]) > 250
    assert {len(answers) for answers in made["support"].values()} == {len(made["programs"])}


@pytest.mark.parametrize(
    ("feature", "programs"),
    [
        ("display:flex", "Orange et Outlook"),
        ("position", "Gmail et Outlook"),
        ("background-color", ""),
        ("max-width", ""),
        ("color", ""),
        ("text-decoration", ""),
    ],
)
def test_who_does_not_know_what(feature: str, programs: str) -> None:
    """Known in part is known; some things a letter does without."""
    assert unknown_to(feature) == programs


def test_what_is_harmless_is_in_the_table() -> None:
    """An exception that the table no longer speaks of is none."""
    assert set(HARMLESS) <= set(json.loads(TABLE.read_text("utf-8"))["support"])
    assert is_known("color")
    assert not is_known("--x")
