"""The last audit by programs: what `inv audit` found, kept in a file beside the pages, so that a build needs no tool."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from plugins.model.problem import Problem

FILE = "pages/audit.json"
"""Path from the content folder."""


@dataclass(frozen=True)
class Tool:
    """A program, with its version."""

    name: str
    version: str


@dataclass(frozen=True)
class Looked:
    """A page that was looked at."""

    address: str
    title: str


@dataclass(frozen=True)
class Barrier:
    """What a program found wrong on some pages."""

    criterion: str
    """Of WCAG: `1.4.3`; empty: good practice."""
    rule: str
    """As the program calls it: `color-contrast`."""
    pages: int
    """On how many."""


@dataclass(frozen=True)
class Audit:
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
        told = json.loads(text)
        audit = Audit(
            day=date.fromisoformat(told["day"]),
            tools=tuple(Tool(**tool) for tool in told["tools"]),
            browsers=tuple(Tool(**browser) for browser in told["browsers"]),
            pages=tuple(Looked(**page) for page in told["pages"]),
            barriers=tuple(Barrier(**barrier) for barrier in told["barriers"]),
            score=int(told["score"]),
        )
    except (ValueError, KeyError, TypeError):
        return None, [Problem(file, 0, "", "Le dernier audit ne se lit pas.", "Relancez « inv audit », ou effacez ce fichier.")]
    return audit, []


def audit_text(audit: Audit) -> str:
    """Return the text of an audit, which `read_audit` reads back."""
    return json.dumps(asdict(audit) | {"day": audit.day.isoformat()}, ensure_ascii=False, indent=1) + "\n"
