"""A new text from a few answers: its type, its header, its place. The schema says what has to be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from plugins.drafts.draft import Fields
from plugins.drafts.names import slug_of
from plugins.model.article import NUMBER_KEY
from plugins.model.entry import STATUS, Status
from plugins.model.event import UID
from plugins.model.letter import WEEK, read_week
from plugins.model.library import TYPES, Type
from plugins.model.radio import AIRED, SEASON
from plugins.model.schema import Key
from plugins.model.span import START
from plugins.model.text import fold, nearest

Answers = Mapping[str, str]
"""What was answered, by name of the key; every value has been read."""


def label(type_: Type) -> str:
    """Return what people call a type: `événement`, `article du Fil`."""
    return type_.title.split(" ", 1)[1]


def type_named(written: str) -> Type | None:
    """Return the type that a word means: its name, the first word of it, its folder or its number in the list; None when none does."""
    if written.strip().isdecimal():
        return TYPES[int(written) - 1] if 1 <= int(written) <= len(TYPES) else None
    names = {name: type_ for type_ in reversed(TYPES) for name in (type_.folder, fold(label(type_)).split(" ")[0], fold(label(type_)))}
    return names.get(nearest(written, names) or "")


def title_key(type_: Type) -> Key[object]:
    """Return the key that holds the title; a letter's is its subject."""
    return next(key for key in type_.keys if "titre" in {key.name, *key.also})


def required(type_: Type) -> tuple[Key[object], ...]:
    """Return the keys that a text of this type must have, the title first."""
    title = title_key(type_)
    return (title, *(key for key in type_.keys if key.required and key is not title))


def optional(type_: Type) -> Iterator[Key[object]]:
    """Yield the keys that it may have."""
    return (key for key in type_.keys if not key.required and key.name not in {STATUS.name, UID.name})


def fields(type_: Type, answers: Answers, uid: str) -> Fields:
    """Return the header of a draft, in the order of the schema; an event has the UID it will always have."""
    given = dict(answers)
    if STATUS in type_.keys:
        given.setdefault(STATUS.name, Status.DRAFT.value)
    if UID in type_.keys:
        given.setdefault(UID.name, uid)
    return tuple((key.name, given[key.name]) for key in type_.keys if given.get(key.name))


def path(type_: Type, answers: Answers) -> str:
    """Return where a text goes, as the guide says."""
    slug = slug_of(answers[title_key(type_).name], fold(label(type_)).split(" ")[0])
    return f"{type_.folder}/{_IN_FOLDER.get(type_.folder, _plain)(type_, answers, slug)}"


def _plain(_: Type, __: Answers, slug: str) -> str:
    return f"{slug}.md"


def _event(_: Type, answers: Answers, slug: str) -> str:
    moment = START.kind.read(answers[START.name], None)
    return f"{moment.day.year}/{slug}.md"


def _of_issue(type_: Type, answers: Answers, slug: str) -> str:
    return f"{int(answers[NUMBER_KEY.name])}/{type_.file or f'{slug}.md'}"


def _episode(_: Type, answers: Answers, slug: str) -> str:
    moment = AIRED.kind.read(answers[AIRED.name], None)
    return f"{slug_of(answers[SEASON.name])}/{moment.day.isoformat()}-{slug}.md"


def _letter(_: Type, answers: Answers, __: str) -> str:
    return f"{read_week(answers[WEEK.name]).key}.md"


_IN_FOLDER: Mapping[str, Callable[[Type, Answers, str], str]] = {
    "evenements": _event, "fil": _of_issue, "bobine": _episode, "lettres": _letter,
}  # fmt: skip
