"""A calendar file (iCalendar, RFC 5545) as events found."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from icalendar import Event
from msgspec import Struct
from msgspec.structs import replace

from plugins.drafts.context import Context
from plugins.drafts.details import UNTITLED, details_of, title_of
from plugins.drafts.draft import Found, one_line, told
from plugins.drafts.lines import blocks, content_lines
from plugins.drafts.props import first, number, text, unknown_zones, unreadable
from plugins.drafts.series import Group, Series, grouped
from plugins.drafts.zones import Zones, zones_of
from plugins.model.problem import Problem, Severity
from plugins.model.standing import STATE
from plugins.model.state import State
from plugins.model.text import plural

_SUMMARY = re.compile(r"^SUMMARY[^:\r\n]*:(.*)$", re.MULTILINE | re.IGNORECASE)
_OTHERS = {"VTODO": ("tâche", "tâches"), "VJOURNAL": ("note", "notes"), "VFREEBUSY": ("disponibilité", "disponibilités")}


class Calendar(Struct, frozen=True):
    """A calendar file taken apart."""

    name: str
    """Of the file, for the messages."""
    zones: Zones
    groups: tuple[tuple[str, Group], ...]
    """What shares a UID."""
    problems: tuple[Problem, ...]


def read_calendar(name: str, data: bytes, context: Context) -> Calendar:
    """Return the events of a calendar file; one that cannot be read is told and does not harm the others."""
    found = blocks(content_lines(data))
    problems = list(_of_file(name, found.is_calendar, bool(found.events or found.broken), found.others or {}))
    events: list[tuple[str, Event]] = []
    for block in found.events:
        try:
            event = _parsed(block)
            events.append((_uid(event), event))
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
            problems.append(_unreadable(name, block))
    problems += [_cut(name, block) for block in found.broken]
    newest = [pair for uid, members in _by_uid(events) for pair in _told_apart(uid, members, name, problems)]
    return Calendar(name, zones_of(found.zones, context.town.zone), tuple(grouped(newest)), tuple(problems))


def _parsed(block: str) -> Event:
    """Return an event. The library warns of names of time zones that it guesses; ours are found by `zones`, and told."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        event = Event.from_ical(block)
    assert isinstance(event, Event)
    return event


def found_in(calendar: Calendar, uid: str, group: Group, context: Context) -> Found:
    """Return one event of a calendar as our header wants it."""
    title = title_of(group.master) or UNTITLED
    source = f"{calendar.name} : {title}"
    series = Series(group, calendar.zones, context.today, source)
    times = series.times()
    details = details_of(group.master, source, context.places, context.terms)
    if times:
        if times.is_cancelled:
            details.fields.append((STATE.name, State.CANCELLED.value))
            times = replace(times, overrides=())
        overrides = tuple(replace(override, place=context.place(override.place)) for override in times.overrides)
        times = replace(times, overrides=overrides)
    problems = (*unreadable(group.master, source), *unknown_zones(group.master, calendar.zones, source), *series.problems, *details.problems)
    return Found(source, uid, title, times, details.header, details.body, tuple(dict.fromkeys(problems)))


def _of_file(name: str, is_calendar: bool, has_events: bool, others: Mapping[str, int]) -> Iterator[Problem]:
    """Yield what is to be said of the file itself."""
    if not is_calendar:
        yield told(name, "", "Ce fichier n'est pas un calendrier.", "Exportez de nouveau l'agenda, au format iCalendar (.ics).", Severity.ERROR)
    elif not has_events:
        yield told(name, "", "Ce calendrier est vide.", "Vérifiez que vous avez exporté le bon agenda.")
    for kind, count in others.items():
        if kind in _OTHERS:
            yield told(name, kind, f"{plural(count, *_OTHERS[kind])} : le site n'a que des événements.", "Rien à faire.")


def _uid(event: Event) -> str:
    """Return the name by which calendars know an event; one that has none, or one our header cannot hold, gets one that is always the same."""
    written = text(event, "UID")
    if written and one_line(written) == written:
        return written
    start = first(event, "DTSTART")
    return str(uuid5(NAMESPACE_URL, written or f"{title_of(event)} {getattr(start, 'dt', '')}"))


def _unreadable(name: str, block: str) -> Problem:
    return told(f"{name} : {_summary(block)}", "", "Cet événement ne se lit pas.", "Corrigez-le dans l'agenda d'origine.", Severity.ERROR)


def _cut(name: str, block: str) -> Problem:
    return told(f"{name} : {_summary(block)}", "", "La fin de cet événement manque : le fichier est coupé ou abîmé.",
                "Exportez de nouveau l'agenda.", Severity.ERROR)  # fmt: skip


def _summary(block: str) -> str:
    match = _SUMMARY.search(block)
    return (one_line(match[1]) if match else "") or UNTITLED


def _by_uid(events: Sequence[tuple[str, Event]]) -> list[tuple[str, list[Event]]]:
    found: dict[str, list[Event]] = {}
    for uid, event in events:
        found.setdefault(uid, []).append(event)
    return list(found.items())


def _told_apart(uid: str, members: Sequence[Event], name: str, problems: list[Problem]) -> Iterator[tuple[str, Event]]:
    """Yield the components that share a UID: the newest version of the event, and its changed dates.

    Several events under one UID, which some programs write, get a UID each, for none is to be lost (RFC 5545 §3.8.4.7 forbids it).
    """
    masters = sorted((event for event in members if "RECURRENCE-ID" not in event), key=_version)
    newest = [event for event in masters if _version(event) == _version(masters[-1])]
    old = len(masters) - len(newest)
    if old:
        versions = plural(old, "version plus ancienne", "versions plus anciennes")
        problems.append(told(f"{name} : {title_of(newest[-1])}", "UID", f"Le fichier a aussi {versions}.",
                             "Rien à faire : la plus récente est reprise."))  # fmt: skip
    apart = {_core(event): event for event in newest}
    for number_, event in enumerate(apart.values()):
        if number_:
            problems.append(told(f"{name} : {title_of(event)}", "UID", "Un autre événement a cet identifiant : celui-ci en reçoit un à lui.",
                                 "Vérifiez que ce n'est pas deux fois le même."))  # fmt: skip
        yield (str(uuid5(NAMESPACE_URL, f"{uid} {_start(event)}")) if number_ else uid), event
    yield from ((uid, event) for event in members if "RECURRENCE-ID" in event)


def _version(event: Event) -> tuple[int, str]:
    """Return what grows with each version of an event (RFC 5545 §3.8.7)."""
    changed = getattr(first(event, "LAST-MODIFIED"), "dt", None)
    return number(event, "SEQUENCE"), changed.strftime("%Y%m%dT%H%M%S") if isinstance(changed, date) else ""


def _start(event: Event) -> str:
    return str(getattr(first(event, "DTSTART"), "dt", ""))


def _core(event: Event) -> tuple[str, str]:
    """Return what tells two events apart that share a UID."""
    return title_of(event), _start(event)
