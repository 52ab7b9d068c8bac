"""The files that events come from: what each kind is read by, and how many events it promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePath
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from plugins.drafts.calendars import found_in, read_calendar
from plugins.drafts.context import Context
from plugins.drafts.draft import Found, told
from plugins.drafts.ods import read_ods
from plugins.drafts.openagenda import found_in_record, read_openagenda, uid_of
from plugins.drafts.sheets import Rows, found_in_row, known_rows, read_csv, read_rows
from plugins.model.problem import Problem, Severity, Wrong

Job = Callable[[], Found]
"""Understands one event: the part that takes time."""


class Source(Struct, frozen=True):
    """One file, taken apart."""

    jobs: tuple[Job, ...]
    problems: tuple[Problem, ...]
    """What is to be said of the file itself."""


def read_source(name: str, data: bytes, context: Context) -> Source:
    """Return the events of a file whose name ends as one of KINDS; a file that cannot be read is a problem."""
    try:
        return KINDS[kind(name)](name, data, context)
    except Wrong as wrong:
        return Source((), (told(name, "", wrong.what, wrong.instead, Severity.ERROR),))


def kind(name: str) -> str:
    """Return how the name of a file ends, folded: `.ics`."""
    return PurePath(name).suffix.casefold()


def _calendar(name: str, data: bytes, context: Context) -> Source:
    calendar = read_calendar(name, data, context)
    return Source(tuple(partial(found_in, calendar, uid, group, context) for uid, group in calendar.groups), calendar.problems)


def _csv(name: str, data: bytes, context: Context) -> Source:
    return _sheets(name, [read_csv(data)], context)


def _ods(name: str, data: bytes, context: Context) -> Source:
    return _sheets(name, read_ods(data), context)


def _sheets(name: str, sheets: list[Rows] | list[list[list[str]]], context: Context) -> Source:
    rows, problems = read_rows(name, sheets)
    return Source(tuple(partial(found_in_row, name, uid, row, context) for uid, row in known_rows(rows)), tuple(problems))


def _openagenda(name: str, data: bytes, context: Context) -> Source:
    return Source(tuple(_records(name, data, context)), ())


def _records(name: str, data: bytes, context: Context) -> Iterator[Job]:
    for record in read_openagenda(data):
        uid = uid_of(record) or str(uuid5(NAMESPACE_URL, f"{record.get('title')} {record.get('timings')}"))
        yield partial(found_in_record, name, uid, record, context)


KINDS: dict[str, Callable[[str, bytes, Context], Source]] = {
    ".ics": _calendar, ".ical": _calendar, ".csv": _csv, ".tsv": _csv, ".ods": _ods, ".json": _openagenda,
}  # fmt: skip
"""What reads a file, by how its name ends."""
