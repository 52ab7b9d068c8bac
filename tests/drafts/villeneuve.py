"""The invented town as it stands when events come in, and what comes of a source there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from plugins.drafts.compose import Result, compose
from plugins.drafts.context import Context
from plugins.drafts.sources import read_source
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS
from plugins.model.place import Term
from plugins.model.problem import Problem
from plugins.model.schema import Document
from plugins.model.town import Town
from tests.towns import read_documents

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
TEXTS = {
    "maisons/pont.md": """---
titre: Maison du Pont
nom-court: Le Pont
adresse: 1 quai du Pont
code-postal: 26000
ville: Villeneuve
---
""",
    "lieux/theatre.md": """---
titre: Théâtre
adresse: 2 allée des Œuvres
code-postal: 26000
ville: Villeneuve
---
""",
}


def town() -> Town:
    """Return the town."""
    themes = {key: Term(key, name) for key, name in (("cuisine", "Cuisine, bocaux et conserves"), ("velo", "Vélo"))}
    audiences = {key: Term(key, name) for key, name in (("tous", "Tout le monde"), ("familles", "Familles"))}
    empty = Town(ZoneInfo("Europe/Paris"), themes=themes, audiences=audiences, colors={"pont": "#1d4ed8"})
    documents = {path: Document(path, read_header(text, KNOWN_KEYS)) for path, text in TEXTS.items()}
    return read_documents(documents, empty).town


CONTEXT = Context(town(), TODAY)


class Taken(Struct, frozen=True):
    """What came of a source."""

    results: tuple[Result, ...]
    problems: tuple[Problem, ...]
    """Those of the file, then those of its events."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The drafts."""
        return tuple(result.draft.text for result in self.results if result.draft)

    def told(self, key: str) -> list[str]:
        """Return what was said of a property."""
        return [problem.what for problem in self.problems if problem.key == key]


def take(name: str, data: bytes, context: Context = CONTEXT) -> Taken:
    """Return what comes of a source in the town."""
    source = read_source(name, data, context)
    results = tuple(compose(job(), context.town) for job in source.jobs)
    return Taken(results, (*source.problems, *(problem for result in results for problem in result.problems)))


def take_event(*lines: str) -> Taken:
    """Return what comes of one event with these lines; `DTSTART` and `SUMMARY` may be left out."""
    given = "\r\n".join(lines)
    start = "" if "DTSTART" in given else "DTSTART:20261128T140000\r\n"
    title = "" if "SUMMARY" in given else "SUMMARY:Soupe\r\n"
    text = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:essai\r\n{title}{start}{given}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    return take("essai.ics", text.encode())


def report(taken: Taken) -> str:
    """Return drafts and messages as one text that a person can judge."""
    said = (f"{p.severity.value} | {p.file} | {p.key} | {p.what} → {p.instead}" for p in taken.problems)
    return "\n".join((*taken.texts, *said)) + "\n"
