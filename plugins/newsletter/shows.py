"""The shows of the season ticket in the order of their dates: every letter tells of the next one."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from plugins.build.again import same_again
from plugins.model.agenda import Date, dates
from plugins.model.event import Event
from plugins.newsletter.dates import announced
from plugins.newsletter.timeline import Timeline


class Shows(Struct, frozen=True):
    """Every date of some shows."""

    as_they_are: Timeline[Date]
    as_announced: Timeline[Date]
    """As things stood before any change."""


@same_again
def in_order(_: str, events: tuple[Event, ...]) -> Shows:
    """Return every date of some shows; they are as before after most edits."""
    found = dates(events, date.min, date.max)
    first = sorted(found, key=lambda one: (announced(one).start, one.event.path))
    return Shows(Timeline(found, lambda one: one.occurrence.day), Timeline(first, lambda one: announced(one).day))
