"""Documents read the way writers type them, in the invented town of tests/towns.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, time

from msgspec.structs import replace

from plugins.model.entry import File
from plugins.model.event import Event
from plugins.model.exceptions import DaysOff
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS, Library, read_item
from plugins.model.occurrence import Occurrence, Shape
from plugins.model.occurrences import Occurrences
from plugins.model.problem import Problem, Wrong
from plugins.model.radio import Recording
from plugins.model.schema import Document
from plugins.model.town import Town
from tests.towns import AUDIENCES, HOUSE, PARIS, THEMES, read_documents

CHRISTMAS = frozenset(date(2026, 12, day) for day in range(19, 32))
TOWN = Town(
    zone=PARIS,
    files={"images/soupe.jpg": File("images/soupe.jpg", "aaaa", 1200, 675)},
    recordings={"bobine/audio/un.mp3": Recording(1_000_000, 600, is_here=False)},
    themes={term.key: term for term in THEMES},
    audiences={term.key: term for term in AUDIENCES},
    off=DaysOff(CHRISTMAS, frozenset({date(2026, 11, 11)}), date(2027, 8, 31)),
    colors={"pont": "#1d4ed8"},
)


def attempt(read: Callable[..., object], *given: object) -> Wrong | None:
    """Return what a reader refuses a text with, None when it reads it; anything else that it raises fails the test."""
    try:
        read(*given)
    except Wrong as wrong:
        return wrong
    return None


def at(day: date, hour: time | None = None) -> datetime:
    """Return that moment in Paris."""
    return datetime.combine(day, hour or time(), PARIS)


def document(path: str, text: str) -> Document:
    """Return a document in memory."""
    return Document(path, read_header(text, KNOWN_KEYS))


def library(texts: dict[str, str], *, drafts: bool = False, **changed: object) -> Library:
    """Return what is read of some files, by path from the content folder."""
    town = replace(TOWN, **changed)
    documents = {path: document(path, text) for path, text in {"maisons/pont.md": HOUSE, **texts}.items()}
    return read_documents(documents, town, drafts=drafts)


def event(header: str, **changed: object) -> Event:
    """Return the event of a header without a title; a warning is fine, an error fails the test."""
    found, problems = try_event(header, **changed)
    assert found is not None
    assert not any(problem.is_error for problem in problems), problems
    return found


def try_event(header: str, **changed: object) -> tuple[Event | None, list[Problem]]:
    """Return the event of a header without a title, if it can be read, and its problems."""
    town = replace(TOWN, **changed)
    item, problems = read_item(document("evenements/2026/soupe.md", f"---\ntitre: Soupe\n{header}\n---\nOn goûte.\n"), town)
    assert item is None or isinstance(item, Event)
    return item, problems


def occurrences(*found: Occurrence) -> Occurrences:
    """Return these dates as an event holds them."""
    days: dict[Shape, list[date]] = defaultdict(list)
    for one in found:
        length = one.end.replace(tzinfo=None) - one.start.replace(tzinfo=None) if one.end else None
        days[Shape(None if one.all_day else one.start.time(), length, PARIS)].append(one.day)
    return Occurrences.on(days)
