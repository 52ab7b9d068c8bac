"""The bytes of a calendar file as content lines (RFC 5545 §3.1), mended where real programs write them wrong."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

_NAMES = (
    "BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|UID|DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|DESCRIPTION|LOCATION|GEO|URL|STATUS|CLASS|PRIORITY|TRANSP|"
    "SEQUENCE|CREATED|LAST-MODIFIED|ORGANIZER|ATTENDEE|CONTACT|CATEGORIES|COMMENT|RESOURCES|ATTACH|RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID|"
    "RELATED-TO|REQUEST-STATUS|TZID|TZOFFSETFROM|TZOFFSETTO|TZNAME|TZURL|ACTION|TRIGGER|REPEAT|NAME|COLOR|IMAGE|SOURCE|REFRESH-INTERVAL|CONFERENCE|"
    "COMPLETED|DUE|PERCENT-COMPLETE|ACKNOWLEDGED|FREEBUSY|STRUCTURED-DATA|STYLED-DESCRIPTION|X-[A-Z0-9-]+"
)
_PROPERTY = re.compile(rf"(?:{_NAMES})[;:]".encode(), re.IGNORECASE)
"""How a line starts that is not the rest of the one before."""
_NEWLINE = re.compile(rb"\r\n|\r|\n")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_MARKS = re.compile("[\x85\u2028\u2029]")
FOLDED_AT = range(72, 77)
"""Octets of a line that a program has cut because it was full (RFC 5545 §3.1 says 75)."""


class Blocks(Struct, frozen=True):
    """A calendar file taken apart: one unreadable event must not take the others with it."""

    is_calendar: bool
    zones: tuple[str, ...] = ()
    """Each VTIMEZONE."""
    events: tuple[str, ...] = ()
    """Each VEVENT."""
    broken: tuple[str, ...] = ()
    """What could be read of each event that has no end."""
    others: Mapping[str, int] | None = None
    """How many there are of each component that is no event."""


def content_lines(data: bytes) -> list[str]:
    """Return the unfolded lines; folds are undone before decoding, since some programs cut through a character.

    Also read: any line ends, UTF-16, Windows' letters, byte order marks, folds without their space, texts with bare line ends.
    """
    found: list[bytearray] = []
    previous, blank = b"", 0
    for line in _NEWLINE.split(_as_utf8(data)):
        if not line.strip():
            blank += 1
            continue
        if line[:1] in {b" ", b"\t"} and found:
            found[-1] += line[1:]
        elif _PROPERTY.match(line):
            found.append(bytearray(line))
        elif found:
            is_fold = len(previous) in FOLDED_AT and not blank
            found[-1] += line if is_fold else b"\\n" * (blank + 1) + line
        previous, blank = line, 0
    return [_decoded(bytes(line)) for line in found]


def _as_utf8(data: bytes) -> bytes:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(codecs.BOM_UTF8)


def _decoded(line: bytes) -> str:
    try:
        text = line.decode()
    except UnicodeDecodeError:
        text = line.decode("cp1252", "replace")
    return _LINE_MARKS.sub(r"\\n", _CONTROL.sub("", text))


def blocks(lines: list[str]) -> Blocks:
    """Return the components of a calendar, each as its lines joined by CRLF."""
    taken: dict[str, list[str]] = {"VTIMEZONE": [], "VEVENT": []}
    broken: list[str] = []
    others: Counter[str] = Counter()
    open_: list[str] = []
    is_calendar = False
    for line in lines:
        name, _, what = line.upper().replace(" ", "").partition(":")
        if line_is_calendar := what == "VCALENDAR" and name in {"BEGIN", "END"}:
            is_calendar = True
        if open_ and (line_is_calendar or (name == "BEGIN" and what == "VEVENT")):
            broken.append("\r\n".join(open_))
            open_ = []
        if line_is_calendar or not (open_ or name == "BEGIN"):
            continue
        open_.append(line)
        if name == "END" and what == open_[0].upper().replace(" ", "").partition(":")[2]:
            if what in taken:
                taken[what].append("\r\n".join(open_))
            else:
                others[what] += 1
            open_ = []
    broken += ["\r\n".join(open_)] if open_ else []
    return Blocks(is_calendar, tuple(taken["VTIMEZONE"]), tuple(taken["VEVENT"]), tuple(broken), dict(others))
