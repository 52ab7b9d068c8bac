"""Content lines: how iCalendar writes a property and its values (RFC 5545 §3.1, §3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

Moment = date | datetime
"""A DATE, else a DATE-TIME that knows its zone."""
Parts = Mapping[str, str | int | Moment | list[str]]
"""RRULE by part: `{"FREQ": "WEEKLY", …}`, FREQ first."""

_LONGEST = 74
"""Octets before a line is folded: with the space that a folded line starts with, 75."""
_IN_PAIRS = b"\\^"
"""They say that the next character means something else (§3.3.11, RFC 6868 §3.1); some readers lose it behind a fold."""


def written(lines: Iterable[str]) -> bytes:
    """Return lines as a calendar holds them: UTF-8, folded between characters, each ended by CRLF (§3.1)."""
    found = "\r\n".join(lines).encode().split(b"\r\n")  # encoding them one by one costs half as much again
    return b"".join([line + b"\r\n" if len(line) <= _LONGEST else _folded(line) for line in found])


def _folded(line: bytes) -> bytes:
    parts, start = [], 0
    while len(line) - start > _LONGEST:
        end = start + _LONGEST
        while line[end] & 0xC0 == 0x80:  # in UTF-8, an octet inside a character
            end -= 1
        if line[end - 1] in _IN_PAIRS:
            end -= 1
        parts.append(line[start:end])
        start = end
    return b"\r\n ".join([*parts, line[start:]]) + b"\r\n"


def text(value: str) -> str:
    r"""Return a TEXT value (§3.3.11); any line end becomes `\n`, so that no text brings in a line."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def parameter(value: str) -> str:
    """Return a parameter value, quoted (§3.2); what may not stand in quotes is written as RFC 6868 §3.2 says."""
    escaped = value.replace("^", "^^").replace('"', "^'")
    return '"' + " ".join(escaped.split()) + '"'


def moments(name: str, *values: Moment) -> str:
    """Return the line of a property whose values are DATEs, or DATE-TIMEs of one zone (§3.3.4, §3.3.5)."""
    first = values[0]
    parameter = _zone(first) if isinstance(first, datetime) else ";VALUE=DATE"
    return f"{name}{parameter}:{','.join(map(_moment, values))}"


def _zone(value: datetime) -> str:
    """Return the parameter that names a zone; UTC has none, its Z says it (§3.2.19)."""
    return "" if _is_utc(value) else f";TZID={value.tzinfo}"


def recur(parts: Parts) -> str:
    """Return a RECUR value (§3.3.10)."""
    return ";".join([f"{name}={_part(value)}" for name, value in parts.items()])


def _part(value: str | int | Moment | list[str]) -> str:
    if isinstance(value, list):
        return ",".join(value)
    return _moment(value) if isinstance(value, date) else str(value)


def _moment(value: Moment) -> str:
    day = f"{value.year:04}{value.month:02}{value.day:02}"
    if not isinstance(value, datetime):
        return day
    return f"{day}T{value.hour:02}{value.minute:02}{value.second:02}{'Z' if _is_utc(value) else ''}"


def _is_utc(value: datetime) -> bool:
    return str(value.tzinfo) == "UTC"
