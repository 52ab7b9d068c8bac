"""A third reader, in another language: ical.js, which calendar programs are made with, in one process for all calendars."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Self

from msgspec import Struct

from plugins.model.agenda import Date
from plugins.model.event import Event
from tests.agenda.reading import span, what

_SCRIPT = Path(__file__).with_name("expand.mjs")


class Read(Struct, frozen=True, order=True):
    """One date as ical.js tells it."""

    start: str
    """In UTC; `YYYY-MM-DD` when it lasts whole days."""
    end: str
    """As `start`, exclusive."""
    title: str
    place: str
    """Empty: none."""
    transparency: str


class IcalJs:
    """The running reader."""

    def __init__(self) -> None:
        """Start it."""
        self._process = subprocess.Popen(["node", str(_SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def read(self, calendar: bytes) -> list[Read]:
        """Return the dates of a calendar, in order."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(calendar.decode()) + "\n")
        self._process.stdin.flush()
        return sorted(Read(*row) for row in json.loads(self._process.stdout.readline()))

    def __enter__(self) -> Self:
        """Return the reader."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let it end, and wait."""
        self._process.communicate()


def told_to_ical_js(event: Event) -> list[Read]:
    """Return the dates of the model in the same form."""
    return sorted(_read(Date(one, event)) for one in event.occurrences)


def _read(date: Date) -> Read:
    start, end = span(date.occurrence)
    return Read(_moment(start), _moment(end), *what(date))


def _moment(when: date | datetime) -> str:
    return f"{_as_it_counts(when).astimezone(UTC):%Y-%m-%dT%H:%M:%S.000Z}" if isinstance(when, datetime) else f"{when}"


def _as_it_counts(when: datetime) -> datetime:
    """Return a moment of the hour that comes twice in October as the second one, which ical.js takes; RFC 5545 §3.3.5 says the first."""
    second = when.replace(fold=1)
    return second if (second.utcoffset() or timedelta()) < (when.utcoffset() or timedelta()) else when
