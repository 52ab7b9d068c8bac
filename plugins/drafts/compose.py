"""From what a source says of an event to a draft that our own reader reads without an error."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from plugins.drafts.draft import Draft, Fields, Found, told, written
from plugins.drafts.schedule import Way, ways
from plugins.model.changes import CHANGES
from plugins.model.entry import STATUS, TITLE, Status
from plugins.model.event import EVENT_KEYS, UID, Event
from plugins.model.header import read_header
from plugins.model.library import KNOWN_KEYS, read_item
from plugins.model.problem import Problem, Severity
from plugins.model.schedule import SCHEDULE
from plugins.model.schema import Document
from plugins.model.span import START
from plugins.model.text import plural
from plugins.model.town import Town

MOST_LETTERS = 200_000
"""Of a body: a hundred pages."""
_ORDER = {key.name: number for number, key in enumerate(EVENT_KEYS)}
_WHEN = {key.name for key in (*SCHEDULE, CHANGES)}
_NEEDED = {key.name for key in EVENT_KEYS if key.required} | {UID.name}


class Result(Struct, frozen=True):
    """What came of one event of a source."""

    draft: Draft | None
    """None when it could not be taken; then a problem is an error."""
    problems: tuple[Problem, ...]


def read_text(path: str, text: str, town: Town) -> tuple[Event | None, list[Problem]]:
    """Return the event that our own reader finds in a text."""
    item, problems = read_item(Document(path, read_header(text, KNOWN_KEYS)), town)
    return (item if isinstance(item, Event) else None), problems


def compose(found: Found, town: Town) -> Result:
    """Return the draft of an event, and what could not be taken."""
    found = _cut(found)
    last: list[Problem] = []
    is_dated = any(key == START.name for key, _ in found.fields)
    for way in ways(found.times) if found.times else (None,) * is_dated:
        draft, said, last = _try(found, way, town)
        if draft:
            return Result(draft, (*found.problems, *said, *_of_way(found, way, draft)))
    reason = next((problem for problem in last if problem.is_error), None)
    what = f"Cet événement n'est pas repris : {reason.what}" if reason else "Cet événement n'a aucune date : il n'est pas repris."
    instead = reason.instead if reason else "Corrigez-le dans l'agenda d'origine, ou créez-le avec « inv new »."
    return Result(None, (*found.problems, told(found.source, reason.key if reason else "", what, instead, Severity.ERROR)))


def _cut(found: Found) -> Found:
    """Return an event with a text of a length that a page can have."""
    if len(found.body) <= MOST_LETTERS:
        return found
    body = found.body[:MOST_LETTERS].rpartition("\n\n")[0]
    said = told(found.source, "DESCRIPTION", f"Le texte est démesuré : il est coupé à {len(body)} signes.", "Gardez ce qui compte.")
    return replace(found, body=body, problems=(*found.problems, said))


def _try(found: Found, way: Way | None, town: Town) -> tuple[Draft | None, list[Problem], list[Problem]]:
    """Return the draft that one way of writing the dates gives, what was left out of it, and the reader's last word."""
    fields = _fields(found, way)
    said: list[Problem] = []
    while True:
        text = written(fields, found.body)
        event, problems = read_text("evenements/draft.md", text, town)
        errors = [problem for problem in problems if problem.is_error]
        bad = {problem.key for problem in errors} - _WHEN - _NEEDED & {key for key, _ in fields}
        if not bad:
            break
        said += [told(found.source, e.key, f"« {e.key} » n'est pas repris : {e.what}", e.instead) for e in errors if e.key in bad]
        fields = tuple((key, value) for key, value in fields if key not in bad)
    if errors or event is None or event.uid != found.uid or (way and _starts(event) != way.starts):
        return None, said, problems
    return Draft(found.source, found.uid, found.title, event.first.day, text), said, problems


def _fields(found: Found, way: Way | None) -> Fields:
    """Return the whole header, in the order of the schema."""
    status = (STATUS.name, Status.DRAFT.value)
    fields = ((TITLE.name, found.title), status, *(way.fields if way else ()), *found.fields, (UID.name, found.uid))
    return tuple(sorted((field for field in fields if field[1]), key=lambda field: _ORDER[field[0]]))


def _starts(event: Event) -> frozenset[object]:
    return frozenset(occurrence.start.replace(tzinfo=None) for occurrence in event.occurrences)


def _of_way(found: Found, way: Way | None, draft: Draft) -> Iterator[Problem]:
    """Yield what the way of writing the dates has lost."""
    if way and way.is_listed:
        dates = plural(len(way.starts), "date")
        yield told(found.source, "RRULE", f"Cette répétition ne se dit pas avec « repetition » : le brouillon a {dates}, écrites une par une.",
                   "Rien à faire, si les dates sont bonnes.")  # fmt: skip
    if way and way.is_folded:
        yield told(found.source, "RECURRENCE-ID", f"Ce qui change à certaines dates ne peut pas être dit (première date : {draft.day:%d/%m/%Y}).",
                   "Les dates sont justes ; ajoutez « changements » au brouillon s'il le faut.")  # fmt: skip
