"""What one sends to a friend and puts into one's own calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, timedelta
from urllib.parse import quote, urlencode

from msgspec.structs import replace

from plugins.model.agenda import Date
from plugins.model.dates import BYDAY
from plugins.model.event import Event
from plugins.model.occurrence import Occurrence
from plugins.model.repetition import Rule
from plugins.model.site import Identity
from plugins.model.state import State
from plugins.model.words import rule_words, when_words
from plugins.pages.card import price_words
from plugins.pages.occasions import Dates
from plugins.pages.whereabouts import place_line

MOST = 300
"""Characters of a text to share: two short messages."""
TITLE = 60
"""Characters of a title that are worth more than the price and the place."""
GOOGLE = "https://calendar.google.com/calendar/render"
LONGEST = 200
"""Characters of a title in a link, which browsers and servers cut at two thousand."""


def share_text(event: Event, dates: Dates, identity: Identity) -> str:
    """Return what, when, where, for how much and the address of the page, a line each and 300 characters at most; a long title is cut."""
    where = place_line(dates.next.venue) if dates.next.venue else ""
    price = price_words(event)
    rest = [line for line in (_when(event, dates.next), where, price[:1].upper() + price[1:]) if line]
    page = identity.absolute(event.address)
    title = event.prefix + event.title
    while rest and _room(rest, page) < min(len(title), TITLE):
        rest.pop()
    return "\n".join(line for line in (shortened(title, _room(rest, page)), *rest, page) if line)


def _room(rest: Sequence[str], page: str) -> int:
    """Return how many characters are left for the title."""
    return MOST - len("\n".join(("", *rest, page)))


def _when(event: Event, found: Date) -> str:
    if event.state is State.UNDATED:
        return "Nouvelle date à venir"
    rhythm = f" ({rule_words(event.series.rule, event.series.first.day)})" if event.series and event.series.rule else ""
    words = when_words(found.occurrence) + rhythm
    return words[:1].upper() + words[1:]


def shortened(text: str, most: int) -> str:
    """Return the text, or as many of its first words as fit with an ellipsis after them; empty when nothing fits."""
    if len(text) <= most:
        return text
    head = text[: max(most - 1, 0)]
    cut = (head if text[len(head)] == " " else head.rpartition(" ")[0]).rstrip(" ,;:–-") or head
    return f"{cut}…" if cut else ""


def google_link(event: Event, dates: Dates, identity: Identity) -> str:
    """Return the link that opens Google's calendar with the next date filled in, and the dates after it where one rule says them all."""
    found = dates.next
    words = {
        "action": "TEMPLATE",
        "text": shortened(event.title, LONGEST),
        "dates": _span(found.occurrence),
        "ctz": identity.zone.key,
        "details": identity.absolute(event.address),
        "location": place_line(found.venue) if found.venue else "",
        "recur": _recur(event, dates.coming),
    }
    return f"{GOOGLE}?{urlencode({name: value for name, value in words.items() if value}, quote_via=quote)}"


def _span(occurrence: Occurrence) -> str:
    """Return the start and the end, which Google wants both: in UTC, or as days with the one after the last."""
    if occurrence.all_day:
        return f"{occurrence.day:%Y%m%d}/{occurrence.last_day + timedelta(days=1):%Y%m%d}"
    return "/".join(f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}" for moment in (occurrence.start, occurrence.end or occurrence.start))


def _recur(event: Event, coming: Sequence[Occurrence]) -> str:
    """Return the RRULE that gives the coming dates and no other; empty when a date was changed, added or taken away."""
    if event.series is None or event.series.rule is None or len(coming) < 2:
        return ""
    first, last = coming[0], coming[-1]
    rule = replace(event.series.rule, until=last.day, times=None)
    is_plain = all(found.change is None and found.start.time() == first.start.time() for found in coming)
    return _rrule(rule, last) if is_plain and [found.day for found in coming] == list(rule.days(first.day)) else ""


def _rrule(rule: Rule, last: Occurrence) -> str:
    """Return a rule as RFC 5545 §3.3.10 writes it; UNTIL is in UTC, or a day for whole days."""
    until = f"{last.day:%Y%m%d}" if last.all_day else f"{last.start.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    days = ",".join(f"{position}{BYDAY[day]}" for position in rule.positions or ("",) for day in rule.weekdays)
    parts = {"FREQ": rule.frequency.value, "INTERVAL": str(rule.interval) if rule.interval > 1 else "", "BYDAY": days, "UNTIL": until}
    return "RRULE:" + ";".join(f"{name}={value}" for name, value in parts.items() if value)
