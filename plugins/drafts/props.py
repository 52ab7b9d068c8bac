"""The properties of an event of a calendar file; one that cannot be read is as if it were not there, and told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Event
from icalendar.prop import vBroken

from plugins.drafts.draft import told
from plugins.drafts.zones import Stamp, Zones, stamp
from plugins.model.problem import Problem

Parsed = Any
"""A value as the icalendar library has it: its types differ by property."""


def every(event: Event, name: str) -> list[Parsed]:
    """Return the readable values of a property, which may stand several times."""
    found = event.get(name, [])
    return [value for value in (found if isinstance(found, list) else [found]) if not isinstance(value, vBroken)]


def first(event: Event, name: str) -> Parsed | None:
    """Return the first readable value of a property."""
    return next(iter(every(event, name)), None)


def text(event: Event, name: str) -> str:
    """Return the first readable text of a property, empty when there is none."""
    return str(first(event, name) or "").strip()


def number(event: Event, name: str) -> int:
    """Return a whole number, 0 when there is none."""
    value = first(event, name)
    return value if isinstance(value, int) else 0


def param(value: Parsed, name: str) -> str:
    """Return a parameter of a value, empty when there is none."""
    return str(getattr(value, "params", {}).get(name, ""))


def moment(event: Event, name: str, zones: Zones) -> Stamp | None:
    """Return a day or an hour of a day."""
    value = first(event, name)
    found = getattr(value, "dt", None)
    return stamp(found, param(value, "TZID"), zones) if isinstance(found, date) else None


def moments(event: Event, name: str, zones: Zones) -> Iterator[tuple[Stamp, timedelta | None]]:
    """Yield each moment of a list, with its length when it is a period (RFC 5545 §3.3.9)."""
    for values in every(event, name):
        zone = param(values, "TZID")
        for value in getattr(values, "dts", ()):
            found = value.dt
            if isinstance(found, tuple):
                begin, end = stamp(found[0], zone, zones), found[1]
                yield begin, end if isinstance(end, timedelta) else end - found[0]
            elif isinstance(found, date):
                yield stamp(found, zone, zones), None


def unreadable(event: Event, source: str) -> list[Problem]:
    """Return what is to be said of the lines that could not be read."""
    return [
        told(source, name or "", "Cette ligne ne se lit pas." if name else "Une ligne n'a pas la forme d'un calendrier.",
             "Vérifiez ce qu'elle disait dans l'agenda d'origine.")
        for name, _ in event.errors
    ]  # fmt: skip


def unknown_zones(event: Event, zones: Zones, source: str) -> list[Problem]:
    """Return what is to be said of time zones that nobody knows."""
    hours = [value for name in ("DTSTART", "DTEND") for value in every(event, name) if isinstance(getattr(value, "dt", None), datetime)]
    missing = sorted({name for value in hours if (name := param(value, "TZID")) and zones.find(name) is None})
    return [
        told(source, "TZID", f"Le fuseau horaire « {name} » est inconnu : l'heure est prise pour celle d'ici.", "Vérifiez l'heure.")
        for name in missing
    ]  # fmt: skip
