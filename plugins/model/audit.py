"""The last audit by programs: what `inv audit` found, kept in a file beside the pages, so that a build needs no tool."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, json

from plugins.model.problem import Problem

FILE = "pages/audit.json"
"""Path from the content folder."""


class Tool(Struct, frozen=True):
    """A program, with its version."""

    name: str
    version: str


class Looked(Struct, frozen=True):
    """A page that was looked at."""

    address: str
    title: str


class Barrier(Struct, frozen=True):
    """What a program found wrong on some pages."""

    criterion: str
    """Of WCAG: `1.4.3`; empty: good practice."""
    rule: str
    """As the program calls it: `color-contrast`."""
    pages: int
    """On how many."""


class Audit(Struct, frozen=True):
    """What programs found in the site."""

    day: date
    tools: tuple[Tool, ...]
    browsers: tuple[Tool, ...]
    pages: tuple[Looked, ...]
    barriers: tuple[Barrier, ...]
    score: int
    """The least that Lighthouse gave a page for accessibility, of 100."""


def read_audit(text: str, file: str) -> tuple[Audit | None, list[Problem]]:
    """Return what a file tells, or the problem of one that somebody damaged."""
    try:
        return json.decode(text, type=Audit), []
    except ValueError:
        return None, [Problem(file, 0, "", "Le dernier audit ne se lit pas.", "Relancez « inv audit », ou effacez ce fichier.")]


def audit_text(audit: Audit) -> str:
    """Return the text of an audit, which `read_audit` reads back."""
    return json.format(json.encode(audit), indent=1).decode() + "\n"
