"""What subscribers' calendars must notice of an edit: SEQUENCE and LAST-MODIFIED, from what they were told last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from hashlib import blake2b

from msgspec import Struct

from plugins.agenda.content_line import moments
from plugins.model.revision import Revision
from plugins.model.state import State

_WHEN = frozenset({"DTSTART", "DTEND", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "LOCATION", "TRANSP"})
"""The properties that SEQUENCE is about: with the state, those for which people change their plans (RFC 5546 §2.1.4)."""
_OWN = ("DTSTAMP:", "SEQUENCE:")
"""Lines that tell of the revision itself."""
_ADDRESSES = ("URL:", "ATTACH:", "IMAGE;")
_AFTER = ("LOCATION:", "STATUS:")
"""The lines before which LAST-MODIFIED stands, in the order of the alphabet."""
_STATES = tuple(filter(None, (state.prefix for state in State)))
_TICK = timedelta(seconds=1)


class Told(Struct, frozen=True):
    """What the components of one event tell calendars, in brief."""

    when: str
    """Digest of what SEQUENCE is about."""
    whole: str
    """Digest of everything, wherever the site lies."""
    sequence: int
    """SEQUENCE of an event that nothing was told of before."""


def told(lines: Sequence[str], url: str) -> Told:
    """Return what an event's content lines tell; `url` is the site's public address."""
    rest = [line for line in lines if not line.startswith(_OWN)]
    first = max(int(line.partition(":")[2]) for line in lines if line.startswith("SEQUENCE:"))
    return Told(_digest(_when(rest)), _digest(_wherever(rest, url)), first)


def _wherever(lines: Sequence[str], url: str) -> Iterator[str]:
    """Yield the lines without the site's public address where it is ours: in addresses, and before the page that ends the description."""
    for line in lines:
        if line.startswith(_ADDRESSES):
            yield line.replace(url, "", 1)
        elif line.startswith("DESCRIPTION:"):
            yield "".join(line.rpartition(url)[::2])
        else:
            yield line


def _when(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        name, _, value = line.partition(":")
        if name.partition(";")[0] in _WHEN:
            yield line
        elif name == "SUMMARY":
            yield next((prefix for prefix in _STATES if value.startswith(prefix)), "")


def _digest(lines: Iterator[str]) -> str:
    return blake2b("\n".join(lines).encode(), digest_size=8).hexdigest()


def revise(now: Told, last: Revision | None, today: date) -> Revision:
    """Return the revision to tell from today on: the last one when nothing changed; what grows always grows, also twice a day."""
    midnight = datetime.combine(today, time(), UTC)
    if last is None:
        return Revision(now.sequence, midnight, now.when, now.whole)
    if last.whole == now.whole:
        return last
    return Revision(last.sequence + (last.when != now.when), max(midnight, last.modified + _TICK), now.when, now.whole)


def with_revision(lines: Sequence[str], url: str, last: Revision | None) -> list[str]:
    """Return an event's lines with its SEQUENCE and LAST-MODIFIED; of what was never published, the last change has no date yet."""
    if last is None:
        return list(lines)
    now = told(lines, url)
    is_known = last.whole == now.whole
    return list(_filled(lines, last.sequence + (last.when != now.when), last.modified if is_known else None))


def _filled(lines: Sequence[str], sequence: int, modified: datetime | None) -> Iterator[str]:
    is_dated = True
    for line in lines:
        if line == "BEGIN:VEVENT":
            is_dated = modified is None
        if not is_dated and modified and line.startswith(_AFTER):
            is_dated = True
            yield moments("LAST-MODIFIED", modified)
        if line.startswith("SEQUENCE:"):
            yield f"SEQUENCE:{sequence}"
        elif modified and line.startswith("DTSTAMP:"):
            yield moments("DTSTAMP", modified)
        else:
            yield line
