"""What the templates can say: the filters, and how Jinja is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from jinja2 import StrictUndefined

from plugins.model import saying, words
from plugins.model.copies import offer
from plugins.model.dates import WEEKDAYS
from plugins.model.occurrence import Occurrence
from plugins.model.site import Identity
from plugins.model.text import capital, listed, plural

OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": [],
    "auto_reload": False,
}
"""Escape by default, and a misspelt variable is a fault instead of an empty place; templates are read once a build."""


def address_filters(identity: Identity) -> Mapping[str, Callable[..., object]]:
    """Return the filters that know where the site lies; bound to it, so that macros need no context and are made once.

    `url` gives an address as links want it, after the folder of the site; `absolute` the whole public one, for canonical links and shares.
    One that is whole already leads elsewhere and stays as it is. `offer` gives what a page says of a picture in a place of the theme.
    """
    base = identity.base
    return {
        "url": lambda address: address if address.startswith("http") else base + address,
        "absolute": identity.absolute,
        "offer": lambda file, place: offer(file, place, base),
    }


def iso(moment: Occurrence | datetime | date) -> str:
    """Return a day, or a moment with its offset, as `<time datetime>` wants it (HTML, §4.5.14)."""
    if isinstance(moment, Occurrence):
        return iso(moment.day if moment.all_day else moment.start)
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def at(occurrence: Occurrence) -> str:
    """Return the hours of a date under its day's heading; one of several days says until when."""
    if occurrence.days > 1:
        return f"jusqu'au {words.day_words(occurrence.last_day, year=False)}"
    return words.hours_words(occurrence)


def start(occurrence: Occurrence) -> str:
    """Return when a date starts, in the fewest words: `14 h 30`, `jusqu'au 05/12`."""
    if occurrence.days > 1:
        return f"jusqu'au {occurrence.last_day:%d/%m}"
    return "la journée" if occurrence.all_day else words.hour_words(occurrence.start)


def weekday(day: date) -> str:
    """Return the name of the day: `samedi`."""
    return WEEKDAYS[day.weekday()]


def tel(number: str) -> str:
    """Return the link that calls a French number (RFC 3966)."""
    return "tel:+33" + number.replace(" ", "")[1:]


FILTERS: Mapping[str, Callable[..., str]] = {
    "iso": iso,
    "at": at,
    "start": start,
    "weekday": weekday,
    "cap": capital,
    "tel": tel,
    "day": words.day_words,
    "date": words.date_words,
    "when": words.when_words,
    "near_day": saying.near_day,
    "day_said": saying.day_said,
    "when_said": saying.when_said,
    "length_words": words.length_words,
    "clock": words.clock,
    "size": words.size_words,
    "plural": plural,
    "listed": listed,
}
