"""The dates of an event as its page tells them: the next one, the others, and what is unlike what was announced."""

from __future__ import annotations

from msgspec import Struct

from plugins.model.agenda import Date, takes_place
from plugins.model.event import Event
from plugins.model.occurrence import Change, Occurrence
from plugins.model.state import State
from plugins.model.words import NBSP, day_words, hour_words, series_words, when_words
from plugins.pages.whereabouts import place_line

NOTICES = {
    (State.ON, False): "",
    (State.ON, True): "C’est passé.",
    (State.CANCELLED, False): "Ce rendez-vous n’aura pas lieu.",
    (State.CANCELLED, True): "Ce rendez-vous n’a pas eu lieu.",
    (State.POSTPONED, False): f"La date a changé{NBSP}: voici la nouvelle.",
    (State.POSTPONED, True): "C’est passé.",
    (State.UNDATED, False): "La nouvelle date n’est pas encore connue. Elle sera annoncée ici.",
    (State.UNDATED, True): "Ce rendez-vous n’a pas eu lieu à la date prévue.",
    (State.FULL, False): "Il n’y a plus de place.",
    (State.FULL, True): "C’est passé.",
}
"""What is said above an event, by its state and whether it is over."""
SHOWN = 5
"""How many coming dates are shown before the rest is folded away."""


class Line(Struct, frozen=True):
    """One date in the list of the others."""

    occurrence: Occurrence
    note: str
    """What is unlike the rest of the series: `annulé`, `à 16 h au lieu de 14 h`; empty when nothing is."""
    is_off: bool


class Dates(Struct, frozen=True):
    """The dates of an event as they stand on the day of the build."""

    next: Date
    """The next date that takes place; else the next one; the last one of an event that is over."""
    coming: tuple[Occurrence, ...]
    """Every date that is not over."""
    others: tuple[Line, ...]
    """Coming dates beside the next one."""
    more: tuple[Line, ...]
    """Those folded away."""
    changes: tuple[str, ...]
    """What has changed about coming dates, told in words."""
    rhythm: str
    """The series in words; empty for an event that takes place once."""
    is_past: bool

    @property
    def is_off(self) -> bool:
        """Whether no date is left to come for."""
        return self.is_past or not takes_place(self.next)


def dates(event: Event, over: int) -> Dates:
    """Return the dates of an event, so many of which are over."""
    coming = tuple(Date(occurrence, event) for occurrence in event.occurrences[over:])
    shown = next(filter(takes_place, coming), coming[0] if coming else Date(event.occurrences[-1], event))
    others = tuple(Line(found.occurrence, note(found), not takes_place(found)) for found in coming if found is not shown)
    return Dates(
        next=shown,
        coming=tuple(found.occurrence for found in coming),
        others=others[:SHOWN],
        more=others[SHOWN:],
        changes=tuple(told for found in coming if (told := _told(found))),
        rhythm=series_words(event.series) if event.series else "",
        is_past=not coming,
    )


def notice(event: Event, found: Dates) -> str:
    """Return what is said above an event: that it is cancelled, full, over; empty when one can simply come."""
    if event.state.takes_place and not found.is_past and found.is_off:
        return "Les dates qui restaient sont annulées."
    return NOTICES[event.state, found.is_past]


def planned(event: Event) -> str:
    """Return when a postponed event was to take place: `le samedi 28 novembre 2026, à 10 h`; empty when that is not known or still holds."""
    was = event.first if event.state is State.UNDATED else event.planned
    return "" if was is None else f"le {when_words(was)}" if was.days == 1 else when_words(was)


def note(found: Date) -> str:
    """Return what is unlike the rest of the series about one date, told beside it."""
    change = found.occurrence.change
    if change is None or not found.event.state.takes_place:
        return ""
    moved = f"au lieu du {day_words(change.was.date(), year=False)}" if _is_another_day(found.occurrence, change) else ""
    return ", ".join(part for part in (moved, *_rest(found, change)) if part)


def _told(found: Date) -> str:
    """Return the same for whoever knows the date as it was: `mardi 22 décembre : reporté au mercredi 23 décembre, à 15 h`."""
    change = found.occurrence.change
    if change is None or not found.event.state.takes_place:
        return ""
    moved = f"reporté au {when_words(found.occurrence, year=False)}" if _is_another_day(found.occurrence, change) else ""
    what = ", ".join(part for part in (moved, *_rest(found, change)) if part)
    return f"{day_words(change.was.date(), year=False)}{NBSP}: {what}" if what else ""


def _rest(found: Date, change: Change) -> tuple[str, ...]:
    """Return what has changed besides the day."""
    if not takes_place(found):
        return ("annulé" if found.state is State.CANCELLED else "reporté à une date à venir",)
    start = found.occurrence.start
    is_moved = start != change.was and not _is_another_day(found.occurrence, change)
    return (
        f"à {hour_words(start)} au lieu de {hour_words(change.was)}" if is_moved else "",
        f"lieu{NBSP}: {place_line(change.venue)}" if change.venue else "",
        "complet" if change.state is State.FULL else "",
    )


def _is_another_day(occurrence: Occurrence, change: Change) -> bool:
    return occurrence.day != change.was.date()
